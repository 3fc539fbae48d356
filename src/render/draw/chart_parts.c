/* The parts that the kinds of chart share. */
#include "render/draw/chart_parts.h"

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
