#include "render/draw/chart_rows.h"
#include "render/draw/chart_series.h"
#include "render/draw/chart_text.h"

#define SEVERAL_GAP 0.6
#define LABEL_GAP 0.6 /* between a row's label and its mark, in sizes */

/* A pattern needs more of a box to be known than a colour. */
static double key_width(const struct drawing *drawing, enum key key)
{
	static const double boxes[] = {
		[TELLING_COLOURS] = 0.8, [TELLING_BOTH] = 1.3, [TELLING_PATTERNS] = 1.9};

	if (key == KEY_BOXES)
		return boxes[drawing->canvas->telling] * drawing->size;
	return (key == KEY_LINES ? 1.9 : 1.0) * drawing->size;
}

static void draw_key(const struct drawing *drawing, size_t series, double x, double baseline,
		     enum key key)
{
	double size = drawing->size, width = key_width(drawing, key);
	double middle = baseline - 0.335 * size;

	if (key == KEY_BOXES) {
		series_box(drawing, series, x, middle - 0.4 * size, width, 0.8 * size, 0);
		return;
	}
	if (key == KEY_LINES)
		series_line(drawing, series, x, middle, x + width, middle);
	series_mark(drawing, series, x + width / 2, middle, 0.38 * size);
}

void drawing_legend(struct drawing *drawing, double x, enum key key)
{
	const struct chart *chart = drawing->chart;
	double size = drawing->size, at = x, beside = key_width(drawing, key) + 0.5 * size;

	if (chart->series_count < 2)
		return;
	for (size_t i = 0; i < chart->series_count; i++) {
		struct lines name =
			drawing_wrap(drawing, chart->series[i], false, drawing->width - x - beside);

		if (at > x && (name.count > 1 || at + beside + name.width > drawing->width)) {
			drawing->y += 1.5 * size;
			at = x;
		}
		draw_key(drawing, i, at, drawing->y + size, key);
		drawing_lines(drawing, &name, at + beside, drawing->y + 0.03 * size, false,
			      COLOUR_INK, ALIGN_START);
		drawing->y += (double)(name.count > 0 ? name.count - 1 : 0) * LINE_HEIGHT * size;
		at += beside + name.width + 1.6 * size;
	}
	drawing->y += 2.1 * size;
}

static bool rows_fit(const struct drawing *drawing, struct rows *rows, double room)
{
	const struct chart *chart = drawing->chart;
	double widest = 0;
	bool torn = false;

	for (size_t i = 0; i < chart->category_count; i++) {
		rows->labels[i] =
			drawing_wrap_even(drawing, chart->categories[i].label, false, room);
		torn |= rows->labels[i].torn;
		if (rows->labels[i].width > widest)
			widest = rows->labels[i].width;
	}
	rows->left = widest + LABEL_GAP * drawing->size;
	return !torn;
}

struct rows rows_layout(const struct drawing *drawing)
{
	struct rows rows = {0};

	rows.labels = ARENA_ARRAY(drawing->arena, drawing->chart->category_count, struct lines);
	if (drawing->narrow) {
		rows_fit(drawing, &rows, drawing->width);
		rows.left = 0;
	} else if (!rows_fit(drawing, &rows, 0.3 * drawing->width)) {
		/* A long word is given more room before it is broken. */
		rows_fit(drawing, &rows, 0.42 * drawing->width);
	}
	return rows;
}

double rows_begin(struct rows *rows, const struct drawing *drawing, size_t category, double height)
{
	const struct lines *label = &rows->labels[category];
	double text = drawing_lines_height(drawing, label), top = drawing->y;

	rows->begun = category;
	rows->top = top;
	if (drawing->tops)
		drawing->tops[category] = top;
	if (drawing->narrow) {
		drawing_lines(drawing, label, 0, top, false, COLOUR_INK, ALIGN_START);
		rows->bottom = top + text + 0.15 * drawing->size + height;
		return rows->bottom - height;
	}
	double row = text > height ? text : height;

	drawing_lines(drawing, label, rows->left - LABEL_GAP * drawing->size,
		      top + (row - text) / 2, false, COLOUR_INK, ALIGN_END);
	rows->bottom = top + row;
	return top + (row - height) / 2;
}

/* Labels of several lines at the left stand so far apart that each is seen to be one. */
static double label_gap(const struct rows *rows, const struct drawing *drawing)
{
	size_t next = rows->begun + 1;
	bool several = next < drawing->to &&
		       (rows->labels[rows->begun].count > 1 || rows->labels[next].count > 1);

	return several && !drawing->narrow ? SEVERAL_GAP * drawing->size : 0;
}

void rows_end(struct rows *rows, struct drawing *drawing, double mark_bottom, double gap)
{
	double least = rows->bottom + label_gap(rows, drawing);

	drawing->y = (mark_bottom > rows->bottom ? mark_bottom : rows->bottom) + gap;
	drawing->y = drawing->y > least ? drawing->y : least;
}
