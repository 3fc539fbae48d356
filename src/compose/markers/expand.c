/*
 * Expansion. Answers ctemplate's questions from the markers, then makes the text's lines and their
 * places out of what ctemplate gave.
 */
#include "compose/markers/expand.h"
#include "base/buffer.h"

#include "compose/markers/template.h"
#include "compose/names/typeset.h"

enum { MOST_PRINTS = 200000, MOST_INCLUDES = 20000, MARK_BYTES = 3 };

/* U+E000 to U+E003 in UTF-8. */
static const char PRINT_BEGIN[] = "\ue000", PRINT_END[] = "\ue001";
static const char PLACE_BEGIN[] = "\ue002";

struct host {
	const struct sources *sources;
	struct expansion *expansion;
	size_t includes;
	struct str printed;
};

/* "M17" is marker 17. */
static const struct marker *marker_of(const struct host *host, struct str name)
{
	size_t number = 0;

	for (size_t i = 1; i < name.length; i++)
		number = number * 10 + (size_t)(name.at[i] - '0');
	return &host->sources->markers[number];
}

static struct print *add_print(struct expansion *expansion)
{
	expansion->prints = arena_grow(expansion->composer->arena, expansion->prints,
				       &expansion->print_capacity, expansion->print_count + 1,
				       sizeof(struct print));
	struct print *print = &expansion->prints[expansion->print_count++];

	*print = (struct print){0};
	return print;
}

/* The innermost row of a section of that kind, and its marker. */
static const struct template_scope *row_of(const struct host *host,
					   const struct template_scope *scope,
					   enum section_kind kind, const struct marker **section)
{
	for (; scope; scope = scope->outer) {
		if (!scope->section.length)
			continue;
		*section = marker_of(host, scope->section);
		if ((*section)->section.kind == kind)
			return scope;
	}
	*section = NULL;
	return NULL;
}

static const struct record *record_of(const struct host *host, const struct template_scope *scope)
{
	const struct marker *section;
	const struct template_scope *row = row_of(host, scope, SECTION_ELEMENT, &section);

	return row ? section->section.records[row->row] : NULL;
}

static enum measure_id measure_of(const struct host *host, const struct template_scope *scope)
{
	const struct marker *section;
	const struct template_scope *row = row_of(host, scope, SECTION_FAMILY, &section);

	return row ? section->section.family.members[row->row] : MEASURE_NONE;
}

/* Rows nest: the innermost counts, whatever its kind. */
static const struct template_scope *innermost_row(const struct host *host,
						  const struct template_scope *scope)
{
	for (; scope; scope = scope->outer) {
		if (!scope->section.length)
			continue;
		enum section_kind kind = marker_of(host, scope->section)->section.kind;

		if (kind == SECTION_ELEMENT || kind == SECTION_FAMILY)
			return scope;
	}
	return NULL;
}

static void print_figure(struct host *host, struct print *print, enum measure_id id,
			 enum figure_variant variant)
{
	struct composer *composer = host->expansion->composer;
	struct printed words = figure_words(composer->arena, composer->facts, id, variant);

	print->is_figure = true;
	print->text = words.text;
	print->value = words.value;
	if (words.reason != REASON_NONE) {
		print->text = reason_words(words.reason);
		composer_complain(composer, DIAGNOSTIC_TEMPLATE_ABSENT, print->place, STR(""),
				  str_of(measure_at(id)->marker), STR(""));
	}
	print->measure = measure_at(id)->name;
}

/* "Recommended by a carer" in a sentence; an abbreviation stays as it is. */
static struct str lowered(struct arena *arena, struct str label)
{
	struct str lower = str_copy(arena, label);
	char *first = (char *)lower.at;
	bool is_word = lower.length < 2 || !(lower.at[1] >= 'A' && lower.at[1] <= 'Z');

	if (lower.length && *first >= 'A' && *first <= 'Z' && is_word)
		*first = (char)(*first - 'A' + 'a');
	return lower;
}

