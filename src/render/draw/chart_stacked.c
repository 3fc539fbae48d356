#include "render/draw/chart_stacked.h"
#include "render/draw/chart_parts.h"
#include "render/draw/chart_rows.h"
#include "render/draw/chart_series.h"
#include "render/draw/chart_text.h"

#define PART_GAP 1.5  /* paper between two parts */
#define PART_PAD 0.45 /* around a count in its part, in sizes */
#define NOTE_GAP 0.7  /* between the bar and what is written at its right */
#define NOTE_SHARE 0.3

struct stack {
	double plot; /* the width of a bar */
	double note; /* the room at its right; 0 when all counts are in the bars */
};

static double row_total(const struct drawing *drawing, const struct chart_category *category)
{
	double total = 0;

	for (size_t j = 0; j < drawing->chart->series_count; j++)
		total += value_amount(&category->values[j]);
	return total;
}

/* What a bar of the whole width stands for: all bars are to one scale. */
static double largest_total(const struct drawing *drawing)
{
	double largest = 0;

	for (size_t i = 0; i < drawing->chart->category_count; i++) {
		double total = row_total(drawing, &drawing->chart->categories[i]);

		largest = total > largest ? total : largest;
	}
	return largest;
}

/* What the count of a series takes at the left of its part. */
static double count_width(const struct drawing *drawing, const struct chart_value *value)
{
	return drawing_width(drawing, value_text(value), true) + 2 * PART_PAD * drawing->size;
}

static bool is_inside(const struct drawing *drawing, const struct chart_category *category,
		      size_t series, double width)
{
	const struct chart_value *value = &category->values[series];

	return value->known &&
	       count_width(drawing, value) + series_text_room(drawing, series) <= width - PART_GAP;
}

/* "Negative 2, Deferred –": what a bar of that width has no room for. */
static struct str left_out(const struct drawing *drawing, const struct chart_category *category,
			   double plot)
{
	const struct chart *chart = drawing->chart;
	double total = largest_total(drawing);
	struct str note = STR("");

	for (size_t j = 0; j < chart->series_count; j++) {
		const struct chart_value *value = &category->values[j];
		double width = total > 0 ? plot * value_amount(value) / total : 0;
		struct str text = value_text(value);

		if (total > 0 && value->known && value_amount(value) <= 0)
			continue;
		if (is_inside(drawing, category, j, width))
			continue;
		note = str_format(drawing->arena, "%.*s%s%.*s%s%.*s", STR_ARG(note),
				  note.length > 0 ? ", " : "", STR_ARG(chart->series[j]),
				  chart->series[j].length > 0 ? "\xc2\xa0" : "", STR_ARG(text));
	}
	return note;
}

static double widest_note(const struct drawing *drawing, double plot)
{
	double widest = 0;

	for (size_t i = 0; i < drawing->chart->category_count; i++) {
		struct str note = left_out(drawing, &drawing->chart->categories[i], plot);
		double width = drawing_width(drawing, note, false);

		if (note.length > 0 && width > widest)
			widest = width;
	}
	return widest;
}

/* Room given to the notes narrows the bars, which may push a further count out: so twice. */
static struct stack stack_layout(const struct drawing *drawing, double room)
{
	struct stack stack = {.plot = room};

	if (drawing->narrow)
		return stack;
	for (int pass = 0; pass < 2; pass++) {
		double note = widest_note(drawing, stack.plot), most = NOTE_SHARE * room;

		stack.note = note > most ? most : note;
		stack.plot = room - stack.note - (note > 0 ? NOTE_GAP * drawing->size : 0);
	}
	return stack;
}

static void draw_parts(const struct drawing *drawing, const struct chart_category *category,
		       double x, double y, double plot, double thickness)
{
	double total = row_total(drawing, category), scale = largest_total(drawing);
	double end = x + (total > 0 ? plot * total / scale : plot);

	if (total <= 0)
		drawing_line(drawing, x, y + thickness / 2, end, y + thickness / 2, COLOUR_HAIRLINE,
			     1);
	for (size_t j = 0; j < drawing->chart->series_count && total > 0; j++) {
		const struct chart_value *value = &category->values[j];
		double width = plot * value_amount(value) / scale;
		double ink = width - (x + width < end - 0.5 ? PART_GAP : 0);

		bool inside = is_inside(drawing, category, j, width);

		if (width <= 0)
			continue;
		series_box(drawing, j, x, y, ink > 0.75 ? ink : 0.75, thickness,
			   inside ? count_width(drawing, value) : 0);
		if (inside)
			series_text(drawing, j, x + PART_PAD * drawing->size,
				    drawing_centred(drawing, y + thickness / 2), value_text(value));
		x += width;
	}
}

/* Gives the note's bottom. */
static double draw_note(const struct drawing *drawing, const struct stack *stack, struct str note,
			double left, double y, double thickness)
{
	double room = drawing->narrow ? drawing->width : stack->note;
	struct lines lines = drawing_wrap(drawing, note, false, room);
	double height = drawing_lines_height(drawing, &lines);

	if (drawing->narrow) {
		drawing_lines(drawing, &lines, 0, y + thickness + 0.1 * drawing->size, false,
			      COLOUR_QUIET, ALIGN_START);
		return y + thickness + 0.1 * drawing->size + height;
	}
	double top = y + (thickness - LINE_HEIGHT * drawing->size) / 2;

	drawing_lines(drawing, &lines, left + stack->plot + NOTE_GAP * drawing->size, top, false,
		      COLOUR_QUIET, ALIGN_START);
	return top + height;
}

void draw_stacked(struct drawing *drawing)
{
	const struct chart *chart = drawing->chart;
	double size = drawing->size, thickness = 1.6 * size;
	bool close = chart->category_count > 12;
	double gap = (close ? 0.35 : 0.75) * size;
	struct rows rows = rows_layout(drawing);
	struct stack stack = stack_layout(drawing, drawing->width - rows.left);

	drawing_legend(drawing, rows.left, KEY_BOXES);
	for (size_t i = drawing->from; i < drawing->to; i++) {
		const struct chart_category *category = &chart->categories[i];
		struct str note = left_out(drawing, category, stack.plot);
		double y = rows_begin(&rows, drawing, i, thickness), bottom = y + thickness;

		draw_parts(drawing, category, rows.left, y, stack.plot, thickness);
		if (note.length > 0)
			bottom = draw_note(drawing, &stack, note, rows.left, y, thickness);
		rows_end(&rows, drawing, bottom > y + thickness ? bottom : y + thickness, gap);
	}
	drawing->y -= gap / 2;
}
