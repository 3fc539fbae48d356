/*
 * Owns which words compare, and which figures they stand beside: those of their sentence, else of
 * their paragraph. As long as one of these bears the words out, nothing is said.
 */
#include "compose/markers/comparison.h"

#include <string.h>

#include "compose/markers/prose.h"

enum { WHOLE = 1000 }; /* tenths of a percent */

#define FIND(prose, span, phrases, end)                                                            \
	prose_find((prose), (span), (phrases), sizeof(phrases) / sizeof *(phrases), (end))

/* -- the figures beside the words -------------------------------------------------------------- */

static bool has_figure(const struct prose *prose, struct prose_part span)
{
	for (size_t i = span.from; i < span.to; i++)
		if (prose->pieces[i].kind == PIECE_FIGURE)
			return true;
	return false;
}

static struct prose_part figures_beside(const struct prose *prose, struct prose_part sentence)
{
	struct prose_part all = {0, prose->count};

	return has_figure(prose, sentence) ? sentence : all;
}

static void complain(struct prose *prose, enum diagnostic_id id, size_t from, size_t to,
		     struct str advice)
{
	const struct saying *first = &prose->pieces[from], *last = &prose->pieces[to - 1];
	struct place place = source_place(prose->source, first->at);
	struct str words = str_slice(prose->source->text, first->at, last->at + last->length);

	for (size_t i = 0; i < words.length; i++) {
		if (words.at[i] == '\n') {
			words = str_slice(words, 0, i);
			break;
		}
	}
	composer_complain(prose->composer, id, place, source_line(prose->source, place.line), words,
			  advice);
}

/* -- more or fewer than last year's, or than England's ------------------------------------------
 */

static const char *const ups[] = {"more",      "higher", "rose",    "risen",	   "grew",  "grown",
				  "increased", "above",	 "greater", "an increase", "a rise"};
static const char *const downs[] = {"fewer",	  "less",	 "lower",     "fell",
				    "fallen",	  "dropped",	 "decreased", "declined",
				    "below",	  "a reduction", "a fall",    "a drop",
				    "a decrease", "a decline",	 "reduced"};
static const char *const sames[] = {"the same", "as many", "unchanged"};
static const char *const last_years[] = {"than the year before",
					 "than in the year before",
					 "than last year",
					 "than the previous year",
					 "than in the previous year",
					 "on the previous year",
					 "on the year before",
					 "on last year",
					 "compared with last year",
					 "compared to last year",
					 "since last year",
					 "from last year",
					 "as last year",
					 "as the year before",
					 "as in the year before",
					 "than LAST_YEAR",
					 "than in LAST_YEAR",
					 "on LAST_YEAR",
					 "as in LAST_YEAR",
					 "compared with LAST_YEAR"};
static const char *const englands[] = {"than in England",	  "than England",
				       "than across England",	  "than nationally",
				       "the national average",	  "England as a whole",
				       "the average for England", "the English average"};
static const char *const denials[] = {"not", "no", "never", "neither", "nor"};

/* -1, 0 or 1 for the word nearest before the anchor, else after it; false when there is none. */
static bool direction(const struct prose *prose, struct prose_part sentence, size_t anchor,
		      int *sign, size_t *at)
{
	bool found = false;

	for (size_t i = sentence.from; i < sentence.to && (i < anchor || !found); i++) {
		struct prose_part here = {i, i + 2 < sentence.to ? i + 2 : sentence.to};
		size_t end;

		if (FIND(prose, here, ups, &end) == i)
			*sign = 1;
		else if (FIND(prose, here, downs, &end) == i)
			*sign = -1;
		else if (FIND(prose, here, sames, &end) == i)
			*sign = 0;
		else
			continue;
		found = true;
		*at = i;
	}
	if (!found)
		return false;

	struct prose_part before = {*at > sentence.from + 3 ? *at - 3 : sentence.from, *at};
	size_t end;

	return FIND(prose, before, denials, &end) == before.to;
}

static bool bears_out(int64_t change, int sign)
{
	return sign > 0 ? change > 0 : sign < 0 ? change < 0 : change == 0;
}

/* The first figure that says otherwise, when none bears it out; NONE, and whether any can. */
static enum measure_id otherwise(const struct prose *prose, struct prose_part span,
				 enum figure_variant beside, int sign, bool *comparable)
{
	enum measure_id found = MEASURE_NONE;

	*comparable = false;
	for (size_t i = span.from; i < span.to; i++) {
		enum measure_id id = prose->pieces[i].measure;
		int64_t change;

		if (prose->pieces[i].kind != PIECE_FIGURE ||
		    !figure_change(prose->composer->facts, id, beside, &change))
			continue;
		*comparable = true;
		if (bears_out(change, sign))
			return MEASURE_NONE;
		if (found == MEASURE_NONE)
			found = id;
	}
	return found;
}

static void check_change(struct prose *prose, struct prose_part sentence,
			 enum figure_variant beside, size_t anchor, size_t end)
{
	struct arena *arena = prose->composer->arena;
	bool is_last = beside == VARIANT_CHANGE, comparable;
	size_t at = 0;
	int sign = 0;

	if (anchor == sentence.to || !direction(prose, sentence, anchor, &sign, &at))
		return;

	enum measure_id id =
		otherwise(prose, figures_beside(prose, sentence), beside, sign, &comparable);
	size_t from = at < anchor ? at : anchor, to = at < anchor ? end : at + 1;

