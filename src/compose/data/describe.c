#include "compose/data/describe.h"
#include "base/buffer.h"
#include "compose/data/sketch.h"

enum { MOST_NAMED = 6 };

struct sentence {
	struct arena *arena;
	struct buffer out;
	struct str head; /* of the categories' column */
};

static void say(struct sentence *sentence, struct str text)
{
	buffer_str(&sentence->out, text);
}

#define SAY(sentence, ...) buffer_format(&(sentence)->out, __VA_ARGS__)

/* "A", "A and B", "A, B and C": what stands before the i-th of so many. */
static const char *separator(size_t i, size_t count)
{
	if (i == 0)
		return "";
	return i + 1 == count ? " and " : ", ";
}

/* Whether a label would not be told apart in such a list: "Respite, short breaks and others". */
static bool is_list(struct str label)
{
	for (size_t i = 0; i < label.length; i++) {
		if (label.at[i] == ',' ||
		    str_starts(str_slice(label, i, label.length), STR(" and ")))
			return true;
	}
	return false;
}

static bool any_is_list(const struct chart_category *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (is_list(list[i]->label))
			return true;
	}
	return false;
}

/* A label that is a number is told with the head of its column: "Age 18". */
static void say_label(struct sentence *sentence, const struct chart_category *category)
{
	struct str label = category->label;

	if (label.length && label.at[0] >= '0' && label.at[0] <= '9' && sentence->head.length)
		SAY(sentence, "%.*s ", STR_ARG(sentence->head));
	say(sentence, label);
}

/* A list behind a colon may use semicolons; within a sentence it may not. */
static void say_labels(struct sentence *sentence, const struct chart_category *const *list,
		       size_t count, bool behind_colon)
{
	size_t named = count > MOST_NAMED ? MOST_NAMED - 1 : count;
	bool apart = behind_colon && any_is_list(list, named);

	for (size_t i = 0; i < named; i++) {
		buffer_text(&sentence->out,
			    apart && i ? "; " : separator(i, count > named ? named + 1 : named));
		say_label(sentence, list[i]);
	}
	if (count > named)
		SAY(sentence, " and %zu more", count - named);
}

/* "30 (53%)" */
static void say_value(struct sentence *sentence, const struct chart_value *value)
{
	say(sentence, value->text);
	if (value->share.length)
		SAY(sentence, " (%.*s)", STR_ARG(value->share));
}

/* The categories whose first value equals `amount`. */
static size_t equal_to(const struct chart *chart, double amount,
		       const struct chart_category **found)
{
	size_t count = 0;

	for (size_t i = 0; i < chart->category_count; i++) {
		const struct chart_value *value = &chart->categories[i].values[0];

		if (value->known && !(value->amount < amount) && !(value->amount > amount))
			found[count++] = &chart->categories[i];
	}
	return count;
}

struct extremes {
	bool any;		    /* a value is known and not 0 */
	double most, least, second; /* second: the most below the most; -1 when there is none */
	size_t known;
};

static struct extremes find_extremes(const struct chart *chart, size_t series)
{
	struct extremes found = {.second = -1};

	for (size_t i = 0; i < chart->category_count; i++) {
		const struct chart_value *value = &chart->categories[i].values[series];

		if (!value->known)
			continue;
		if (!found.known++ || value->amount < found.least)
			found.least = value->amount;
		if (found.known == 1 || value->amount > found.most) {
			if (found.known > 1)
				found.second = found.most;
			found.most = value->amount;
		} else if (value->amount < found.most && value->amount > found.second) {
			found.second = value->amount;
		}
		found.any = found.any || value->amount > 0 || value->amount < 0;
	}
	return found;
}

static void say_group(struct sentence *sentence, const struct chart *chart, double amount,
		      const char *one, const char *many)
{
	const struct chart_category **list =
		ARENA_ARRAY(sentence->arena, chart->category_count, const struct chart_category *);
	size_t count = equal_to(chart, amount, list);

	say_labels(sentence, list, count, false);
	SAY(sentence, " %s ", count == 1 ? one : many);
	say_value(sentence, &list[0]->values[0]);
	if (count > 1)
		SAY(sentence, " each");
}

/* Parts of a whole: the largest, the next, the smallest, and what was none. */
static void describe_parts(struct sentence *sentence, const struct chart *chart)
{
	struct extremes found = find_extremes(chart, 0);

	if (!found.any) {
		SAY(sentence, "There is nothing to show: nothing was counted under any heading.");
		return;
	}
	if (found.known == 1 || !(found.least < found.most)) {
		SAY(sentence, chart->category_count == 1 ? "There is one bar. "
							 : "All bars are equally long. ");
		say_group(sentence, chart, found.most, "has", "have");
		SAY(sentence, ".");
		return;
	}
	say_group(sentence, chart, found.most, "is the largest, with", "are the largest, with");
	if (found.second > found.least) {
		SAY(sentence, ", followed by ");
		say_group(sentence, chart, found.second, "with", "with");
	}
	SAY(sentence, ".");
	if (found.least > 0) {
		SAY(sentence, " ");
		say_group(sentence, chart, found.least, "is the smallest, with",
			  "are the smallest, with");
		SAY(sentence, ".");
	}
}

