#include "compose/data/chart_words.h"
#include "compose/data/chart_draft.h"

struct chart_words draft_words(const struct chart_draft *draft)
{
	const struct chart *chart = draft->chart;
	const struct facts *facts = draft->sketch->facts;
	struct chart_words words = {.largest_tied = true, .smallest_tied = true};
	const struct chart_category *largest = NULL, *smallest = NULL;

	for (size_t i = 0; i < chart->category_count; i++) {
		const struct chart_category *at = &chart->categories[i];
		const struct chart_value *value = &at->values[0];

		if (!value->known || value->amount <= 0)
			continue;
		if (!largest || value->amount >= largest->values[0].amount) {
			words.largest_tied = largest && value->amount <= largest->values[0].amount;
			largest = at;
		}
		if (!smallest || value->amount <= smallest->values[0].amount) {
			words.smallest_tied =
				smallest && value->amount >= smallest->values[0].amount;
			smallest = at;
		}
	}
	if (largest) {
		words.largest_label = largest->label;
		words.largest_value = largest->values[0].text;
		words.largest_share = largest->values[0].share;
		words.smallest_label = smallest->label;
		words.smallest_value = smallest->values[0].text;
		words.smallest_share = smallest->values[0].share;
	}
	if (draft->of != MEASURE_NONE)
		words.total =
			figure_words(draft->sketch->arena, facts, draft->of, VARIANT_PLAIN).text;
	return words;
}

static bool mentions(struct str text, const char *word)
{
	for (size_t at = 0; at < text.length; at++) {
		if (str_starts(str_slice(text, at, text.length), str_of(word)))
			return true;
	}
	return false;
}

static bool speaks_of(const struct chart_draft *draft, const struct chart_category *category,
		      struct str largest)
{
	struct str names = str_of(record_text(draft->record, CHART_SPEAKS_OF));
	const char *measure = category->values[0].measure;

	if (largest.length)
		return str_equal(category->label, largest);
	for (size_t at = 0; measure && at < names.length;) {
		size_t end = str_find(names, ' ', at);

		if (str_is(str_slice(names, at, end), measure))
			return true;
		at = end + 1;
	}
	return false;
}

/* What the title speaks of keeps its colour, the rest is grey; nothing is when it is of none. */
static void part_rest(const struct chart_draft *draft, struct str largest)
{
	struct chart *chart = draft->chart;
	bool any = false;

	if (chart->kind != CHART_BARS || draft->series_count != 1)
		return;
	for (size_t i = 0; i < chart->category_count; i++)
		any = any || speaks_of(draft, &chart->categories[i], largest);
	for (size_t i = 0; any && i < chart->category_count; i++)
		chart->categories[i].rest = !speaks_of(draft, &chart->categories[i], largest);
}

/* Whether what the title says is so: of parts that are alike none is the largest. */
static bool is_finding(struct chart_draft *draft, const struct chart_words *words, struct str title)
{
	struct sketch *sketch = draft->sketch;
	bool largest = mentions(title, "{{LARGEST_"), smallest = mentions(title, "{{SMALLEST_");
	bool share = mentions(title, "EST_SHARE}}");

	if ((largest || smallest) && !record_has(draft->record, CHART_PLAIN_TITLE))
		composer_complain_text(
			sketch->composer, sketch_place(sketch, draft->record), STR(""),
			"the title names the largest or smallest, which may be tied: add "
			"plain-title=\"…\"");
	if (share && draft->of == MEASURE_NONE)
		composer_complain_text(sketch->composer, sketch_place(sketch, draft->record),
				       STR(""),
				       "the title names a share: say of what, with of=\"…\"");
	return !(largest && words->largest_tied) && !(smallest && words->smallest_tied) &&
	       !(share && !words->largest_share.length);
}

/* The title, or the plain one where the finding that it says would not be one. */
static void set_title(struct chart_draft *draft, const struct chart_words *words)
{
	struct str title = str_of(record_text(draft->record, CHART_TITLE));
	bool found = is_finding(draft, words, title);

	draft->chart->title = sketch_text(draft->sketch, draft->record,
					  found ? CHART_TITLE : CHART_PLAIN_TITLE, words);
	if (found)
		part_rest(draft, mentions(title, "{{LARGEST_") ? words->largest_label : STR(""));
}

bool draft_has_areas(const struct chart_draft *draft)
{
	for (size_t i = 0; i < draft->series_count; i++) {
		if (draft->series[i].area.length)
			return true;
	}
	return false;
}

/* Notes the reasons whose marks stand in place of values. */
static void note_lacks(const struct chart_draft *draft, const struct chart_category *categories,
		       size_t count, bool *lacks)
{
	for (size_t i = 0; i < count * draft->series_count; i++) {
		const struct chart_value *value =
			&categories[i / draft->series_count].values[i % draft->series_count];

		for (int reason = REASON_NONE; reason <= REASON_HIDDEN; reason++) {
			if (!value->known && str_equal(value->text, reason_mark(reason)))
				lacks[reason] = true;
		}
	}
}

void draft_finish_words(struct chart_draft *draft, const struct chart_words *words)
{
	struct sketch *sketch = draft->sketch;
	struct chart *chart = draft->chart;
	bool lacks[REASON_HIDDEN + 1] = {false};

	set_title(draft, words);
	chart->subtitle = sketch_text(sketch, draft->record, CHART_SUBTITLE, words);
	chart->note = sketch_text(sketch, draft->record, CHART_NOTE, words);
	chart->source = draft->sources;
	note_lacks(draft, chart->categories, chart->category_count, lacks);
	note_lacks(draft, draft->absent, draft->absent_count, lacks);
	sketch_add_reasons(sketch, &chart->note, lacks,
			   draft->years ? "A dash (–) means that no figure was published for that "
					  "year."
			   : draft_has_areas(draft)
				   ? "A dash (–) means that there is no figure to compare with."
				   : reason_note(REASON_NONE));
}
