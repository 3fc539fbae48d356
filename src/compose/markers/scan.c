#include "compose/markers/scan.h"
#include "base/buffer.h"
#include "compose/markers/scan_include.h"
#include "compose/markers/scan_value.h"
#include "compose/markers/scanner.h"

enum { LONGEST_NAME = 120, MOST_MARKERS = 100000 };

/* A section of rows may only ask for what its own rows have. */
static bool check_section(struct scanner *scanner, const struct marker_tag *tag,
			  const struct section *section)
{
	const struct marker *rows = scanner_enclosing(scanner, SECTION_ELEMENT);

	if (section->kind == SECTION_MORE && !rows && !scanner_enclosing(scanner, SECTION_FAMILY)) {
		COMPLAIN(scanner, tag,
			 "{{#MORE_}} asks for a next row: write it inside a section of rows");
		return false;
	}
	if (section->kind == SECTION_ROW_HAS &&
	    (!rows || rows->section.element != attribute_at(section->attribute)->element)) {
		COMPLAIN(scanner, tag,
			 "{{#%.*s}} is asked of each <%s>: write it inside that section",
			 STR_ARG(tag->name),
			 element_at(attribute_at(section->attribute)->element)->tag);
		return false;
	}
	return true;
}

/* An unknown section is opened all the same, so that its end is no second error. */
static void scan_open(struct scanner *scanner, const struct marker_tag *tag)
{
	struct section section = {.kind = SECTION_SHOWN};

	scanner_refuse_modifier(scanner, tag);
	if (!scan_narrative_section(scanner, tag->name, &section) &&
	    !section_lookup(scanner->composer, tag->name, &section))
		scanner_complain_unknown(scanner, tag,
					 section_nearest(scanner->composer, tag->name));
	else
		check_section(scanner, tag, &section);
	if (scanner->depth == DEEPEST_SECTION) {
		COMPLAIN(scanner, tag, "sections are nested more than %d deep", DEEPEST_SECTION);
		return;
	}
	scanner_add(scanner, tag, MARKER_SECTION)->section = section;
	scanner->open[scanner->depth++] = (struct open_section){scanner_last(scanner), tag->at};
	scanner_print(scanner, tag, "#", scanner_last(scanner));
}

static void scan_close(struct scanner *scanner, const struct marker_tag *tag)
{
	if (!scanner->depth) {
		COMPLAIN(scanner, tag, "{{/%.*s}} closes a section that was not opened",
			 STR_ARG(tag->name));
		return;
	}
	struct open_section open = scanner->open[scanner->depth - 1];
	struct str name = scanner->sources->markers[open.marker].name;

	if (!str_equal(name, tag->name)) {
		COMPLAIN(scanner, tag,
			 "{{/%.*s}} stands where {{/%.*s}} is due: line %u opened that",
			 STR_ARG(tag->name), STR_ARG(name), scanner_place(scanner, open.at).line);
		if (!scanner_is_within(scanner, tag->name))
			return;
		while (!str_equal(
			scanner->sources->markers[scanner->open[scanner->depth - 1].marker].name,
			tag->name))
			scanner->depth--;
		scanner->depth--;
		return;
	}
	scanner->depth--;
	if (scanner_leaves_out(scanner->source, open.at) !=
	    scanner_leaves_out(scanner->source, tag->at))
		COMPLAIN(scanner, tag,
			 "{{/%.*s}} closes a section that began on the other side of "
			 "the head's or the cover's end",
			 STR_ARG(tag->name));
	scanner_print(scanner, tag, "/", open.marker);
}

static bool is_name(struct str name)
{
	for (size_t i = 0; i < name.length; i++) {
		char byte = name.at[i];

		if (!(byte >= 'A' && byte <= 'Z') && !(byte >= 'a' && byte <= 'z') &&
		    !(byte >= '0' && byte <= '9') && byte != '_')
			return false;
	}
	return name.length > 0 && name.length <= LONGEST_NAME;
}

/* Takes a tag apart; false (after an error) when it isn't one. */
/* Where the tag's }} stands: on its line, or on a later one when it is a comment; or none. */
static bool find_close(const struct scanner *scanner, struct marker_tag *tag)
{
	struct str text = scanner->source->text;
	size_t line_end = str_find(text, '\n', tag->at), at = tag->at + 2;
	bool comment = at < text.length && text.at[at] == '!';
	size_t most = comment ? text.length : line_end;

	/* That nothing closes further down is known from the beginning: so all is read once. */
	if (most > scanner->last_close + 2)
		most = scanner->last_close + 2;
	while (at + 1 < most && (text.at[at] != '}' || text.at[at + 1] != '}'))
		at++;
	tag->end = at + 1 < most ? at + 2 : comment ? tag->at + 3 : line_end;
	return at + 1 < most;
}

