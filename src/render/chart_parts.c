/* The parts that the kinds of chart share. */
#include "render/chart_parts.h"

#include "render/colour.h"

#define CIRCLE 0.5522847498 /* how far a quarter circle's control points stand off, in radii */
#define LABEL_GAP 0.6	    /* between a row's label and its mark, in sizes */

double drawing_width(const struct drawing *drawing, struct str text, bool bold)
{
	struct text_style style = {.size = drawing->size, .bold = bold, .colour = COLOUR_INK};

	return drawing->canvas->operations->text_width(drawing->canvas, text, style);
}

void drawing_label(const struct drawing *drawing, double x, double baseline, struct str text,
		   bool bold, enum colour colour, enum align align)
{
	struct text_style style = {
		.size = drawing->size, .bold = bold, .colour = colour, .align = align};

	if (text.length > 0)
		drawing->canvas->operations->text(drawing->canvas, x, baseline, text, style);
}

void drawing_box(const struct drawing *drawing, double x, double y, double width, double height,
		 enum colour colour)
{
	const struct canvas_operations *operations = drawing->canvas->operations;

	if (width <= 0 || height <= 0)
		return;
	operations->rectangle(drawing->canvas, x, y, width, height);
	operations->fill(drawing->canvas, colour);
}

void drawing_line(const struct drawing *drawing, double x1, double y1, double x2, double y2,
		  enum colour colour, double width)
{
	const struct canvas_operations *operations = drawing->canvas->operations;

	operations->move_to(drawing->canvas, x1, y1);
	operations->line_to(drawing->canvas, x2, y2);
	operations->stroke(drawing->canvas, colour, width);
}

static void trace_circle(struct canvas *canvas, double x, double y, double r)
{
	const struct canvas_operations *to = canvas->operations;
	double k = CIRCLE * r;

	to->move_to(canvas, x + r, y);
	to->curve_to(canvas, x + r, y + k, x + k, y + r, x, y + r);
	to->curve_to(canvas, x - k, y + r, x - r, y + k, x - r, y);
	to->curve_to(canvas, x - r, y - k, x - k, y - r, x, y - r);
	to->curve_to(canvas, x + k, y - r, x + r, y - k, x + r, y);
	to->close_path(canvas);
}

static void trace_polygon(struct canvas *canvas, const double (*points)[2], size_t count, double x,
			  double y, double r)
{
	const struct canvas_operations *to = canvas->operations;

	to->move_to(canvas, x + points[0][0] * r, y + points[0][1] * r);
	for (size_t i = 1; i < count; i++)
		to->line_to(canvas, x + points[i][0] * r, y + points[i][1] * r);
	to->close_path(canvas);
}

void drawing_mark(const struct drawing *drawing, size_t series, double x, double y, double radius)
{
	static const double diamond[4][2] = {{0, -1.25}, {1.25, 0}, {0, 1.25}, {-1.25, 0}};
	static const double square[4][2] = {{-0.9, -0.9}, {0.9, -0.9}, {0.9, 0.9}, {-0.9, 0.9}};
	static const double triangle[3][2] = {{0, -1.2}, {1.15, 0.85}, {-1.15, 0.85}};
	struct canvas *canvas = drawing->canvas;

	switch (series % 4) {
	case 0:
		trace_circle(canvas, x, y, radius);
		break;
	case 1:
		trace_polygon(canvas, diamond, 4, x, y, radius);
		break;
	case 2:
		trace_polygon(canvas, square, 4, x, y, radius);
		break;
	default:
		trace_polygon(canvas, triangle, 3, x, y, radius);
		break;
	}
	canvas->operations->fill(canvas, colour_of_series(series));
}

double drawing_centred(const struct drawing *drawing, double middle)
{
	return middle + 0.335 * drawing->size;
}

struct str value_text(const struct chart_value *value)
{
	return value->known && value->text.length > 0 ? value->text : STR("\xe2\x80\x93");
}

static struct str share_text(const struct drawing *drawing, const struct chart_value *value)
{
	if (!value->known || value->share.length == 0)
		return STR("");
	return str_format(drawing->arena, "(%.*s)", STR_ARG(value->share));
}

double value_width(const struct drawing *drawing, const struct chart_value *value)
{
	struct str share = share_text(drawing, value);
	double width = drawing_width(drawing, value_text(value), true);

	if (share.length > 0)
		width += 0.3 * drawing->size + drawing_width(drawing, share, false);
	return width;
}

void value_draw(const struct drawing *drawing, const struct chart_value *value, double x,
		double baseline, enum colour colour, enum colour share_colour)
{
	struct str text = value_text(value), share = share_text(drawing, value);

	drawing_label(drawing, x, baseline, text, true, value->known ? colour : share_colour,
		      ALIGN_START);
	x += drawing_width(drawing, text, true) + 0.3 * drawing->size;
	drawing_label(drawing, x, baseline, share, false, share_colour, ALIGN_START);
}

double value_amount(const struct chart_value *value)
{
	return value->known && value->amount > 0 ? value->amount : 0;
}

double chart_largest(const struct chart *chart)
{
	double largest = 0;

	for (size_t i = 0; i < chart->category_count; i++)
		for (size_t j = 0; j < chart->series_count; j++) {
			double amount = value_amount(&chart->categories[i].values[j]);

			if (amount > largest)
				largest = amount;
		}
	return largest;
}

void drawing_legend(struct drawing *drawing, double x, bool marks)
{
	const struct chart *chart = drawing->chart;
	double size = drawing->size, at = x, swatch = 0.8 * size;

	if (chart->series_count < 2)
		return;
	for (size_t i = 0; i < chart->series_count; i++) {
		struct lines name = drawing_wrap(drawing, chart->series[i], false,
						 drawing->width - x - 1.3 * size);
		double baseline = drawing->y + size;

		if (at > x && at + 1.3 * size + name.width > drawing->width) {
			drawing->y += 1.5 * size;
			baseline = drawing->y + size;
			at = x;
		}
		if (marks)
			drawing_mark(drawing, i, at + 0.5 * size, baseline - 0.335 * size,
				     0.38 * size);
		else
			drawing_box(drawing, at, baseline - 0.735 * size, swatch, swatch,
				    colour_of_series(i));
		drawing_lines(drawing, &name, at + 1.3 * size, baseline - 0.97 * size, false,
			      COLOUR_INK, ALIGN_START);
		drawing->y += (double)(name.count > 0 ? name.count - 1 : 0) * LINE_HEIGHT * size;
		at += 1.3 * size + name.width + 1.6 * size;
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

	rows->top = top;
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

void rows_end(struct rows *rows, struct drawing *drawing, double mark_bottom, double gap)
{
	drawing->y = (mark_bottom > rows->bottom ? mark_bottom : rows->bottom) + gap;
}
