/*
 * The head of a document, read after expansion: its values may hold markers.
 */
#include "compose/markers/head.h"
#include "base/nearest.h"

#include "compose/names/typeset.h"

static struct str *field(struct document *document, struct str key)
{
	struct {
		const char *name;
		struct str *value;
	} fields[] = {
		{"title", &document->title},	 {"subtitle", &document->subtitle},
		{"running", &document->running}, {"summary", &document->summary},
		{"author", &document->author},
	};

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		if (str_is(key, fields[i].name))
			return fields[i].value;
	}
	return NULL;
}

static void add_cover_line(struct composer *composer, struct document *document, struct str value,
			   struct place place, size_t *capacity)
{
	size_t bar = str_find(value, '|', 0);

	if (bar == value.length) {
		composer_complain_text(
			composer, place, STR(""),
			"a line of the cover has two parts: write cover: Label | text, or cover: "
			"none");
		return;
	}
	document->cover = arena_grow(composer->arena, document->cover, capacity,
				     document->cover_count + 1, sizeof(struct cover_line));
	document->cover[document->cover_count++] = (struct cover_line){
		str_trim(str_slice(value, 0, bar)),
		str_trim(str_slice(value, bar + 1, value.length)),
	};
}

static void complain_key(struct composer *composer, struct str key, struct place place)
{
	static const char *const keys[] = {"title",  "subtitle", "running",  "summary",
					   "author", "cover",	 "published"};
	const char *near = nearest_word(key, keys, sizeof(keys) / sizeof(keys[0]));

	if (near)
		composer_complain_text(composer, place, STR(""),
				       "a head has no \"%.*s\": did you mean %s?", STR_ARG(key),
				       near);
	else
		composer_complain_text(
			composer, place, STR(""),
			"a head has lines of title, subtitle, running, summary, author, "
			"cover and published, each as key: value");
}

/* A document is published in every format, unless it says "published: web". */
static void read_published(struct composer *composer, struct document *document, struct str value,
			   struct place place)
{
	document->web_only = str_is(value, "web");
	if (!document->web_only && !str_is(value, "all"))
		composer_complain_text(composer, place, STR(""),
				       "a document is published: web, or published: all");
}

static void read_line(const struct expansion *expansion, struct document *document, struct str line,
		      struct place place, size_t *cover_capacity)
{
	struct composer *composer = expansion->composer;
	size_t colon = str_find(line, ':', 0);
	struct str key = str_trim(str_slice(line, 0, colon));
	struct str value = str_trim(str_slice(line, colon + 1, line.length));

	/* A bar in a value is no bar of the line: it is parted before values are put in. */
	if (str_is(key, "cover") && str_is(value, "none")) {
		document->coverless = true;
		return;
	}
	if (str_is(key, "cover")) {
		size_t before = document->cover_count;

		add_cover_line(composer, document, value, place, cover_capacity);
		for (size_t i = before; i < document->cover_count; i++) {
			struct cover_line *cover = &document->cover[i];

			cover->label = typeset_plain(composer->arena,
						     expansion_plain(expansion, cover->label));
			cover->text = typeset_plain(composer->arena,
						    expansion_plain(expansion, cover->text));
		}
		return;
	}
	if (str_is(key, "published")) {
		read_published(composer, document, value, place);
		return;
	}
	struct str *kept = field(document, key);

	if (!kept || colon == line.length)
		complain_key(composer, key, place);
	else
		*kept = typeset_plain(composer->arena, expansion_plain(expansion, value));
}

static void check_complete(struct composer *composer, struct document *document, struct place place)
{
	static const char *const needed[] = {"title", "subtitle", "running", "summary", "author"};

	for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++) {
		if (!field(document, str_of(needed[i]))->length)
			composer_complain_text(
				composer, place, STR(""),
				"the document has no %s: write it in the head, as %s: …", needed[i],
				needed[i]);
	}
}

bool head_read(const struct expansion *expansion, struct document *document, size_t *end)
{
	struct composer *composer = expansion->composer;
	struct str text = expansion->text;
	size_t errors = composer->errors, capacity = 0, at = 0;
	bool within = false;

	*end = 0;
	for (int line = 1; at < text.length; line++) {
		size_t stop = str_find(text, '\n', at);
		struct str written = str_trim(str_slice(text, at, stop));

		at = stop + 1;
		if (str_is(written, "---")) {
			*end = within ? at : 0;
			if (within)
				break;
			within = true;
			continue;
		}
		if (!within)
			break;
		if (written.length)
			read_line(expansion, document, written, expansion_place(expansion, line),
				  &capacity);
	}
	check_complete(composer, document, expansion_place(expansion, 1));
	return composer->errors == errors;
}