static bool read_tag(struct scanner *scanner, struct marker_tag *tag)
{
	struct str inner;
	size_t colon;

	if (!find_close(scanner, tag)) {
		COMPLAIN(scanner, tag,
			 "this {{ is never closed: write }} behind the marker's name");
		return false;
	}
	inner = str_slice(scanner->source->text, tag->at + 2, tag->end - 2);
	tag->sign = inner.length && str_find(STR("#/>!"), inner.at[0], 0) < 4 ? inner.at[0] : 0;
	inner = str_slice(inner, tag->sign ? 1 : 0, inner.length);
	colon = str_find(inner, ':', 0);
	tag->name = str_slice(inner, 0, colon);
	tag->modifier = str_slice(inner, colon + 1, inner.length);
	if (tag->sign == '!' || is_name(tag->name))
		return true;
	COMPLAIN(scanner, tag,
		 "between {{ and }} stands no marker's name: capital letters, digits and _");
	return false;
}

/* The mark that `hearth new` puts on words of another year, and on what is to be written. */
static void scan_comment(struct scanner *scanner, const struct marker_tag *tag)
{
	if (str_starts(str_trim(tag->name), STR("not looked at yet")))
		composer_complain(scanner->composer, DIAGNOSTIC_NARRATIVE_UNSEEN,
				  scanner_place(scanner, tag->at), scanner_line(scanner, tag->at),
				  str_trim(tag->modifier), STR(""));
}

static void scan_tag(struct scanner *scanner, size_t at)
{
	struct marker_tag tag = {.at = at};

	if (!read_tag(scanner, &tag)) {
		scanner->at = tag.end;
		return;
	}
	if (scanner->source->is_text && tag.sign) {
		COMPLAIN(scanner, &tag,
			 "a text of report.xml holds words and markers that print: "
			 "{{%c…}} has its place in templates",
			 tag.sign);
		scanner->at = tag.end;
		return;
	}
	if (scanner->sources->marker_count < MOST_MARKERS) {
		switch (tag.sign) {
		case '#':
			scan_open(scanner, &tag);
			break;
		case '/':
			scan_close(scanner, &tag);
			break;
		case '>':
			scan_include(scanner, &tag);
			break;
		case '!':
			scan_comment(scanner, &tag);
			break;
		default:
			scan_value(scanner, &tag);
		}
	}
	scanner->at = tag.end;
}

/* At the beginning of a line that isn't blank: the mark of its place. */
static void mark_line(struct scanner *scanner, uint32_t line)
{
	struct source *source = scanner->source;

	if (str_trim(source_line(source, line)).length)
		buffer_format(&scanner->out, "\ue002%u:%u\ue003", source->index, line);
}

/* Scans up to the end of the line that begins here, or behind a tag that goes beyond it. */
static void scan_line(struct scanner *scanner, uint32_t number)
{
	struct source *source = scanner->source;
	struct str text = source->text;
	size_t end = number < source->line_count ? source->lines[number] : text.length;
	bool left_out = scanner_leaves_out(source, scanner->at);

	if (!left_out && !source->is_text && source->lines[number - 1] == scanner->at)
		mark_line(scanner, number);
	while (scanner->at < end) {
		size_t brace = str_find(str_slice(text, 0, end), '{', scanner->at);

		if (!left_out)
			buffer_str(&scanner->out, str_slice(text, scanner->at, brace));
		scanner->at = brace;
		if (brace + 1 < end && text.at[brace + 1] == '{')
			scan_tag(scanner, brace);
		else if (brace < end && ++scanner->at && !left_out)
			buffer_byte(&scanner->out, '{');
	}
}

static void close_all(struct scanner *scanner)
{
	while (scanner->depth) {
		size_t at = scanner->open[--scanner->depth].at;

		composer_complain_text(
			scanner->composer, scanner_place(scanner, at), scanner_line(scanner, at),
			"the section {{#%.*s}} is never closed: write {{/%.*s}} where it ends",
			STR_ARG(scanner->sources->markers[scanner->open[scanner->depth].marker]
					.name),
			STR_ARG(scanner->sources->markers[scanner->open[scanner->depth].marker]
					.name));
	}
}

/* Where the last }} stands; 0 without one. */
static size_t last_close(struct str text)
{
	size_t at = text.length;

	while (at > 1 && (text.at[at - 1] != '}' || text.at[at - 2] != '}'))
		at--;
	return at > 1 ? at - 2 : 0;
}

void source_scan(struct sources *sources, struct source *source)
{
	struct scanner *scanner = ARENA_NEW(sources->composer->arena, struct scanner);

	scanner->sources = sources;
	scanner->composer = sources->composer;
	scanner->source = source;
	scanner->last_close = last_close(source->text);
	/* A comment may run over lines: those within it are passed over. */
	for (uint32_t line = 1; line <= source->line_count; line++) {
		if (line == source->line_count || scanner->at < source->lines[line])
			scan_line(scanner, line);
	}
	close_all(scanner);
	source->expanded = str_copy(scanner->composer->arena, buffer_view(&scanner->out));
	buffer_release(&scanner->out);
}
