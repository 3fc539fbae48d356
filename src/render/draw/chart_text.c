#include <linebreak.h>

#include "render/draw/chart_parts.h"
#include "render/draw/chart_text.h"

#define EVEN_STEPS 6	  /* halvings of the width on the way to even lines */
#define EVEN_LINES_MOST 4 /* longer texts stay as they are */

/* Marks that belong to the letter before them, so that no line begins with one. */
static bool is_joined(uint32_t character)
{
	return (character >= 0x300 && character <= 0x36f) ||
	       (character >= 0x200c && character <= 0x200d) ||
	       (character >= 0xfe00 && character <= 0xfe0f);
}

static struct str trimmed_end(struct str text)
{
	while (text.length > 0 && text.at[text.length - 1] == ' ')
		text.length--;
	return text;
}

static size_t character_end(struct str text, size_t from)
{
	size_t end = from;

	str_next(text, &end);
	while (end < text.length) {
		size_t after = end;

		if (!is_joined(str_next(text, &after)))
			break;
		end = after;
	}
	return end;
}

/* The end of as many characters from `from` as fit, at least one. */
static size_t tear(const struct drawing *drawing, struct str text, size_t from, bool bold,
		   double width)
{
	size_t end = character_end(text, from);

	while (end < text.length) {
		size_t next = character_end(text, end);

		if (drawing_width(drawing, str_slice(text, from, next), bold) > width)
			break;
		end = next;
	}
	return end;
}

/* The end of the line that begins at `from`. */
static size_t line_end(const struct drawing *drawing, struct str text, const char *breaks,
		       size_t from, bool bold, double width, bool *torn)
{
	size_t fits = from;

	for (size_t i = from; i < text.length; i++) {
		bool last = i + 1 == text.length;

		if (!last && breaks[i] != LINEBREAK_ALLOWBREAK && breaks[i] != LINEBREAK_MUSTBREAK)
			continue;
		struct str line = trimmed_end(str_slice(text, from, i + 1));

		if (drawing_width(drawing, line, bold) > width + 0.01)
			break;
		fits = i + 1;
		if (!last && breaks[i] == LINEBREAK_MUSTBREAK)
			break;
	}
	if (fits > from)
		return fits;
	*torn = true;
	return tear(drawing, text, from, bold, width);
}

struct lines drawing_wrap(const struct drawing *drawing, struct str text, bool bold, double width)
{
	struct lines lines = {0};
	char *breaks = arena_alloc(drawing->arena, text.length + 1);
	size_t capacity = 0, from = 0;

	set_linebreaks_utf8((const utf8_t *)text.at, text.length, "en", breaks);
	while (from < text.length) {
		size_t end = line_end(drawing, text, breaks, from, bold, width, &lines.torn);
		struct str line = trimmed_end(str_slice(text, from, end));
		double wide = drawing_width(drawing, line, bold);

		lines.items = arena_grow(drawing->arena, lines.items, &capacity, lines.count + 1,
					 sizeof *lines.items);
		lines.items[lines.count++] = line;
		if (wide > lines.width)
			lines.width = wide;
		from = end;
	}
	return lines;
}

struct lines drawing_wrap_even(const struct drawing *drawing, struct str text, bool bold,
			       double width)
{
	struct lines best = drawing_wrap(drawing, text, bold, width);
	double fits = best.width, fails = best.count > 0 ? best.width / (double)best.count : 0;

	if (best.count < 2 || best.count > EVEN_LINES_MOST || best.torn)
		return best;
	for (int i = 0; i < EVEN_STEPS; i++) {
		double middle = (fits + fails) / 2;
		struct lines lines = drawing_wrap(drawing, text, bold, middle);

		if (lines.count > best.count || lines.torn) {
			fails = middle;
		} else {
			best = lines;
			fits = lines.width;
		}
	}
	return best;
}

double drawing_lines_height(const struct drawing *drawing, const struct lines *lines)
{
	return (double)lines->count * LINE_HEIGHT * drawing->size;
}

void drawing_lines(const struct drawing *drawing, const struct lines *lines, double x, double top,
		   bool bold, enum colour colour, enum align align)
{
	for (size_t i = 0; i < lines->count; i++) {
		double middle = top + ((double)i + 0.5) * LINE_HEIGHT * drawing->size;

		drawing_label(drawing, x, drawing_centred(drawing, middle), lines->items[i], bold,
			      colour, align);
	}
}
