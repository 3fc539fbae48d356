/*
 * Scanning of one source: its markers, each checked at its place. Decides what every name is;
 * expands nothing.
 */
#include "base/file.h"
#include "compose/source.h"

enum { DEEPEST = 64, LONGEST_NAME = 120, MOST_MARKERS = 100000 };

struct open_section {
	size_t marker;
	size_t at; /* where its opening tag stands */
};

struct scanner {
	struct sources *sources;
	struct composer *composer;
	struct source *source;
	struct buffer out;
	size_t at; /* where scanning is */
	struct open_section open[DEEPEST];
	size_t depth;
};

/* A tag as written: {{#NAME}}, {{NAME:modifier}}. */
struct tag {
	size_t at;	 /* of its first brace */
	size_t end;	 /* behind its last */
	char sign;	 /* '#', '/', '>', '!' or 0 */
	struct str name; /* without sign and modifier */
	struct str modifier;
};

static struct place place_of(const struct scanner *scanner, size_t at)
{
	return source_place(scanner->source, at);
}

static struct str line_of(const struct scanner *scanner, size_t at)
{
	return source_line(scanner->source, place_of(scanner, at).line);
}

#define COMPLAIN(scanner, tag, ...)                                                                \
	composer_complain_text((scanner)->composer, place_of((scanner), (tag)->at),                \
			       line_of((scanner), (tag)->at), __VA_ARGS__)

/* What an included document leaves out: its head and its cover. */
static bool is_left_out(const struct source *source, size_t at)
{
	if (source->is_top)
		return false;
	return at < source->head_end || (at >= source->cover && at < source->cover_end);
}

static struct marker *add_marker(struct scanner *scanner, const struct tag *tag,
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
				  .place = place_of(scanner, tag->at)};
	return marker;
}

static void print_tag(struct scanner *scanner, const struct tag *tag, const char *sign,
		      size_t marker)
{
	if (!is_left_out(scanner->source, tag->at))
		buffer_format(&scanner->out, "{{%sM%zu}}", sign, marker);
}

static size_t last_marker(const struct scanner *scanner)
{
	return scanner->sources->marker_count - 1;
}

/* Whether the tag stands within a section of that name. */
static bool is_within(const struct scanner *scanner, struct str name)
{
	for (size_t i = 0; i < scanner->depth; i++) {
		if (str_equal(scanner->sources->markers[scanner->open[i].marker].name, name))
			return true;
	}
	return false;
}

/* The innermost open section of that kind; NULL when there is none. */
static const struct marker *enclosing(const struct scanner *scanner, enum section_kind kind)
{
	for (size_t i = scanner->depth; i > 0; i--) {
		const struct marker *marker =
			&scanner->sources->markers[scanner->open[i - 1].marker];

		if (marker->section.kind == kind)
			return marker;
	}
	return NULL;
}

