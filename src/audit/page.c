#include "audit/page.h"

#include <string.h>

#include "audit/drawing.h"
#include "audit/words.h"

#define FIGURE "id=\"chart-"

/* Where `what` next stands from `at` on; the text's length when it doesn't. */
static size_t find(struct str text, const char *what, size_t at)
{
	const char *found = at < text.length
				    ? memmem(text.at + at, text.length - at, what, strlen(what))
				    : NULL;

	return found ? (size_t)(found - text.at) : text.length;
}

/* The value of an attribute in a tag; empty when it has none. */
static struct str attribute(struct str tag, const char *name)
{
	size_t at = find(tag, name, 0);

	if (at >= tag.length)
		return STR("");
	at += strlen(name);
	return str_slice(tag, at, str_find(tag, '"', at));
}

/* The last `what` before `at`, or the beginning. */
static size_t find_before(struct str text, const char *what, size_t at)
{
	while (at > 0 && !str_starts(str_slice(text, at, text.length), str_of(what)))
		at--;
	return at;
}

/* What is said of the nation is not said of the council. */
static bool is_of_others(struct str text, size_t at)
{
	size_t row = find_before(text, "<tr", at), paragraph = find_before(text, "<p", at);
	size_t from = row > paragraph ? row : paragraph;
	struct str before = str_slice(text, from, at);

	return find(before, "England", 0) < before.length;
}

/* Whether it is printed as a percentage. */
static bool is_share(struct str text, size_t at)
{
	struct str printed = str_slice(text, at, find(text, "</data", at));

	return printed.length && printed.at[printed.length - 1] == '%';
}

/*
 * Whether its row has the measure more than once in numbers: of several years, or beside what
 * others published of it. Which of them is this year's the markup doesn't say.
 */
static bool is_one_of_several(struct str text, size_t at, struct str tag)
{
	size_t from = find_before(text, "<tr", at);
	struct str row = str_slice(text, from, find(text, "</tr", from));
	struct str mark = str_slice(tag, find(tag, " data-measure=", 0), tag.length);
	size_t count = 0;

	if (at > from + row.length || !str_starts(row, STR("<tr")))
		return false;
	for (size_t i = 0; i + mark.length < row.length; i++)
		if (row.at[i] == ' ' && str_starts(str_slice(row, i, row.length), mark))
			count += !is_share(row, i);
	return count > 1;
}

/* <data value="309" data-measure="children.placement.foster">. */
static void read_figures(struct told *told, struct str text, struct str file)
{
	for (size_t at = find(text, "<data ", 0); at < text.length;
	     at = find(text, "<data ", at + 1)) {
		struct str tag = str_slice(text, at, str_find(text, '>', at));
		struct str value = attribute(tag, " value=\"");
		enum measure_id id = measure_find(attribute(tag, " data-measure=\""));

		if (id == MEASURE_NONE || !is_hidden(told, id) || is_of_others(text, at))
			continue;
		if (is_one_of_several(text, at, tag))
			continue;
		if (is_share(text, at) && measure_at(id)->unit == UNIT_COUNT)
			tell_share(told, id, value, file);
		else
			tell_printed(told, id, value, file);
	}
}

/* A chart may be drawn wide and narrow, each at a scale of its own. */
static void read_drawings(struct told *told, const struct sheet *sheet, struct str figure,
			  struct str file)
{
	for (size_t at = find(figure, "<svg", 0); at < figure.length;
	     at = find(figure, "<svg", at + 1))
		drawing_read(told, sheet, str_slice(figure, at, find(figure, "</svg", at)), file);
}

/* The words of a chart: its title, its labels, its description, its table. */
static void read_charts(struct told *told, const struct sheet *sheet, struct str text,
			struct str file)
{
	struct str mark = str_format(told->arena, FIGURE "%.*s\"", STR_ARG(sheet->name));

	for (size_t at = find(text, mark.at, 0); at < text.length;
	     at = find(text, mark.at, at + 1)) {
		struct str figure = str_slice(text, at, find(text, "</figure", at));

		words_read(told, sheet, words_of_markup(told->arena, figure), file);
		read_drawings(told, sheet, figure, file);
	}
}

/* Texts that name a chart's picture: those of links, of what other pages show of this one. */
static void read_alternatives(struct told *told, const struct sheet *sheet, struct str text,
			      struct str file)
{
	struct str mark = str_format(told->arena, "charts/%.*s.", STR_ARG(sheet->name));

	for (size_t at = find(text, mark.at, 0); at < text.length;
	     at = find(text, mark.at, at + 1)) {
		struct str behind = str_slice(text, at, at + 600);
		struct str alternative = attribute(behind, "image:alt\" content=\"");

		words_read(told, sheet, alternative, file);
		words_read(told, sheet, attribute(behind, "alt=\""), file);
	}
}

void page_read(struct told *told, const struct sheet *sheets, size_t sheet_count, struct str text,
	       struct str file)
{
	read_figures(told, text, file);
	for (size_t i = 0; i < sheet_count; i++) {
		read_charts(told, &sheets[i], text, file);
		read_alternatives(told, &sheets[i], text, file);
	}
}