static void print_label(struct host *host, struct print *print, enum measure_id id, bool lower)
{
	struct arena *arena = host->expansion->composer->arena;
	struct str label = typeset_plain(arena, str_of(measure_at(id)->label));

	print->text = lower ? lowered(arena, label) : label;
}

static void print_marker(struct host *host, const struct template_scope *scope,
			 const struct marker *marker, struct print *print)
{
	struct arena *arena = host->expansion->composer->arena;

	switch (marker->kind) {
	case MARKER_FIGURE:
		print_figure(host, print, marker->measure, marker->variant);
		break;
	case MARKER_ROW_FIGURE:
		print_figure(host, print, measure_of(host, scope), marker->variant);
		break;
	case MARKER_TEXT:
		print->text = marker->symbol->text;
		print->is_address = marker->symbol->address;
		break;
	case MARKER_FACT:
		print->text = fact_words(arena, record_of(host, scope), marker->symbol->attribute);
		print->is_address = marker->symbol->address;
		break;
	case MARKER_LABEL:
	case MARKER_LOWER_LABEL:
		print_label(host, print, measure_of(host, scope),
			    marker->kind == MARKER_LOWER_LABEL);
		break;
	case MARKER_CHOICE:
	case MARKER_NUMBER:
	case MARKER_SECTION:
	case MARKER_INCLUDE:
		break;
	}
}

static struct str row_number(const struct host *host, const struct template_scope *scope)
{
	const struct template_scope *row = innermost_row(host, scope);

	return str_format(host->expansion->composer->arena, "%zu", row ? row->row + 1 : 0);
}

static void add_mark(struct host *host, struct buffer *out)
{
	buffer_format(out, "%s%zu%s", PRINT_BEGIN, host->expansion->print_count - 1, PRINT_END);
}

static void add_figure(struct host *host, const struct marker *marker, enum figure_variant variant,
		       struct buffer *out)
{
	struct print *print = add_print(host->expansion);

	print->place = marker->place;
	print_figure(host, print, marker->measure, variant);
	add_mark(host, out);
}

/* A form's words are the template's own, and so Markdown; what is not available says so. */
static struct str choice_words(struct host *host, const struct marker *marker)
{
	const struct facts *facts = host->expansion->composer->facts;
	struct str form = choice_form(facts, marker->measure, marker->choice), plain;
	bool absent = facts->figures.of[marker->measure].reason != REASON_NONE;
	bool numbered = marker->choice->test == CHOICE_NUMBER;
	enum figure_variant variant;
	struct buffer out = {0};

	if (absent && (!numbered || choice_prints(form))) {
		add_figure(host, marker, VARIANT_PLAIN, &out);
		form = STR("");
	}
	for (size_t at = 0; at < form.length;) {
		if (choice_piece(form, &at, &plain, &variant))
			add_figure(host, marker, variant, &out);
		else
			buffer_str(&out, plain);
	}
	struct str words = str_copy(host->expansion->composer->arena, buffer_view(&out));

	buffer_release(&out);
	return words;
}

/* What a marker puts there, or the sign of what is printed there later. */
static struct str marker_value(struct host *host, const struct template_scope *scope,
			       const struct marker *marker)
{
	struct expansion *expansion = host->expansion;

	if (expansion->print_count >= MOST_PRINTS)
		return STR("");
	/* "{{NUMBER}}." begins an item of a list: digits that Markdown must see. */
	if (marker->kind == MARKER_NUMBER) {
		host->printed = row_number(host, scope);
		return host->printed;
	}
	if (marker->kind == MARKER_CHOICE) {
		host->printed = choice_words(host, marker);
		return host->printed;
	}
	struct print *print = add_print(expansion);

	print->place = marker->place;
	print_marker(host, scope, marker, print);
	host->printed = str_format(expansion->composer->arena, "%s%zu%s", PRINT_BEGIN,
				   expansion->print_count - 1, PRINT_END);
	return host->printed;
}

