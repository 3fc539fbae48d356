#include "audit/drawing.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/words.h"

enum { MARKS_AT_MOST = 400 };

struct bar {
	double x, y, width, height;
	bool is_stub; /* in another pattern than a series' */
};

struct lettering {
	double x, y;
	bool is_value, is_middle;
	struct str text;
};

struct marks {
	struct bar bars[MARKS_AT_MOST];
	struct lettering writings[MARKS_AT_MOST];
	size_t bar_count, writing_count;
};

static const char *find(struct str text, const char *what)
{
	return memmem(text.at, text.length, what, strlen(what));
}

static double number_of(struct str tag, const char *name)
{
	const char *at = find(tag, name);

	return at ? strtod(at + strlen(name), NULL) : 0;
}

static bool is_series(struct str tag)
{
	static const char *const series[] = {"f-first", "f-second", "f-third", "f-fourth",
					     "f-fifth", "f-sixth",  "f-rest"};

	for (size_t i = 0; i < sizeof series / sizeof *series; i++)
		if (find(tag, series[i]))
			return true;
	return false;
}

/* "M0 325.65h8.14v19.5H0Z": a bar. */
static void take_bar(struct marks *drawing, struct arena *arena, struct str tag)
{
	const char *at = find(tag, " d=\"M");
	struct bar bar = {.is_stub = !is_series(tag)};
	double back;

	if (!at || drawing->bar_count == MARKS_AT_MOST || find(tag, "f-paper"))
		return;
	at = str_terminated(arena, (struct str){at, tag.length - (size_t)(at - tag.at)});
	if (sscanf(at, " d=\"M%lf %lfh%lfv%lfH%lfZ", &bar.x, &bar.y, &bar.width, &bar.height,
		   &back) == 5)
		drawing->bars[drawing->bar_count++] = bar;
}

static void take_writing(struct marks *drawing, struct arena *arena, struct str tag,
			 struct str text)
{
	if (drawing->writing_count < MARKS_AT_MOST)
		drawing->writings[drawing->writing_count++] = (struct lettering){
			.x = number_of(tag, " x=\""),
			.y = number_of(tag, " y=\""),
			.is_value = find(tag, " b\"") != NULL,
			.is_middle = find(tag, "middle") != NULL,
			.text = label_plain(arena, words_of_markup(arena, text))};
}

static void take_marks(struct marks *drawing, struct arena *arena, struct str text)
{
	for (size_t at = str_find(text, '<', 0); at < text.length;
	     at = str_find(text, '<', at + 1)) {
		size_t end = str_find(text, '>', at);
		struct str tag = str_slice(text, at, end);

		if (str_starts(tag, STR("<path ")))
			take_bar(drawing, arena, tag);
		else if (str_starts(tag, STR("<text ")))
			take_writing(drawing, arena, tag,
				     str_slice(text, end + 1, str_find(text, '<', end)));
	}
}

/* Whether the words stand in the bar's row, or the value above the bar in its column. */
static bool is_beside(const struct bar *bar, const struct lettering *writing)
{
	if (writing->is_middle)
		return fabs(bar->x + bar->width / 2 - writing->x) < 1;
	return writing->y > bar->y && writing->y < bar->y + bar->height;
}

static const struct lettering *beside(const struct marks *drawing, const struct bar *bar,
				      bool value)
{
	for (size_t i = 0; i < drawing->writing_count; i++)
		if (drawing->writings[i].is_value == value && is_beside(bar, &drawing->writings[i]))
			return &drawing->writings[i];
	return NULL;
}

static double length_of(const struct marks *drawing, const struct bar *bar)
{
	const struct lettering *label = beside(drawing, bar, false);

	return label && label->is_middle ? bar->height : bar->width;
}

/* The length of one, by the longest bar that has its number; 0: there is none. */
static double unit_of(const struct marks *drawing)
{
	double longest = 0, unit = 0;

	for (size_t i = 0; i < drawing->bar_count; i++) {
		const struct lettering *value = beside(drawing, &drawing->bars[i], true);
		double length = length_of(drawing, &drawing->bars[i]);
		double number = value ? strtod(value->text.at, NULL) : 0;

		if (number > 0 && length > longest && !drawing->bars[i].is_stub) {
			longest = length;
			unit = length / number;
		}
	}
	return unit;
}

/*
 * The hidden figure whose label begins so, since labels may be cut into lines; NONE when several
 * labels do.
 */
static enum measure_id hidden_row(const struct told *told, const struct sheet *sheet,
				  struct str label)
{
	enum measure_id found = MEASURE_NONE;
	size_t count = 0;

	for (size_t row = 1; row < sheet->rows; row++) {
		const struct data_cell *cells = &sheet->cells[row * sheet->columns];

		if (!str_starts(label_plain(told->arena, cells[0].text), label))
			continue;
		found = cells[1].id;
		count++;
	}
	return count == 1 && found != MEASURE_NONE && is_hidden(told, found) ? found : MEASURE_NONE;
}

static bool are_stubs_alike(const struct marks *drawing)
{
	double size = 0;

	for (size_t i = 0; i < drawing->bar_count; i++) {
		double length = length_of(drawing, &drawing->bars[i]);

		if (!drawing->bars[i].is_stub)
			continue;
		if (size > 0 && fabs(size - length) > 0.02)
			return false;
		size = length;
	}
	return true;
}

static void measure_bars(struct told *told, const struct sheet *sheet, const struct marks *drawing,
			 struct str file)
{
	double unit = unit_of(drawing);
	bool alike = are_stubs_alike(drawing);

	for (size_t i = 0; unit > 0 && i < drawing->bar_count; i++) {
		const struct bar *bar = &drawing->bars[i];
		const struct lettering *label = beside(drawing, bar, false);
		struct claim claim = {.kind = CLAIM_VALUE, .file = file};

		if (!label)
			continue;
		claim.id = hidden_row(told, sheet, label->text);
		claim.value = llround(length_of(drawing, bar) / unit);
		if (claim.id == MEASURE_NONE)
			continue;
		if (!bar->is_stub || !alike)
			tell(told, &claim);
		else if (beside(drawing, bar, true))
			tell_printed(told, claim.id, beside(drawing, bar, true)->text, file);
	}
}

void drawing_read(struct told *told, const struct sheet *sheet, struct str text, struct str file)
{
	struct marks *drawing = ARENA_NEW(told->arena, struct marks);

	take_marks(drawing, told->arena, text);
	if (sheet->columns > 1)
		measure_bars(told, sheet, drawing, file);
}
