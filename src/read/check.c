/*
 * The rules of the contract between facts of one record, as two tables and three cases. A value
 * that is wrong in itself is absent here, so each fault is told once.
 */
#include "read/check.h"
#include "read/reader_say.h"

#include <string.h>

/*
 * Two facts of one element, or of a record and its child: the second may not be less. The rows of
 * a second fact's element stand together.
 */
struct order {
	enum attribute_id first, second;
};

static const struct order orders[] = {
	{ENQUIRY_RECEIVED, ENQUIRY_APPLICATION_RECEIVED},
	{ENQUIRY_RECEIVED, ENQUIRY_INITIAL_VISIT_DATE},
	{ENQUIRY_RECEIVED, ENQUIRY_ASSESSMENT_STARTED},
	{ENQUIRY_ASSESSMENT_STARTED, ENQUIRY_ASSESSMENT_COMPLETED},
	{ENQUIRY_RECEIVED, ENQUIRY_CLOSED_DATE},
	{HOUSEHOLD_APPROVAL_AGE_FROM, HOUSEHOLD_APPROVAL_AGE_TO},
	{HOUSEHOLD_HOLD_FROM, HOUSEHOLD_HOLD_TO},
	{CHILD_DOB, CHILD_EPISODE_FROM},
	{CHILD_EPISODE_FROM, CHILD_EPISODE_TO},
	{CHILD_DOB, CHILD_CEASED_DATE},
	{STAYING_PUT_DOB, STAYING_PUT_STARTED},
	{STAYING_PUT_STARTED, STAYING_PUT_ENDED},
	{VIABILITY_ASSESSMENT_REQUESTED, VIABILITY_ASSESSMENT_COMPLETED},
	{KINSHIP_ASSESSMENT_STARTED, KINSHIP_ASSESSMENT_COMPLETED},
	{ALLEGATION_REFERRED, ALLEGATION_CLOSED},
	{COMPLAINT_RECEIVED, COMPLAINT_CLOSED},
	{POST_FROM, POST_TO},
};

/* A fact that is not given without another. */
struct need {
	enum attribute_id given, needed;
	enum diagnostic_id fault;
};

static const struct need needs[] = {
	{HOUSEHOLD_END_REASON, HOUSEHOLD_ENDED, DIAGNOSTIC_END_REASON_ALONE},
	{VIABILITY_ASSESSMENT_COMPLETED, VIABILITY_ASSESSMENT_OUTCOME, DIAGNOSTIC_COMPLETED_ALONE},
	{VIABILITY_ASSESSMENT_OUTCOME, VIABILITY_ASSESSMENT_COMPLETED, DIAGNOSTIC_OUTCOME_ALONE},
	{KINSHIP_ASSESSMENT_COMPLETED, KINSHIP_ASSESSMENT_OUTCOME, DIAGNOSTIC_COMPLETED_ALONE},
	{KINSHIP_ASSESSMENT_OUTCOME, KINSHIP_ASSESSMENT_COMPLETED, DIAGNOSTIC_OUTCOME_ALONE},
};

enum { ORDERS = sizeof(orders) / sizeof(*orders), NEEDS = sizeof(needs) / sizeof(*needs) };

/* For each element, where its rows begin and end. */
struct span {
	uint8_t from, to;
};
static struct span order_spans[ELEMENT_COUNT], need_spans[ELEMENT_COUNT];

__attribute__((constructor)) static void find_spans(void)
{
	for (uint8_t i = ORDERS; i-- > 0;) {
		struct span *span = &order_spans[attribute_at(orders[i].second)->element];
		span->from = i;
		span->to = span->to ? span->to : i + 1;
	}
	for (uint8_t i = NEEDS; i-- > 0;) {
		struct span *span = &need_spans[attribute_at(needs[i].given)->element];
		span->from = i;
		span->to = span->to ? span->to : i + 1;
	}
}

static void say_dates(struct reader *reader, struct place place, struct str source,
		      const char *second_name, int64_t second, const char *first_name,
		      int64_t first)
{
	diagnostic_add_source(reader->diagnostics, DIAGNOSTIC_DATES_ORDER, place, source,
			      second_name, day_iso(reader->arena, (int32_t)second).at, first_name,
			      day_iso(reader->arena, (int32_t)first).at);
}

/* "application received", or just "completed" for a record's own fact. */
static const char *fact_name(struct reader *reader, enum attribute_id attribute)
{
	const struct attribute *about = attribute_at(attribute);
	return str_format(reader->arena, "%s %s", element_at(about->element)->tag, about->written)
		.at;
}