/* A text of report.xml with what its markers print: Markdown, as a template's words are. */
static struct str text_words(struct host *host, const struct template_scope *scope,
			     enum attribute_id attribute)
{
	struct arena *arena = host->expansion->composer->arena;
	struct str written = fact_markdown(arena, record_of(host, scope), attribute);
	const struct source *source = map_lookup(&host->sources->texts, written);
	struct str text = source ? source->expanded : written;
	struct buffer out = {0};

	for (size_t at = 0; at < text.length;) {
		bool marked = str_starts(str_slice(text, at, text.length), STR("{{M"));
		size_t end = marked ? str_find(text, '}', at) : text.length;

		if (end < text.length) {
			struct str name = str_slice(text, at + 2, end);

			buffer_str(&out, marker_value(host, scope, marker_of(host, name)));
			at = end + 2;
		} else {
			buffer_byte(&out, text.at[at++]);
		}
	}
	struct str words = str_copy(arena, buffer_view(&out));

	buffer_release(&out);
	return words;
}

static struct str host_value(void *context, const struct template_scope *scope, struct str name)
{
	struct host *host = context;
	const struct marker *marker = marker_of(host, name);

	if (marker->kind == MARKER_FACT && fact_is_markdown(marker->symbol->attribute))
		host->printed = text_words(host, scope, marker->symbol->attribute);
	else
		host->printed = marker_value(host, scope, marker);
	return host->printed;
}

static size_t host_rows(void *context, const struct template_scope *scope, struct str name)
{
	struct host *host = context;
	const struct section *section = &marker_of(host, name)->section;
	const struct template_scope *row;

	switch (section->kind) {
	case SECTION_SHOWN:
		return section->shown;
	case SECTION_FAMILY:
		return section->family.count;
	case SECTION_ELEMENT:
		return section->record_count;
	case SECTION_ROW_HAS:
		return record_has(record_of(host, scope), section->attribute);
	case SECTION_MORE:
		row = innermost_row(host, scope);
		return row && row->row + 1 < row->rows;
	}
	return 0;
}

static const char *host_include(void *context, struct str name)
{
	struct host *host = context;

	if (host->includes > MOST_INCLUDES)
		return NULL;
	host->includes++;
	return marker_of(host, name)->source->path.at;
}

/* The lines of what ctemplate gave, without place marks, and where each was written. */
struct marked_lines {
	struct expansion *expansion;
	const struct sources *sources;
	struct buffer out;
	size_t capacity;
	struct place place; /* of the first mark in the line, else of the line before */
	bool marked;	    /* the line was not blank where it was written */
	bool filled;	    /* it is not blank now */
};

/* Takes a place mark at *at, "U+E002 file:line U+E003". */
static void take_mark(struct marked_lines *lines, struct str text, size_t *at)
{
	uint32_t numbers[2] = {0, 0};
	size_t which = 0;

	for (*at += MARK_BYTES; text.at[*at] != '\xee'; ++*at) {
		if (text.at[*at] == ':')
			which = 1;
		else
			numbers[which] = numbers[which] * 10 + (uint32_t)(text.at[*at] - '0');
	}
	*at += MARK_BYTES;
	if (!lines->marked || !lines->filled)
		lines->place =
			(struct place){lines->sources->items[numbers[0]]->path, numbers[1], 1};
	lines->marked = true;
}

/*
 * A line whose markers printed nothing is left out whole, as if it had not been written: a
 * section's tag on a line of its own leaves no blank line, which would part a paragraph, a list or
 * a table.
 */
