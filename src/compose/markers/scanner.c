/*
 * The scanner's own tools: places, markers, the sections that are open.
 */
#include "compose/markers/scanner.h"
#include "base/buffer.h"

struct place scanner_place(const struct scanner *scanner, size_t at)
{
	return source_place(scanner->source, at);
}

struct str scanner_line(const struct scanner *scanner, size_t at)
{
	return source_line(scanner->source, scanner_place(scanner, at).line);
}

bool scanner_leaves_out(const struct source *source, size_t at)
{
	if (source->is_top)
		return false;
	return at < source->head_end || (at >= source->cover && at < source->cover_end);
}

struct marker *scanner_add(struct scanner *scanner, const struct marker_tag *tag,
			   enum marker_kind kind)
{
	struct sources *sources = scanner->sources;

	sources->markers =
		arena_grow(scanner->composer->arena, sources->markers, &sources->marker_capacity,
			   sources->marker_count + 1, sizeof(struct marker));
	struct marker *marker = &sources->markers[sources->marker_count++];

	*marker = (struct marker){.kind = kind,
				  .measure = MEASURE_NONE,
				  .name = tag->name,
				  .place = scanner_place(scanner, tag->at)};
	return marker;
}

void scanner_print(struct scanner *scanner, const struct marker_tag *tag, const char *sign,
		   size_t marker)
{
	if (!scanner_leaves_out(scanner->source, tag->at))
		buffer_format(&scanner->out, "{{%sM%zu}}", sign, marker);
}

size_t scanner_last(const struct scanner *scanner)
{
	return scanner->sources->marker_count - 1;
}

bool scanner_is_within(const struct scanner *scanner, struct str name)
{
	for (size_t i = 0; i < scanner->depth; i++) {
		if (str_equal(scanner->sources->markers[scanner->open[i].marker].name, name))
			return true;
	}
	return false;
}

const struct marker *scanner_enclosing(const struct scanner *scanner, enum section_kind kind)
{
	for (size_t i = scanner->depth; i > 0; i--) {
		const struct marker *marker =
			&scanner->sources->markers[scanner->open[i - 1].marker];

		if (marker->section.kind == kind)
			return marker;
	}
	return NULL;
}

void scanner_complain_unknown(struct scanner *scanner, const struct marker_tag *tag,
			      const char *near)
{
	struct place place = scanner_place(scanner, tag->at);
	struct str line = scanner_line(scanner, tag->at);
	struct str written = tag->name;

	if (tag->sign)
		written = str_format(scanner->composer->arena, "%c%.*s", tag->sign,
				     STR_ARG(tag->name));
	if (!near) {
		composer_complain_text(
			scanner->composer, place, line,
			"there is no marker {{%.*s}}: name a measure (hearth measures lists "
			"them), or a fact of authority.xml or report.xml",
			STR_ARG(written));
		return;
	}
	struct str meant = str_format(scanner->composer->arena, "%s%s",
				      tag->sign ? (char[]){tag->sign, 0} : "", near);

	composer_complain(scanner->composer, DIAGNOSTIC_TEMPLATE_UNKNOWN_MARKER, place, line,
			  written, meant);
}

bool scanner_refuse_modifier(struct scanner *scanner, const struct marker_tag *tag)
{
	if (tag->modifier.length)
		COMPLAIN(scanner, tag, "{{%.*s}} is no figure and takes no modifier",
			 STR_ARG(tag->name));
	return tag->modifier.length > 0;
}