static void say_order(struct reader *reader, const struct order *order, int64_t first,
		      int64_t second)
{
	struct place place = reader_attribute_place(reader, order->second);
	struct str source = reader_source(reader, place);
	if (attribute_at(order->second)->kind == KIND_DAY)
		say_dates(reader, place, source, fact_name(reader, order->second), second,
			  fact_name(reader, order->first), first);
	else
		diagnostic_add_source(reader->diagnostics, DIAGNOSTIC_AGES_ORDER, place, source,
				      (long long)second, (long long)first);
}

static void check_orders(struct reader *reader, const struct record *record,
			 const struct record *parent)
{
	struct span span = order_spans[record->element];
	for (int i = span.from; i < span.to; i++) {
		const struct order *order = &orders[i];
		bool own = attribute_at(order->first)->element == record->element;
		int64_t first = record_value(own ? record : parent, order->first);
		int64_t second = record_value(record, order->second);
		/* An absent first is less than any; an absent second says nothing. */
		if (second < first && second != NUMBER_NONE)
			say_order(reader, order, first, second);
	}
}

static void check_needs(struct reader *reader, const struct record *record)
{
	struct span span = need_spans[record->element];
	for (int i = span.from; i < span.to; i++) {
		const struct need *need = &needs[i];
		if (!reader_is_written(reader, need->given) ||
		    reader_is_written(reader, need->needed))
			continue;
		struct place place = reader_attribute_place(reader, need->given);
		diagnostic_add_source(reader->diagnostics, need->fault, place,
				      reader_source(reader, place));
	}
}

void check_element(struct reader *reader, const struct record *record, const struct record *parent,
		   struct late_place *late)
{
	check_orders(reader, record, parent);
	check_needs(reader, record);
	enum attribute_id compared_late = record->element == ELEMENT_HOUSEHOLD ? HOUSEHOLD_ENDED
					  : record->element == ELEMENT_PANEL_CASE_DECISION
						  ? PANEL_CASE_DECISION_DATE
						  : ATTRIBUTE_NONE;
	if (compared_late == ATTRIBUTE_NONE || !reader_is_written(reader, compared_late))
		return;
	late->place = reader_attribute_place(reader, compared_late);
	/* A copy, as the bytes are gone by the record's end. */
	struct str source = str_slice(reader_source(reader, late->place), 0, sizeof(late->source));
	memcpy(late->source, source.at, source.length);
	late->source_length = source.length;
}

/* The earliest day that children of the element have; DAY_NONE when none has. */
static int32_t earliest(const struct record *record, enum element_id element,
			enum attribute_id attribute)
{
	int32_t first = DAY_NONE;
	const struct record *child = record_child(record, element);
	for (; child; child = record_sibling(child)) {
		int32_t day = record_day(child, attribute);
		if (day != DAY_NONE && (first == DAY_NONE || day < first))
			first = day;
	}
	return first;
}

/* The day a household is approved: the earlier of `approved` and its earliest approval. */
static int32_t household_approved_on(const struct record *household)
{
	int32_t written = record_day(household, HOUSEHOLD_APPROVED);
	int32_t first = earliest(household, ELEMENT_HOUSEHOLD_APPROVAL, HOUSEHOLD_APPROVAL_DATE);
	if (written == DAY_NONE || first == DAY_NONE)
		return written == DAY_NONE ? first : written;
	return first < written ? first : written;
}

static void check_late(struct reader *reader, const struct late_place *late,
		       const char *second_name, int32_t second, const char *first_name,
		       int32_t first)
{
	if (first != DAY_NONE && second != DAY_NONE && second < first)
		say_dates(reader, late->place, (struct str){late->source, late->source_length},
			  second_name, second, first_name, first);
}

void check_complete(struct reader *reader, const struct record *record,
		    const struct late_place *late)
{
	if (record->element == ELEMENT_HOUSEHOLD) {
		int32_t ended = record_day(record, HOUSEHOLD_ENDED);
		if (ended != DAY_NONE)
			check_late(reader, late, "household ended", ended, "its approval",
				   household_approved_on(record));
	} else if (record->element == ELEMENT_PANEL_CASE) {
		const struct record *decision = record_child(record, ELEMENT_PANEL_CASE_DECISION);
		if (decision)
			check_late(reader, late, "decision date",
				   record_day(decision, PANEL_CASE_DECISION_DATE),
				   "its first hearing",
				   earliest(record, ELEMENT_PANEL_CASE_HEARING,
					    PANEL_CASE_HEARING_DATE));
	}
}