static void end_line(struct marked_lines *lines, size_t begin)
{
	struct expansion *expansion = lines->expansion;

	if (lines->marked && !lines->filled) {
		lines->out.length = begin;
	} else {
		buffer_byte(&lines->out, '\n');
		expansion->lines =
			arena_grow(expansion->composer->arena, expansion->lines, &lines->capacity,
				   expansion->line_count + 1, sizeof(struct place));
		expansion->lines[expansion->line_count++] = lines->place;
	}
	lines->marked = false;
	lines->filled = false;
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

static void make_lines(struct marked_lines *lines, struct str text)
{
	size_t begin = 0;

	for (size_t at = 0; at < text.length;) {
		size_t from = at;

		while (at < text.length && text.at[at] != '\n' && text.at[at] != '\xee')
			lines->filled |= !is_blank(text.at[at++]);
		buffer_str(&lines->out, str_slice(text, from, at));
		if (at == text.length)
			break;
		if (text.at[at] == '\n') {
			end_line(lines, begin);
			begin = lines->out.length;
			at++;
		} else if (str_starts(str_slice(text, at, at + MARK_BYTES), STR(PLACE_BEGIN))) {
			take_mark(lines, text, &at);
		} else {
			lines->filled = true;
			buffer_byte(&lines->out, text.at[at++]);
		}
	}
	if (lines->filled)
		end_line(lines, begin);
}

static bool check_limits(const struct host *host)
{
	if (host->expansion->print_count < MOST_PRINTS && host->includes <= MOST_INCLUDES)
		return true;
	composer_complain_text(
		host->expansion->composer, (struct place){host->sources->items[0]->path, 0, 0},
		STR(""), "the document would have no end: see which files include each other");
	return false;
}

bool sources_expand(const struct sources *sources, struct expansion *expansion)
{
	struct composer *composer = sources->composer;
	struct host host = {.sources = sources, .expansion = expansion};
	struct template_host asked = {&host, host_value, host_rows, host_include};
	struct template_text *texts =
		ARENA_ARRAY(composer->arena, sources->count, struct template_text);
	struct buffer out = {0};

	*expansion = (struct expansion){.composer = composer};
	for (size_t i = 0; i < sources->count; i++) {
		struct source *source = sources->items[i];

		source->path.at = str_terminated(composer->arena, source->path);
		texts[i] = (struct template_text){source->path.at, source->expanded};
	}
	bool done = template_expand(texts, sources->count, &asked, &out) && check_limits(&host);

	if (done) {
		struct marked_lines lines = {.expansion = expansion, .sources = sources};

		make_lines(&lines, buffer_view(&out));
		expansion->text = str_copy(composer->arena, buffer_view(&lines.out));
		buffer_release(&lines.out);
	}
	buffer_release(&out);
	return done;
}

struct place expansion_place(const struct expansion *expansion, int line)
{
	if (!expansion->line_count)
		return (struct place){0};
	size_t index = line > 0 ? (size_t)line - 1 : 0;

	return expansion->lines[index < expansion->line_count ? index : expansion->line_count - 1];
}

const struct print *expansion_next(const struct expansion *expansion, struct str text, size_t *at,
				   struct str *plain)
{
	size_t from = *at, number = 0;

	*at = str_find(text, '\xee', *at);
	while (*at < text.length &&
	       !str_starts(str_slice(text, *at, *at + MARK_BYTES), STR(PRINT_BEGIN)))
		*at = str_find(text, '\xee', *at + 1);
	*plain = str_slice(text, from, *at);
	if (plain->length || *at >= text.length)
		return NULL;
	for (*at += MARK_BYTES; *at < text.length && text.at[*at] != '\xee'; ++*at)
		number = number * 10 + (size_t)(text.at[*at] - '0');
	*at += MARK_BYTES;
	return number < expansion->print_count ? &expansion->prints[number] : NULL;
}

struct str expansion_plain(const struct expansion *expansion, struct str text)
{
	struct buffer out = {0};
	size_t at = 0;

	while (at < text.length) {
		struct str plain;
		const struct print *print = expansion_next(expansion, text, &at, &plain);

		buffer_str(&out, print ? print->text : plain);
	}
	struct str words = str_copy(expansion->composer->arena, buffer_view(&out));

	buffer_release(&out);
	return words;
}