static void say_none(struct sentence *sentence, const struct chart *chart,
		     const struct chart_category *left_out, size_t left_out_count)
{
	const struct chart_category **list =
		ARENA_ARRAY(sentence->arena, chart->category_count + left_out_count,
			    const struct chart_category *);
	size_t count = equal_to(chart, 0, list);

	for (size_t i = 0; i < left_out_count; i++)
		list[count++] = &left_out[i];
	if (!count || !find_extremes(chart, 0).any)
		return;
	SAY(sentence, " None were recorded as ");
	say_labels(sentence, list, count, true);
	SAY(sentence, ".");
}

static void say_unknown(struct sentence *sentence, const struct chart *chart)
{
	const struct chart_category **list =
		ARENA_ARRAY(sentence->arena, chart->category_count, const struct chart_category *);
	size_t count = 0;

	for (size_t i = 0; i < chart->category_count; i++) {
		if (!chart->categories[i].values[0].known)
			list[count++] = &chart->categories[i];
	}
	if (!count)
		return;
	SAY(sentence, " There is no figure for ");
	say_labels(sentence, list, count, false);
	SAY(sentence, ".");
}

/* Columns are bars, too: and drawn lying where they have no room to stand. */
static void describe_bars(struct sentence *sentence, const struct chart *chart,
			  const struct chart_context *context)
{
	struct extremes found = find_extremes(chart, 0);

	if (chart->category_count > 1)
		SAY(sentence, "This chart has %zu bars%s. ", chart->category_count,
		    context->sorted && found.least < found.most ? ", the longest first" : "");
	describe_parts(sentence, chart);
	say_none(sentence, chart, context->left_out, context->left_out_count);
	say_unknown(sentence, chart);
}

/* Digits and one point of a printed value, to say a difference as exactly as both were printed. */
static bool exact(struct str text, int64_t *thousandths, size_t *decimals)
{
	int64_t value = 0;
	size_t after = 0;
	bool point = false;

	for (size_t i = 0; i < text.length; i++) {
		char byte = text.at[i];

		if (byte == '.')
			point = true;
		else if (byte >= '0' && byte <= '9' && after < 3) {
			value = value * 10 + (byte - '0');
			after += point;
		} else if (byte != ',' && byte != '%')
			return false;
	}
	*decimals = after;
	for (; after < 3; after++)
		value *= 10;
	*thousandths = value;
	return true;
}

/* "100 fewer", "2.1 percentage points more"; false when the values can't be compared so. */
static bool say_change(struct sentence *sentence, const struct chart_value *from,
		       const struct chart_value *to)
{
	int64_t before, after;
	size_t decimals_before, decimals_after;
	bool percent = str_ends(to->text, STR("%"));

	if (!exact(from->text, &before, &decimals_before) ||
	    !exact(to->text, &after, &decimals_after) || percent != str_ends(from->text, STR("%")))
		return false;
	/* Published whole percentages and computed tenths differ by no more than they say. */
	if (decimals_before != decimals_after)
		return false;
	int64_t change = after > before ? after - before : before - after;

	if (change == 0) {
		SAY(sentence, ", the same");
		return true;
	}
	struct str size = decimals_after == 0
				  ? str_format(sentence->arena, "%lld", (long long)(change / 1000))
				  : str_format(sentence->arena, "%lld.%0*lld",
					       (long long)(change / 1000), (int)decimals_after,
					       (long long)(change % 1000 /
							   (decimals_after == 1	  ? 100
							    : decimals_after == 2 ? 10
										  : 1)));
	SAY(sentence, ", %.*s%s %s", STR_ARG(size),
	    !percent		? ""
	    : str_is(size, "1") ? " percentage point"
				: " percentage points",
	    after > before ? "more"
	    : percent	   ? "less"
			   : "fewer");
	return true;
}

/* The categories in which a series is at `amount`: "2021-22 and 2023-24". */
static void say_when(struct sentence *sentence, const struct chart *chart, size_t series,
		     double amount)
{
	size_t count = 0, said = 0;

	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < chart->category_count; i++) {
			const struct chart_value *value = &chart->categories[i].values[series];

			if (!value->known || value->amount < amount || value->amount > amount)
				continue;
			if (pass == 0) {
				count++;
				continue;
			}
			SAY(sentence, "%s%.*s", separator(said++, count),
			    STR_ARG(chart->categories[i].label));
		}
	}
}

