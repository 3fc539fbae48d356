#include "read/reader_say.h"
#include "base/buffer.h"
#include "base/nearest.h"

#include "read/reader.h"
#include <string.h>
#include <strings.h>

static struct str name_of(const unsigned char *name)
{
	return str_of((const char *)name);
}

const char *reader_quote(struct reader *reader, struct str text)
{
	if (text.length <= MOST_QUOTED)
		return str_terminated(reader->arena, text);
	size_t cut = MOST_QUOTED;
	while (cut > 0 && ((unsigned char)text.at[cut] & 0xc0) == 0x80)
		cut--; /* whole characters only */
	struct str shown = str_slice(text, 0, cut);
	return str_format(reader->arena, "%.*s…", STR_ARG(shown)).at;
}

/* What other systems, and the return, write for a word of ours: told by its meaning. */
static const struct {
	const char *written, *meant;
} meanings[] = {
	{"f", "female"},	 {"2", "female"},
	{"m", "male"},		 {"1", "male"},
	{"u", "not-known"},	 {"unknown", "not-known"},
	{"n/k", "not-known"},	 {"y", "yes"},
	{"true", "yes"},	 {"n", "no"},
	{"false", "no"},	 {"yes", "true"},
	{"y", "true"},		 {"1", "true"},
	{"no", "false"},	 {"n", "false"},
	{"0", "false"},		 {"web", "internet"},
	{"website", "internet"}, {"online", "internet"},
	{"phone", "other"},	 {"sgo", "special-guardianship"},
	{"adopted", "adoption"}, {"residential home", "childrens-home"},
	{"caucasian", "white"},
};

static const char *meant_by(struct str word, const char *const *candidates, size_t count)
{
	for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++) {
		const char *written = meanings[i].written;

		if (strlen(written) != word.length ||
		    strncasecmp(written, word.at, word.length) != 0)
			continue;
		for (size_t j = 0; j < count; j++)
			if (strcmp(candidates[j], meanings[i].meant) == 0)
				return candidates[j];
	}
	return NULL;
}

const char *reader_advice(struct reader *reader, struct str word, const char *const *candidates,
			  size_t count)
{
	if (reader->diagnostics->count >= DIAGNOSTICS_KEPT)
		return ""; /* nobody will read it */
	const char *meant = meant_by(word, candidates, count);
	if (!meant)
		meant = nearest_word(word, candidates, count);
	if (!meant)
		return "write one of these";
	return str_format(reader->arena, "did you mean %s?", meant).at;
}

/* "did you mean received?", or all that is allowed. */
static const char *suggestion(struct reader *reader, struct str word, const char *const *candidates,
			      size_t count)
{
	if (reader->diagnostics->count >= DIAGNOSTICS_KEPT)
		return "";
	const char *meant = nearest_word(word, candidates, count);
	if (meant)
		return str_format(reader->arena, "did you mean %s?", meant).at;
	if (!count)
		return "leave it out, as none is allowed here";
	struct buffer list = {0};
	buffer_text(&list, "allowed here: ");
	for (size_t i = 0; i < count; i++)
		buffer_format(&list, "%s%s", i ? ", " : "", candidates[i]);
	const char *copy = str_terminated(reader->arena, buffer_view(&list));
	buffer_release(&list);
	return copy;
}

struct str reader_source(const struct reader *reader, struct place place)
{
	return xml_source(reader->xml, place);
}

struct place reader_tag_place(struct reader *reader)
{
	return xml_tag_place(reader->xml);
}

bool reader_is_written(const struct reader *reader, enum attribute_id attribute)
{
	return reader
		->slots[attribute - element_at(attribute_at(attribute)->element)->first_attribute];
}

struct place reader_attribute_place(struct reader *reader, enum attribute_id attribute)
{
	int index = attribute - element_at(attribute_at(attribute)->element)->first_attribute;
	if (!reader->slots[index])
		return reader_tag_place(reader);
	return xml_attribute_place(reader->xml, reader->slots[index]);
}

/* Any element of this kind of file with that name, wherever it belongs. */
static enum element_id find_elsewhere(struct reader *reader, const unsigned char *name)
{
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		if (element_at(i)->root == reader->root &&
		    str_is(name_of(name), element_at(i)->tag))
			return i;
	}
	return ELEMENT_NONE;
}

static void say_misplaced(struct reader *reader, enum element_id element, const char *parent)
{
	struct place place = reader_tag_place(reader);
	enum element_id belongs = element_at(element)->parent;
	const char *advice =
		belongs == ELEMENT_NONE
			? "it is the root and stands alone"
			: str_format(reader->arena, "put it in %s", element_at(belongs)->tag).at;
	diagnostic_add_source(reader->diagnostics, DIAGNOSTIC_ELEMENT_MISPLACED, place,
			      reader_source(reader, place), element_at(element)->tag, parent,
			      advice);
}

void reader_say_unknown(struct reader *reader, enum element_id parent, const unsigned char *name)
{
	enum element_id elsewhere = find_elsewhere(reader, name);
	if (elsewhere != ELEMENT_NONE) {
		say_misplaced(reader, elsewhere, element_at(parent)->tag);
		return;
	}
	const char *tags[ELEMENT_COUNT];
	int count = reader->child_count[parent];
	for (int i = 0; i < count; i++)
		tags[i] = element_at(reader->children[reader->first_child[parent] + i])->tag;
	struct place place = reader_tag_place(reader);
	diagnostic_add_source(reader->diagnostics, DIAGNOSTIC_ELEMENT_UNKNOWN, place,
			      reader_source(reader, place), reader_quote(reader, name_of(name)),
			      element_at(parent)->tag,
			      suggestion(reader, name_of(name), tags, (size_t)count));
}

void reader_say_about_tag(struct reader *reader, enum diagnostic_id id, const char *first,
			  const char *second)
{
	struct place place = reader_tag_place(reader);
	diagnostic_add_source(reader->diagnostics, id, place, reader_source(reader, place), first,
			      second);
}

void reader_say_unknown_attribute(struct reader *reader, const struct element *about,
				  enum element_id element, const struct xml_attribute *attribute)
{
	struct str name = name_of(attribute->name);
	buffer_clear(&reader->key);
	buffer_format(&reader->key, "%d ", (int)element);
	buffer_str(&reader->key, name);
	struct str key = buffer_view(&reader->key);
	if (map_lookup(&reader->told, key) ||
	    (reader->told_before && map_lookup(reader->told_before, key)))
		return;
	*map_place(&reader->told, str_copy(reader->arena, key)) = reader;
	const char *names[MOST_OWN];
	for (int i = 0; i < about->attribute_count; i++)
		names[i] = attribute_at(about->first_attribute + i)->written;
	struct place place = xml_attribute_place(reader->xml, attribute);
	diagnostic_add_source(reader->diagnostics, DIAGNOSTIC_ATTRIBUTE_UNKNOWN, place,
			      reader_source(reader, place), about->tag, reader_quote(reader, name),
			      suggestion(reader, name, names, (size_t)about->attribute_count));
}
