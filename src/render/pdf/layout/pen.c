/* PDF operators. */
#include "render/pdf/layout/pen.h"
#include "base/buffer.h"
#include "render/pdf/layout/pen_number.h"

#include <math.h>

#include "render/draw/colour.h"

void pen_init(struct pen *pen, struct buffer *out, struct inks inks)
{
	*pen = (struct pen){.out = out, .inks = inks, .font = -1, .colour = -1};
}

/* The operator for fills, or for strokes. */
static void colour_write(const struct pen *pen, enum colour colour, bool stroke)
{
	static const char *const operators[2][2] = {{"rg\n", "RG\n"}, {"g\n", "G\n"}};
	const struct colour_value *value = colour_value(colour);
	unsigned rgb = pen->inks.black ? value->black : value->light;
	const double parts[] = {colour_red(rgb), colour_green(rgb), colour_blue(rgb)};

	for (size_t i = 0; i < (pen->inks.black ? 1 : 3); i++) {
		decimal_write(pen->out, lround(parts[i] * 1000));
		buffer_byte(pen->out, ' ');
	}
	buffer_text(pen->out, operators[pen->inks.black][stroke]);
}

void pen_colour(struct pen *pen, enum colour colour)
{
	if (pen->colour == (int)colour)
		return;
	pen_pause(pen);
	pen->colour = (int)colour;
	colour_write(pen, colour, false);
}

void pen_stroke_colour(struct pen *pen, enum colour colour)
{
	colour_write(pen, colour, true);
}

static double tenth(double value)
{
	return round(value * 10) / 10;
}

void pen_rectangle(struct pen *pen, double x, double y, double width, double height)
{
	/* edges are rounded, so that those which meet still do */
	double left = tenth(x), below = tenth(y);

	pen_operator(pen->out,
		     (double[]){left, below, tenth(x + width) - left, tenth(y + height) - below}, 4,
		     "re");
	buffer_text(pen->out, "f\n");
}

void pen_disc(struct pen *pen, double x, double y, double radius)
{
	const double k = 0.5523 * radius, r = radius;

	pen_operator(pen->out, (double[]){x + r, y}, 2, "m");
	pen_operator(pen->out, (double[]){x + r, y + k, x + k, y + r, x, y + r}, 6, "c");
	pen_operator(pen->out, (double[]){x - k, y + r, x - r, y + k, x - r, y}, 6, "c");
	pen_operator(pen->out, (double[]){x - r, y - k, x - k, y - r, x, y - r}, 6, "c");
	pen_operator(pen->out, (double[]){x + k, y - r, x + r, y - k, x + r, y}, 6, "c");
	buffer_text(pen->out, "f\n");
}

void pen_begin_text(struct pen *pen)
{
	if (pen->text)
		return;
	buffer_text(pen->out, "BT\n");
	pen->text = true;
	pen->line_x = pen->line_y = 0;
}

void pen_move(struct pen *pen, double x, double y)
{
	/* what is written is rounded, and the next move starts from there */
	double to_x = tenth(x), to_y = tenth(y);

	pen_pause(pen);
	pen_begin_text(pen);
	pen_operator(pen->out, (double[]){to_x - pen->line_x, to_y - pen->line_y}, 2, "Td");
	pen->line_x = to_x;
	pen->line_y = to_y;
}

void pen_pause(struct pen *pen)
{
	if (pen->showing)
		buffer_text(pen->out, "]TJ\n");
	pen->showing = false;
}

void pen_end_text(struct pen *pen)
{
	pen_pause(pen);
	if (pen->text)
		buffer_text(pen->out, "ET\n");
	pen->text = false;
}

static void pen_font(struct pen *pen, const struct face *face, double size)
{
	if (pen->font == (int)face->slot && pen->size == size)
		return;
	pen_pause(pen);
	pen->font = (int)face->slot;
	pen->size = size;
	buffer_format(pen->out, "/F%u ", face->slot);
	pen_operator(pen->out, &size, 1, "Tf");
}

/* Adds to the brackets of a TJ: "(ab)" and "(cd)" make "(abcd)". */
static void pen_show(struct pen *pen, struct str show)
{
	struct buffer *out = pen->out;

	if (show.length == 0)
		return;
	if (!pen->showing) {
		buffer_byte(out, '[');
		pen->showing = true;
	} else if (out->at[out->length - 1] == ')' && show.at[0] == '(') {
		out->length--;
		show = str_slice(show, 1, show.length);
	}
	buffer_str(out, show);
}

static void actual_text_write(struct buffer *out, struct str text)
{
	buffer_text(out, "/Span<</ActualText<FEFF");
	for (size_t at = 0; at < text.length;) {
		uint32_t character = str_next(text, &at);

		if (character >= 0x10000) {
			character -= 0x10000;
			buffer_format(out, "%04X", 0xd800 + (character >> 10));
			character = 0xdc00 + (character & 0x3ff);
		}
		buffer_format(out, "%04X", character);
	}
	buffer_text(out, ">>>BDC\n");
}

/* Glyph by glyph: some stand above or below the line. */
static void raised_write(struct buffer *out, const struct shape *shape, struct font *font,
			 double size)
{
	double scale = 1000.0 / shape->face->units;

	for (size_t i = 0; i < shape->count; i++) {
		const struct glyph *glyph = &shape->glyphs[i];
		double before = glyph->x_offset * scale;
		double rise = glyph->y_offset * size / shape->face->units;
		double after = font_width(font, glyph->id) + before - glyph->advance * scale;

		pen_operator(out, &rise, 1, "Ts");
		unsigned code = font_code(font, glyph->id);

		buffer_format(out, "[%ld<%0*X>%ld]TJ\n", -lround(before), code < FONT_LONG ? 2 : 4,
			      code, lround(after));
	}
	buffer_text(out, "0 Ts\n");
}

void pen_piece(struct pen *pen, const struct piece *piece, double size)
{
	const struct shape *shape = piece->shape;

	if (shape->count == 0)
		return;
	const struct shown *shown = font_show(pen->inks.fonts, shape);

	pen_font(pen, shape->face, size);
	pen_colour(pen, piece->run->colour);
	if (!shown->spelled && !shape->raised) {
		pen_show(pen, shown->show);
		return;
	}
	pen_pause(pen);
	if (shown->spelled)
		actual_text_write(pen->out, shape->text);
	if (shape->raised)
		raised_write(pen->out, shape, shown->font, size);
	else
		pen_show(pen, shown->show);
	pen_pause(pen);
	if (shown->spelled)
		buffer_text(pen->out, "EMC\n");
}