	if (id != MEASURE_NONE)
		complain(prose, DIAGNOSTIC_COMPARED_OTHERWISE, from, to,
			 str_format(arena, "write {{%s:%s:more|fewer|as many}}",
				    measure_at(id)->marker, variant_names[beside]));
	else if (!comparable && is_last)
		complain(prose, DIAGNOSTIC_COMPARED_BY_NOBODY, from, to,
			 STR("choose the words by a marker, {{X:x-change:more|fewer|as many}}, or "
			     "write them within <as-written> … </as-written>"));
}

/* -- too many, not all: beside a rate that leaves nothing to wish --------------------------------
 */

static const char *const shortfalls[] = {"too many",   "too few",   "not all",	  "not every",
					 "not enough", "were late", "was late",	  "fell short",
					 "overdue",    "not met",   "was missed", "were missed"};

/* What is told by words alone: the figure that knows. */
static const struct {
	const char *word;
	enum measure_id measure;
} topics[] = {{"review", MEASURE_REVIEWS_ON_TIME_RATE},
	      {"reviews", MEASURE_REVIEWS_ON_TIME_RATE},
	      {"approvals", MEASURE_APPROVALS_WITHIN_EIGHT_MONTHS_RATE}};

/* Of these less is better. */
static bool is_better_low(enum measure_id id)
{
	static const char *const parts[] = {"unplanned", "three_or_more", "overdue"};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strstr(measure_at(id)->name, parts[i]))
			return true;
	return false;
}

static bool is_judged(const struct prose *prose, enum measure_id id)
{
	return prose->composer->facts->figures.of[id].known &&
	       (measure_at(id)->unit == UNIT_PERCENT || is_better_low(id));
}

static bool is_perfect(const struct prose *prose, enum measure_id id)
{
	int64_t value = prose->composer->facts->figures.of[id].value;

	return is_better_low(id) ? value == 0 : value >= WHOLE;
}

/* The first of the figures, when all of them are as good as can be; else NONE. */
static enum measure_id nothing_to_wish(const struct prose *prose, struct prose_part span)
{
	enum measure_id found = MEASURE_NONE;

	for (size_t i = span.from; i < span.to; i++) {
		enum measure_id id = prose->pieces[i].measure;

		if (prose->pieces[i].kind != PIECE_FIGURE || !is_judged(prose, id))
			continue;
		if (!is_perfect(prose, id))
			return MEASURE_NONE;
		found = found == MEASURE_NONE ? id : found;
	}
	return found;
}

static enum measure_id topic_of(const struct prose *prose, struct prose_part sentence)
{
	for (size_t i = sentence.from; i < sentence.to; i++) {
		for (size_t k = 0; k < sizeof topics / sizeof *topics; k++) {
			enum measure_id id = topics[k].measure;

			if (prose_is(prose, i, str_of(topics[k].word)) && is_judged(prose, id) &&
			    is_perfect(prose, id))
				return id;
		}
	}
	return MEASURE_NONE;
}

static void check_shortfall(struct prose *prose, struct prose_part sentence)
{
	size_t end, at = FIND(prose, sentence, shortfalls, &end);
	struct prose_part beside = figures_beside(prose, sentence);

	if (at == sentence.to)
		return;

	enum measure_id id = has_figure(prose, beside) ? nothing_to_wish(prose, beside)
						       : topic_of(prose, sentence);

	if (id == MEASURE_NONE)
		return;
	complain(prose, DIAGNOSTIC_COMPARED_OTHERWISE, at, end,
		 str_format(prose->composer->arena,
			    "choose the words by a marker, as in {{%s:at least 95%%:met|not met}}",
			    measure_at(id)->marker));
}

/* -- paragraphs -------------------------------------------------------------------------------- */

static void check_sentence(struct prose *prose, struct prose_part sentence)
{
	size_t end = 0, anchor = FIND(prose, sentence, last_years, &end);

	check_change(prose, sentence, VARIANT_CHANGE, anchor, end);
	anchor = FIND(prose, sentence, englands, &end);
	check_change(prose, sentence, VARIANT_ENGLAND, anchor, end);
	check_shortfall(prose, sentence);
}

static void check_paragraph(struct prose *prose, size_t from, size_t to)
{
	struct prose_part sentence = {0, 0};

	prose_read(prose, from, to);
	for (size_t i = 0; i <= prose->count; i++) {
		if (i < prose->count && prose->pieces[i].kind != PIECE_STOP)
			continue;
		sentence.to = i;
		check_sentence(prose, sentence);
		sentence.from = i + 1;
	}
}

/* Where the paragraph at `at` ends: at an empty line, or before a point of a list. */
static size_t paragraph_end(struct str text, size_t at)
{
	for (at = str_find(text, '\n', at); at < text.length; at = str_find(text, '\n', at + 1)) {
		struct str next = str_slice(text, at + 1, str_find(text, '\n', at + 1));

		if (!str_trim(next).length || str_starts(str_trim(next), STR("- ")))
			return at + 1;
	}
	return text.length;
}

void comparison_check(struct composer *composer, const struct source *source)
{
	struct prose *prose;

	if (!str_starts(source->path, composer->options->narrative))
		return;
	prose = ARENA_NEW(composer->arena, struct prose);
	prose->composer = composer;
	prose->source = source;
	for (size_t at = 0, end; at < source->text.length; at = end) {
		end = paragraph_end(source->text, at);
		/* What others said is theirs. */
		if (source->text.at[at] != '>')
			check_paragraph(prose, at, end);
	}
}
