#include "measure/trial/front_page.h"

#include <string.h>

struct front_page {
	const struct record *report;
	const struct period *period;
	struct str path;
	struct diagnostics *diagnostics;
	int32_t signed_last; /* the latest day that something of the report was signed */
};

static struct place place_of(const struct front_page *page, const struct record *record)
{
	return (struct place){page->path, record->line, record->column};
}

static void check_year(const struct front_page *page)
{
	struct period next = period_of(page->period->first_year + 1);
	const char *year = record_text(page->report, REPORT_YEAR);
	const char *statement = record_text(page->report, REPORT_STATEMENT_YEAR);
	struct place place = place_of(page, page->report);

	if (year && strcmp(year, page->period->label) != 0)
		diagnostic_add(page->diagnostics, DIAGNOSTIC_FRONT_YEAR, place, year,
			       page->period->label, page->period->label);
	if (statement && strcmp(statement, next.label) != 0)
		diagnostic_add(page->diagnostics, DIAGNOSTIC_FRONT_STATEMENT_YEAR, place, statement,
			       page->period->label, next.label);
}

/* The first year written in the text, with the month before it; 0 when there is none. */
static int year_within(struct str text, int *month)
{
	static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
					     "jul", "aug", "sep", "oct", "nov", "dec"};
	int digits = 0, number = 0;

	*month = 12;
	for (size_t i = 0; i <= text.length; i++) {
		char byte = i < text.length ? text.at[i] : ' ';

		if (byte >= '0' && byte <= '9') {
			number = digits < 4 ? number * 10 + (byte - '0') : number;
			digits++;
			continue;
		}
		if (digits == 4 && number >= 1900 && number <= 2199)
			return number;
		digits = number = 0;
		for (int m = 0; m < 12 && i + 3 <= text.length; m++) {
			if (strncasecmp(text.at + i, months[m], 3) == 0)
				*month = m + 1;
		}
	}
	return 0;
}

/* A review is due when its month, or its year, is not over on the day of the statement. */
static void check_review(const struct front_page *page)
{
	struct str review = str_of(record_text(page->report, REPORT_NEXT_REVIEW));
	int32_t stated = record_day(page->report, REPORT_STATEMENT_DATE);
	int month, year = year_within(review, &month);

	if (year == 0 || stated == DAY_NONE ||
	    day_add_months(day_of(year, month, 1), 1) > stated + 1)
		return;

	struct str day = day_iso(page->diagnostics->arena, stated);

	diagnostic_add(page->diagnostics, DIAGNOSTIC_FRONT_REVIEW, place_of(page, page->report),
		       STR_ARG(review), STR_ARG(day));
}

static void check_signed(struct front_page *page, const struct record *record, const char *what,
			 enum attribute_id attribute)
{
	struct arena *arena = page->diagnostics->arena;
	int32_t date = record_day(record, attribute);

	if (date == DAY_NONE)
		return;
	if (date < page->period->last) {
		struct str day = day_iso(arena, date), last = day_iso(arena, page->period->last);

		diagnostic_add(page->diagnostics, DIAGNOSTIC_FRONT_SIGNED_EARLY,
			       place_of(page, record), what, STR_ARG(day), STR_ARG(last));
	}
	if (attribute != REPORT_STATEMENT_DATE && date > page->signed_last)
		page->signed_last = date;
}

static void check_dates(struct front_page *page)
{
	check_signed(page, page->report, "date", REPORT_DATE);
	check_signed(page, page->report, "statement-date", REPORT_STATEMENT_DATE);
	for (const struct record *implication = record_child(page->report, ELEMENT_IMPLICATION);
	     implication; implication = record_sibling(implication))
		check_signed(page, implication, "the sign-off of", IMPLICATION_DATE);
}

static void check_meeting(const struct front_page *page, int32_t today)
{
	const struct record *meeting = record_child(page->report, ELEMENT_MEETING);
	const struct record *decision = record_child(page->report, ELEMENT_DECISION);
	int32_t date = meeting ? record_day(meeting, MEETING_DATE) : DAY_NONE;
	struct str day = date == DAY_NONE ? STR("") : day_iso(page->diagnostics->arena, date);

	if (date != DAY_NONE && date < page->signed_last) {
		struct str last = day_iso(page->diagnostics->arena, page->signed_last);

		diagnostic_add(page->diagnostics, DIAGNOSTIC_FRONT_MEETING_EARLY,
			       place_of(page, meeting), STR_ARG(day), STR_ARG(last));
	}
	if (decision && date == DAY_NONE)
		diagnostic_add(page->diagnostics, DIAGNOSTIC_FRONT_NO_MEETING,
			       place_of(page, decision));
	else if (decision && date > today)
		diagnostic_add(page->diagnostics, DIAGNOSTIC_FRONT_DECIDED_EARLY,
			       place_of(page, decision), STR_ARG(day));
}

bool front_page_check(const struct record *report, const struct period *period, int32_t today,
		      struct str path, struct diagnostics *diagnostics)
{
	struct front_page page = {report, period, path, diagnostics, DAY_NONE};
	size_t errors = diagnostics->errors;

	check_year(&page);
	check_dates(&page);
	check_review(&page);
	check_meeting(&page, today);
	return diagnostics->errors == errors;
}
