/* The canvas on a page. */
#include "render/pdf/layout/canvas_pdf.h"
#include "base/buffer.h"

#include <math.h>

#include "render/draw/chart_draw.h"
#include "render/pdf/layout/bidi.h"
#include "render/pdf/layout/linebreak.h"
#include "render/pdf/layout/pen.h"

struct canvas_pdf {
	struct canvas canvas; /* first, so that one is the other */
	struct typesetter *setter;
	struct pen pen, words; /* words stand above all else, so they are kept till the end */
	struct buffer path;    /* until it is painted: the colour must stand before it */
	struct buffer text;    /* what `words` writes to */
};

static struct canvas_pdf *canvas_pdf(struct canvas *canvas)
{
	return (struct canvas_pdf *)canvas;
}

/* The page's y runs upwards, the canvas's down from the drawing's top. */
static void path_add(struct canvas *canvas, const double *values, size_t count,
		     const char *operator)
{
	pen_operator(&canvas_pdf(canvas)->path, values, count, operator);
}

static void move_to(struct canvas *canvas, double x, double y)
{
	path_add(canvas, (double[]){x, -y}, 2, "m");
}

static void line_to(struct canvas *canvas, double x, double y)
{
	path_add(canvas, (double[]){x, -y}, 2, "l");
}

static void curve_to(struct canvas *canvas, double x1, double y1, double x2, double y2, double x,
		     double y)
{
	path_add(canvas, (double[]){x1, -y1, x2, -y2, x, -y}, 6, "c");
}

static void close_path(struct canvas *canvas)
{
	path_add(canvas, NULL, 0, "h");
}

static void rectangle(struct canvas *canvas, double x, double y, double width, double height)
{
	path_add(canvas, (double[]){x, -y - height, width, height}, 4, "re");
}

static void fill(struct canvas *canvas, enum colour colour)
{
	struct canvas_pdf *self = canvas_pdf(canvas);

	pen_colour(&self->pen, colour);
	buffer_str(self->pen.out, buffer_view(&self->path));
	buffer_text(self->pen.out, "f\n");
	buffer_clear(&self->path);
}

static void stroke(struct canvas *canvas, enum colour colour, double width)
{
	struct canvas_pdf *self = canvas_pdf(canvas);

	pen_stroke_colour(&self->pen, colour);
	pen_operator(self->pen.out, &width, 1, "w");
	buffer_str(self->pen.out, buffer_view(&self->path));
	buffer_text(self->pen.out, "S\n");
	buffer_clear(&self->path);
}

/* The text as one line of its own size. */
static struct paragraph *set_text(struct canvas *canvas, struct str text, struct text_style style)
{
	struct typesetter *setter = canvas_pdf(canvas)->setter;
	struct text_run run = {.slot = style.bold ? FACE_BOLD : FACE_REGULAR,
			       .colour = style.colour};

	text_begin(setter, ROLE_CELL, NULL);
	text_add(setter, text, &run);
	return text_end_sized(setter, style.size);
}

static void text(struct canvas *canvas, double x, double y, struct str words,
		 struct text_style style)
{
	struct canvas_pdf *self = canvas_pdf(canvas);
	struct paragraph *paragraph = set_text(canvas, words, style);
	struct line line = {0, paragraph->piece_count, paragraph_natural(paragraph)};
	const size_t *order = line_order(self->setter->arena, paragraph, &line);

	if (style.align != ALIGN_START)
		x -= line.width / (style.align == ALIGN_MIDDLE ? 2 : 1);
	pen_move(&self->words, x, -y);
	for (size_t i = 0; i < paragraph->piece_count; i++)
		pen_piece(&self->words, &paragraph->pieces[order ? order[i] : i], style.size);
	pen_pause(&self->words);
}

static double text_width(struct canvas *canvas, struct str words, struct text_style style)
{
	return paragraph_natural(set_text(canvas, words, style));
}

static const struct canvas_operations operations = {
	.move_to = move_to,
	.line_to = line_to,
	.curve_to = curve_to,
	.close_path = close_path,
	.rectangle = rectangle,
	.fill = fill,
	.stroke = stroke,
	.text = text,
	.text_width = text_width,
};

static struct chart_drawing *draw(struct typesetter *setter, struct inks inks,
				  const struct chart *chart, double width, struct stretch stretch,
				  double *tops)
{
	struct chart_drawing *drawing = ARENA_NEW(setter->arena, struct chart_drawing);
	struct canvas_pdf canvas = {.canvas = {&operations}, .setter = setter};

	canvas.canvas.telling = inks.black ? TELLING_PATTERNS : TELLING_COLOURS;
	pen_init(&canvas.pen, &drawing->content, inks);
	pen_init(&canvas.words, &canvas.text, inks);
	drawing->width = width;
	drawing->height = chart_draw_rows(chart, &canvas.canvas, width, setter->style->chart_size,
					  stretch, tops);
	pen_end_text(&canvas.words);
	buffer_str(&drawing->content, buffer_view(&canvas.text));
	buffer_release(&canvas.text);
	buffer_release(&canvas.path);
	return drawing;
}

struct chart_drawing *drawings_of_chart(struct typesetter *setter, struct inks inks,
					const struct chart *chart, double width, double room,
					double most)
{
	size_t rows = chart->category_count, count = 1;
	struct stretch *stretches = ARENA_ARRAY(setter->arena, rows + 1, struct stretch);
	double *tops = ARENA_ARRAY(setter->arena, rows + 1, double);

	tops[0] = -1; /* stays so where there are no rows */
	struct chart_drawing *first =
		draw(setter, inks, chart, width, (struct stretch){0, rows}, tops);
	struct chart_drawing *last = first;

	if (first->height > room && rows > 0 && tops[0] >= 0)
		count = chart_divide(tops, rows, room, most, stretches);
	if (count > 1) {
		drawings_release(first);
		first = last = draw(setter, inks, chart, width, stretches[0], NULL);
	}
	for (size_t i = 1; i < count; i++)
		last = last->next = draw(setter, inks, chart, width, stretches[i], NULL);
	for (struct chart_drawing *each = first; each; each = each->next)
		each->scale = fmin(1, (each == first ? room : most) / each->height);
	return first;
}

void drawings_release(struct chart_drawing *first)
{
	for (; first; first = first->next)
		buffer_release(&first->content);
}