static void complain_unknown(struct scanner *scanner, const struct tag *tag, const char *near)
{
	struct place place = place_of(scanner, tag->at);
	struct str line = line_of(scanner, tag->at);
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

static bool read_variant(struct scanner *scanner, const struct tag *tag,
			 enum figure_variant *variant)
{
	*variant = VARIANT_PLAIN;
	if (!tag->modifier.length)
		return true;
	for (int i = 1; i < VARIANT_COUNT; i++) {
		if (str_is(tag->modifier, variant_names[i])) {
			*variant = (enum figure_variant)i;
			return true;
		}
	}
	const char *near = nearest_word(tag->modifier, variant_names + 1, VARIANT_COUNT - 1);

	composer_complain(
		scanner->composer, DIAGNOSTIC_TEMPLATE_UNKNOWN_MODIFIER, place_of(scanner, tag->at),
		line_of(scanner, tag->at), tag->modifier,
		near ? str_format(scanner->composer->arena, "did you mean %s?", near)
		     : STR("there are x-words, x-Words, x-share, x-whole, x-change, x-last and "
			   "x-england"));
	return false;
}

/* A comparison with what isn't known this year has a place only inside its section. */
static bool check_known(struct scanner *scanner, const struct tag *tag, enum measure_id measure,
			enum figure_variant variant)
{
	const char *prefix = variant == VARIANT_ENGLAND ? "ENGLAND_" : "LAST_";
	struct arena *arena = scanner->composer->arena;

	if (variant != VARIANT_CHANGE && variant != VARIANT_LAST && variant != VARIANT_ENGLAND)
		return true;
	struct str section = str_format(arena, "%s%.*s", prefix, STR_ARG(tag->name));
	enum figure_variant needed = variant == VARIANT_CHANGE ? VARIANT_LAST : variant;

	if (is_within(scanner, section) ||
	    figure_words(arena, scanner->composer->facts, measure, needed).known)
		return true;
	composer_complain(scanner->composer, DIAGNOSTIC_TEMPLATE_UNKNOWN_VALUE,
			  place_of(scanner, tag->at), line_of(scanner, tag->at),
			  str_format(arena, "%.*s:%s", STR_ARG(tag->name), variant_names[variant]),
			  str_format(arena, "{{#%.*s}}", STR_ARG(section)));
	return false;
}

static bool scan_measure(struct scanner *scanner, const struct tag *tag, enum measure_id measure)
{
	enum figure_variant variant;

	if (!read_variant(scanner, tag, &variant))
		return false;
	const char *refused = variant_refused(measure, variant);

	if (refused) {
		COMPLAIN(scanner, tag, "%.*s has no %s: %s", STR_ARG(tag->name),
			 variant_names[variant], refused);
		return false;
	}
	if (!check_known(scanner, tag, measure, variant))
		return false;
	struct marker *marker = add_marker(scanner, tag, MARKER_FIGURE);

	marker->measure = measure;
	marker->variant = variant;
	return true;
}

static bool refuse_modifier(struct scanner *scanner, const struct tag *tag)
{
	if (tag->modifier.length)
		COMPLAIN(scanner, tag, "{{%.*s}} is no figure and takes no modifier",
			 STR_ARG(tag->name));
	return tag->modifier.length > 0;
}

static bool scan_text(struct scanner *scanner, const struct tag *tag, const struct symbol *symbol)
{
	struct arena *arena = scanner->composer->arena;

	if (refuse_modifier(scanner, tag))
		return false;
	if (!symbol->given) {
		/* {{#HAS_LEAD_TELEPHONE}}, or the whole element's {{#HAS_LEAD}}. */
		bool guarded = false;

		for (size_t end = tag->name.length; end > 0 && !guarded; end--) {
			struct str part = str_slice(tag->name, 0, end);

			guarded = (end == tag->name.length || tag->name.at[end] == '_') &&
				  is_within(scanner, str_format(arena, "HAS_%.*s", STR_ARG(part)));
		}
		if (!guarded) {
			composer_complain(scanner->composer, DIAGNOSTIC_TEMPLATE_UNKNOWN_VALUE,
					  place_of(scanner, tag->at), line_of(scanner, tag->at),
					  tag->name,
					  str_format(arena, "{{#HAS_%.*s}}", STR_ARG(tag->name)));
			return false;
		}
	}
	add_marker(scanner, tag, MARKER_TEXT)->symbol = symbol;
	return true;
}

static bool scan_fact(struct scanner *scanner, const struct tag *tag, const struct symbol *symbol)
{
	const struct marker *rows = enclosing(scanner, SECTION_ELEMENT);

	if (refuse_modifier(scanner, tag))
		return false;
	if (!rows || rows->section.element != attribute_at(symbol->attribute)->element) {
		COMPLAIN(scanner, tag,
			 "{{%.*s}} is told of each <%s>: write it inside that section",
			 STR_ARG(tag->name),
			 element_at(attribute_at(symbol->attribute)->element)->tag);
		return false;
	}
	add_marker(scanner, tag, MARKER_FACT)->symbol = symbol;
	return true;
}

struct row_word {
	const char *name;
	enum marker_kind kind;
	enum figure_variant variant;
};

static const struct row_word row_words[] = {
	{"NUMBER", MARKER_NUMBER, VARIANT_PLAIN},
	{"LABEL", MARKER_LABEL, VARIANT_PLAIN},
	{"LOWER_LABEL", MARKER_LOWER_LABEL, VARIANT_PLAIN},
	{"VALUE", MARKER_ROW_FIGURE, VARIANT_PLAIN},
	{"SHARE", MARKER_ROW_FIGURE, VARIANT_SHARE},
};

/* The words that every row has; *known says whether the tag's name is one of them. */
static bool scan_row_word(struct scanner *scanner, const struct tag *tag, bool *known)
{
	const struct row_word *word = NULL;
	enum figure_variant variant;

	for (size_t i = 0; i < sizeof(row_words) / sizeof(row_words[0]); i++) {
		if (str_is(tag->name, row_words[i].name))
			word = &row_words[i];
	}
	*known = word != NULL;
	if (!word)
		return false;
	bool of_element = word->kind == MARKER_NUMBER && enclosing(scanner, SECTION_ELEMENT);

	if (!of_element && !enclosing(scanner, SECTION_FAMILY)) {
		COMPLAIN(scanner, tag,
			 "{{%s}} is told of each row: write it inside an EACH_ section",
			 word->name);
		return false;
	}
	bool takes_words = word->kind == MARKER_ROW_FIGURE && word->variant == VARIANT_PLAIN;

	if (!takes_words && refuse_modifier(scanner, tag))
		return false;
	if (!read_variant(scanner, tag, &variant))
		return false;
	struct marker *marker = add_marker(scanner, tag, word->kind);

	marker->variant = variant == VARIANT_PLAIN ? word->variant : variant;
	return true;
}

static void scan_value(struct scanner *scanner, const struct tag *tag)
{
	const struct symbol *symbol = symbol_lookup(scanner->composer->symbols, tag->name);
	bool known, added = false;

	if (!symbol) {
		added = scan_row_word(scanner, tag, &known);
		if (!known && symbol_is_missing_element(scanner->composer, tag->name)) {
			/* Right inside {{#HAS_…}}, which is hidden; wrong anywhere else. */
			for (size_t i = 0; i < scanner->depth; i++) {
				const struct marker *open =
					&scanner->sources->markers[scanner->open[i].marker];

				if (str_starts(open->name, STR("HAS_")) &&
				    str_starts(tag->name,
					       str_slice(open->name, 4, open->name.length)))
					return;
			}
		}
		if (!known)
			complain_unknown(scanner, tag,
					 symbol_nearest(scanner->composer->symbols, tag->name));
	} else if (symbol->kind == SYMBOL_MEASURE) {
		added = scan_measure(scanner, tag, symbol->measure);
	} else if (symbol->kind == SYMBOL_TEXT) {
		added = scan_text(scanner, tag, symbol);
	} else {
		added = scan_fact(scanner, tag, symbol);
	}
	if (added)
		print_tag(scanner, tag, "", last_marker(scanner));
}

/* "NARRATIVE_CARER_SUPPORT" -> folder/carer-support.md */
static struct str included_path(struct arena *arena, struct str folder, struct str name)
{
	char *file = arena_alloc(arena, name.length + 4);

	for (size_t i = 0; i < name.length; i++) {
		char byte = name.at[i];

		file[i] = byte == '_'		       ? '-'
			  : byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a')
						       : byte;
	}
	return path_join(arena, folder, str_format(arena, "%.*s.md", (int)name.length, file));
}

/* The file that an include names; false when the name begins with none of the three words. */
static bool include_path(struct composer *composer, struct str name, struct str *path)
{
	struct str templates = composer->options->templates;
	struct {
		struct str prefix, folder;
	} kinds[] = {
		{STR("NARRATIVE_"), composer->options->narrative},
		{STR("PART_"), path_join(composer->arena, templates, STR("parts"))},
		{STR("DOCUMENT_"), templates},
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (str_starts(name, kinds[i].prefix) && name.length > kinds[i].prefix.length) {
			*path = included_path(composer->arena, kinds[i].folder,
					      str_slice(name, kinds[i].prefix.length, name.length));
			return true;
		}
	}
	return false;
}

static void scan_include(struct scanner *scanner, const struct tag *tag)
{
	struct arena *arena = scanner->composer->arena;
	struct str path;

	if (refuse_modifier(scanner, tag))
		return;
	if (!include_path(scanner->composer, tag->name, &path)) {
		COMPLAIN(scanner, tag,
			 "{{>%.*s}} names no file: begin it with PART_, NARRATIVE_ or DOCUMENT_",
			 STR_ARG(tag->name));
		return;
	}
	if (!file_exists(path)) {
		if (!is_within(scanner, str_format(arena, "HAS_%.*s", STR_ARG(tag->name))))
			composer_complain(scanner->composer, DIAGNOSTIC_TEMPLATE_MISSING,
					  place_of(scanner, tag->at), line_of(scanner, tag->at),
					  path, STR(""));
		return;
	}
	if (is_left_out(scanner->source, tag->at))
		return;
	struct source *source = sources_find(scanner->sources, path, false);

	if (!source) {
		COMPLAIN(scanner, tag, "a document can't be made from so many files");
		return;
	}
	add_marker(scanner, tag, MARKER_INCLUDE)->source = source;
	struct source *own = scanner->source;

	own->includes = arena_grow(arena, own->includes, &own->include_capacity,
				   own->include_count + 1, sizeof(size_t));
	own->includes[own->include_count++] = last_marker(scanner);
	print_tag(scanner, tag, ">", last_marker(scanner));
}

/* {{#HAS_NARRATIVE_X}}: whether the year has the file. */
static bool narrative_section(struct scanner *scanner, struct str name, struct section *section)
{
	struct str has = STR("HAS_"), path;
	struct str file = str_slice(name, has.length, name.length);

	if (!str_starts(name, has) || !str_starts(file, STR("NARRATIVE_")) ||
	    !include_path(scanner->composer, file, &path))
		return false;
	*section = (struct section){.kind = SECTION_SHOWN, .shown = file_exists(path)};
	return true;
}

/* A section of rows may only ask for what its own rows have. */
static bool check_section(struct scanner *scanner, const struct tag *tag,
			  const struct section *section)
{
	const struct marker *rows = enclosing(scanner, SECTION_ELEMENT);

	if (section->kind == SECTION_MORE && !rows && !enclosing(scanner, SECTION_FAMILY)) {
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
static void scan_open(struct scanner *scanner, const struct tag *tag)
{
	struct section section = {.kind = SECTION_SHOWN};

	refuse_modifier(scanner, tag);
	if (!narrative_section(scanner, tag->name, &section) &&
	    !section_lookup(scanner->composer, tag->name, &section))
		complain_unknown(scanner, tag, section_nearest(scanner->composer, tag->name));
	else
		check_section(scanner, tag, &section);
	if (scanner->depth == DEEPEST) {
		COMPLAIN(scanner, tag, "sections are nested more than %d deep", DEEPEST);
		return;
	}
	add_marker(scanner, tag, MARKER_SECTION)->section = section;
	scanner->open[scanner->depth++] = (struct open_section){last_marker(scanner), tag->at};
	print_tag(scanner, tag, "#", last_marker(scanner));
}

static void scan_close(struct scanner *scanner, const struct tag *tag)
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
			 STR_ARG(tag->name), STR_ARG(name), place_of(scanner, open.at).line);
		if (!is_within(scanner, tag->name))
			return;
		while (!str_equal(
			scanner->sources->markers[scanner->open[scanner->depth - 1].marker].name,
			tag->name))
			scanner->depth--;
		scanner->depth--;
		return;
	}
	scanner->depth--;
	if (is_left_out(scanner->source, open.at) != is_left_out(scanner->source, tag->at))
		COMPLAIN(scanner, tag,
			 "{{/%.*s}} closes a section that began on the other side of "
			 "the head's or the cover's end",
			 STR_ARG(tag->name));
	print_tag(scanner, tag, "/", open.marker);
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
static bool read_tag(struct scanner *scanner, struct tag *tag)
{
	struct str text = scanner->source->text;
	size_t end = tag->at + 2;

	while (end < text.length && !str_starts(str_slice(text, end, end + 2), STR("}}")))
		end++;
	tag->end = end + 2;
	if (end >= text.length) {
		COMPLAIN(scanner, tag,
			 "this {{ is never closed: write }} behind the marker's name");
		tag->end = tag->at + 2;
		return false;
	}
	struct str inner = str_slice(text, tag->at + 2, end);

	tag->sign = inner.length && str_find(STR("#/>!"), inner.at[0], 0) < 4 ? inner.at[0] : 0;
	inner = str_slice(inner, tag->sign ? 1 : 0, inner.length);
	size_t colon = str_find(inner, ':', 0);

	tag->name = str_slice(inner, 0, colon);
	tag->modifier = str_slice(inner, colon + 1, inner.length);
	if (tag->sign == '!')
		return true;
	if (is_name(tag->name))
		return true;
	size_t line_end = str_find(text, '\n', tag->at);

	if (line_end < end)
		tag->end = tag->at + 2;
	COMPLAIN(scanner, tag,
		 line_end < end ? "this {{ is never closed: write }} behind the marker's name"
				: "between {{ and }} stands no marker's name: capital "
				  "letters, digits and _");
	return false;
}

static void scan_tag(struct scanner *scanner, size_t at)
{
	struct tag tag = {.at = at};

	if (read_tag(scanner, &tag) && scanner->sources->marker_count < MOST_MARKERS) {
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
	bool left_out = is_left_out(source, scanner->at);

	if (!left_out && source->lines[number - 1] == scanner->at)
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
			scanner->composer, place_of(scanner, at), line_of(scanner, at),
			"the section {{#%.*s}} is never closed: write {{/%.*s}} where it ends",
			STR_ARG(scanner->sources->markers[scanner->open[scanner->depth].marker]
					.name),
			STR_ARG(scanner->sources->markers[scanner->open[scanner->depth].marker]
					.name));
	}
}

void source_scan(struct sources *sources, struct source *source)
{
	struct scanner *scanner = ARENA_NEW(sources->composer->arena, struct scanner);

	scanner->sources = sources;
	scanner->composer = sources->composer;
	scanner->source = source;
	/* A comment may run over lines: those within it are passed over. */
	for (uint32_t line = 1; line <= source->line_count; line++) {
		if (line == source->line_count || scanner->at < source->lines[line])
			scan_line(scanner, line);
	}
	close_all(scanner);
	source->expanded = str_copy(scanner->composer->arena, buffer_view(&scanner->out));
	buffer_release(&scanner->out);
}