static void describe_series(struct sentence *sentence, const struct chart *chart, size_t series)
{
	const struct chart_category *first = NULL, *last = NULL;
	struct extremes found = find_extremes(chart, series);

	for (size_t i = 0; i < chart->category_count; i++) {
		if (!chart->categories[i].values[series].known)
			continue;
		first = first ? first : &chart->categories[i];
		last = &chart->categories[i];
	}
	struct str name = chart->series[series].length ? chart->series[series] : STR("The figure");

	if (!first) {
		SAY(sentence, "There is no figure for %.*s. ", STR_ARG(name));
		return;
	}
	SAY(sentence, "%.*s: %.*s in %.*s", STR_ARG(name), STR_ARG(first->values[series].text),
	    STR_ARG(first->label));
	if (first == last) {
		SAY(sentence, ", the only year known. ");
		return;
	}
	SAY(sentence, ", %.*s in %.*s", STR_ARG(last->values[series].text), STR_ARG(last->label));
	say_change(sentence, &first->values[series], &last->values[series]);
	if (found.known > 2 && found.least < found.most) {
		SAY(sentence, "; highest in ");
		say_when(sentence, chart, series, found.most);
		SAY(sentence, ", lowest in ");
		say_when(sentence, chart, series, found.least);
	}
	SAY(sentence, ". ");
}

static void describe_years(struct sentence *sentence, const struct chart *chart)
{
	if (chart->series_count > 1)
		SAY(sentence, "This chart has %zu %s over %zu years. ", chart->series_count,
		    chart->kind == CHART_LINES ? "lines" : "sets of bars", chart->category_count);
	for (size_t i = 0; i < chart->series_count; i++)
		describe_series(sentence, chart, i);
}

static bool is_none(const struct chart *chart, const struct chart_category *category)
{
	for (size_t j = 0; j < chart->series_count; j++) {
		if (!category->values[j].known || category->values[j].amount > 0 ||
		    category->values[j].amount < 0)
			return false;
	}
	return true;
}

/* Every category with its parts: "Kinship approval: 21 positive, 2 negative." */
static void describe_each(struct sentence *sentence, const struct chart *chart)
{
	for (size_t i = 0; i < chart->category_count; i++) {
		const struct chart_category *category = &chart->categories[i];

		SAY(sentence, "%.*s: ", STR_ARG(category->label));
		if (is_none(chart, category)) {
			SAY(sentence, "none. ");
			continue;
		}
		for (size_t j = 0; j < chart->series_count; j++) {
			const struct chart_value *value = &category->values[j];

			SAY(sentence, "%s%.*s%s", j ? ", " : "", STR_ARG(chart->series[j]),
			    chart->series[j].length ? " " : "");
			if (value->known)
				say(sentence, value->text);
			else
				SAY(sentence, "not known");
		}
		SAY(sentence, ". ");
	}
}

static void describe_stacked(struct sentence *sentence, const struct chart *chart)
{
	if (chart->category_count > 1)
		SAY(sentence, "This chart has %zu rows, each a bar parted by its counts. ",
		    chart->category_count);
	else
		SAY(sentence, "This chart has one bar, parted by its counts. ");
	describe_each(sentence, chart);
}

static void describe_dots(struct sentence *sentence, const struct chart *chart)
{
	SAY(sentence, "This chart has %zu row%s, with a dot for each figure. ",
	    chart->category_count, chart->category_count == 1 ? "" : "s");
	describe_each(sentence, chart);
}

struct str chart_describe(struct arena *arena, const struct chart *chart,
			  const struct chart_context *context)
{
	struct sentence sentence = {.arena = arena, .head = chart->table->columns[0]};

	if (!chart->category_count && !context->left_out_count)
		return STR("There is nothing to show.");
	switch (chart->kind) {
	case CHART_BARS:
		describe_bars(&sentence, chart, context);
		break;
	case CHART_COLUMNS:
		if (context->years)
			describe_years(&sentence, chart);
		else if (chart->series_count > 1)
			describe_each(&sentence, chart);
		else
			describe_bars(&sentence, chart, context);
		break;
	case CHART_LINES:
		describe_years(&sentence, chart);
		break;
	case CHART_STACKED:
		describe_stacked(&sentence, chart);
		break;
	case CHART_DOTS:
		describe_dots(&sentence, chart);
		break;
	}
	struct str words = str_copy(arena, str_trim(buffer_view(&sentence.out)));

	buffer_release(&sentence.out);
	return words;
}
