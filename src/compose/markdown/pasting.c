#include "compose/markdown/pasting.h"
#include "base/buffer.h"

void pasted_complain(struct pasting *pasting, size_t line, const char *format, ...)
{
	struct walker *walker = pasting->walker;
	va_list list;

	va_start(list, format);
	struct str text = str_vformat(walker->arena, format, list);

	va_end(list);
	composer_complain(walker->composer, DIAGNOSTIC_TEMPLATE_ERROR,
			  expansion_place(walker->expansion, walker->line_offset + (int)line + 1),
			  str_trim(expansion_plain(walker->expansion, pasting->lines[line])), text,
			  STR(""));
}

void pasted_line(struct pasting *pasting, struct str line, char style)
{
	struct walker *walker = pasting->walker;
	struct expansion *spaced = pasting->spaced;
	struct place place =
		expansion_place(walker->expansion, walker->line_offset + (int)pasting->at + 1);

	buffer_str(&pasting->out, line);
	buffer_byte(&pasting->out, '\n');
	spaced->lines = arena_grow(walker->arena, spaced->lines, &pasting->place_capacity,
				   spaced->line_count + 1, sizeof(struct place));
	walker->list_styles = arena_grow(walker->arena, walker->list_styles,
					 &pasting->style_capacity, spaced->line_count + 1, 1);
	walker->list_styles[spaced->line_count] = style;
	spaced->lines[spaced->line_count++] = place;
	walker->list_style_count = spaced->line_count;
	pasting->blank = !str_trim(line).length;
}

void pasted_part(struct pasting *pasting)
{
	if (!pasting->blank)
		pasted_line(pasting, STR(""), 0);
}

size_t pasted_marker_end(struct str line)
{
	size_t at = 0;

	while (at < line.length && (line.at[at] == ' ' || line.at[at] == '\t'))
		at++;
	size_t from = at;

	while (at < line.length && line.at[at] >= '0' && line.at[at] <= '9')
		at++;
	if (at > from)
		return at < line.length && (line.at[at] == '.' || line.at[at] == ')') ? at + 1 : 0;
	while (at < line.length && line.at[at] == '#')
		at++;
	if (at > from)
		return at;
	return at < line.length && str_find(STR("-*+>"), line.at[at], 0) < 4 ? at + 1 : 0;
}
