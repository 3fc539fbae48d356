/*
 * The machine of reader.h: a stack of open elements, each looked up among its parent's children.
 * Owns the stack and the caches of names; values are value.c's, messages reader_say.c's.
 */
#include "read/reader.h"
#include "base/buffer.h"
#include "read/reader_say.h"
#include "read/value.h"

#include <string.h>

static struct str name_of(const unsigned char *name)
{
	return str_of((const char *)name);
}

void reader_init(struct reader *reader, struct arena *arena, struct diagnostics *diagnostics,
		 enum element_id root)
{
	*reader = (struct reader){.arena = arena, .diagnostics = diagnostics, .root = root};
	map_init(&reader->told, arena);
	int next = 0;
	for (int parent = 0; parent < ELEMENT_COUNT; parent++) {
		reader->first_child[parent] = next;
		for (int i = parent + 1; i < ELEMENT_COUNT; i++) {
			if ((int)element_at(i)->parent == parent)
				reader->children[next++] = i;
		}
		reader->child_count[parent] = next - reader->first_child[parent];
	}
}

void reader_release(struct reader *reader)
{
	digest_release(&reader->digest);
	buffer_release(&reader->key);
}

/* --- elements -------------------------------------------------------------------------------- */

static void pass_over(struct reader *reader)
{
	reader->passing_over = 1;
	xml_pass_over_text(reader->xml, true);
}

/* The child of that name; ELEMENT_NONE when the frame's element has none such. */
static enum element_id find_child(struct reader *reader, struct frame *frame,
				  const unsigned char *name)
{
	if (frame->guess != ELEMENT_NONE && reader->tags[frame->guess] == name)
		return frame->guess;
	const enum element_id *children = &reader->children[reader->first_child[frame->element]];
	for (int i = 0; i < reader->child_count[frame->element]; i++) {
		if (reader->tags[children[i]] == name)
			return frame->guess = children[i];
	}
	return ELEMENT_NONE;
}

/* Which element of the vocabulary the tag is here; ELEMENT_NONE when it is to be passed over. */
static enum element_id accept(struct reader *reader, struct frame *parent,
			      const struct xml_tag *tag)
{
	if (tag->namespace != reader->namespace) {
		if (!tag->namespace)
			reader_say_about_tag(reader, DIAGNOSTIC_ELEMENT_NO_NAMESPACE,
					     reader_quote(reader, name_of(tag->name)),
					     element_at(reader->root)->namespace);
		return ELEMENT_NONE;
	}
	enum element_id element = find_child(reader, parent, tag->name);
	if (element == ELEMENT_NONE) {
		reader_say_unknown(reader, parent->element, tag->name);
		return ELEMENT_NONE;
	}
	uint64_t bit = (uint64_t)1 << ((unsigned)(element - parent->element) % 64);
	if (!element_at(element)->repeats && (parent->seen & bit)) {
		reader_say_about_tag(reader, DIAGNOSTIC_ELEMENT_REPEATED, element_at(element)->tag,
				     element_at(parent->element)->tag);
		return ELEMENT_NONE;
	}
	parent->seen |= bit;
	return element;
}

/* --- attributes ------------------------------------------------------------------------------ */

/* The index among the element's own attributes, expected at *guess; -1 when it is none. */
static int find_own(const struct reader *reader, const struct element *about,
		    const unsigned char *name, int *guess)
{
	const unsigned char *const *names = &reader->names[about->first_attribute];
	if (*guess < about->attribute_count && names[*guess] == name)
		return (*guess)++;
	for (int i = 0; i < about->attribute_count; i++) {
		if (names[i] == name) {
			*guess = i + 1;
			return i;
		}
	}
	return -1;
}

static void sort_attributes(struct reader *reader, enum element_id element,
			    const struct xml_tag *tag)
{
	const struct element *about = element_at(element);
	memset(reader->slots, 0, (size_t)about->attribute_count * sizeof(struct xml_attribute *));
	int guess = 0;
	for (size_t i = 0; i < tag->attribute_count; i++) {
		const struct xml_attribute *attribute = &tag->attributes[i];
		if (attribute->namespace) {
			if (attribute->namespace != reader->namespace)
				continue;
			struct place place = xml_attribute_place(reader->xml, attribute);
			diagnostic_add_source(reader->diagnostics, DIAGNOSTIC_ATTRIBUTE_NAMESPACE,
					      place, reader_source(reader, place),
					      reader_quote(reader, name_of(attribute->name)));
			continue;
		}
		int index = find_own(reader, about, attribute->name, &guess);
		if (index < 0)
			reader_say_unknown_attribute(reader, about, element, attribute);
		else
			reader->slots[index] = attribute;
	}
}

/* --- records --------------------------------------------------------------------------------- */

/* In the table's order, whatever the order as written: so that digests agree. */
static void take_values(struct reader *reader, struct record *record)
{
	const struct element *about = element_at(record->element);
	const struct attribute *own = attribute_at(about->first_attribute);
	if (reader->digests)
		digest_add(&reader->digest, record->element, MOST_OWN, STR(""));
	for (int i = 0; i < about->attribute_count; i++) {
		if (reader->slots[i] || own[i].required)
			reader_take_value(reader, record, i);
	}
}

static struct record *make_record(struct reader *reader, enum element_id element)
{
	struct record *record = record_make(reader->arena, element);
	struct place place = reader_tag_place(reader);
	record->file = reader->file_index & 0xffffff;
	record->line = place.line;
	record->column = place.column;
	return record;
}

static void open_element(struct reader *reader, enum element_id element, const struct xml_tag *tag)
{
	if (reader->depth <= 1)
		digest_clear(&reader->digest);
	struct record *record = make_record(reader, element);
	struct frame *frame = &reader->stack[reader->depth++];
	*frame = (struct frame){.element = element, .record = record, .guess = ELEMENT_NONE};
	if (reader->depth == 1)
		reader->root_record = record;
	if (reader->depth > 2 || (reader->depth == 2 && reader->keep_records)) {
		record_add_child(frame[-1].record, frame[-1].last_child, record);
		frame[-1].last_child = record;
	}
	sort_attributes(reader, element, tag);
	take_values(reader, record);
	if (reader->element)
		reader->element(reader, record);
}

/* --- events ---------------------------------------------------------------------------------- */

static void start_root(struct reader *reader, const struct xml_tag *tag)
{
	const struct element *root = element_at(reader->root);
	if (tag->namespace == reader->namespace && str_is(name_of(tag->name), root->tag)) {
		open_element(reader, reader->root, tag);
		return;
	}
	struct place place = reader_tag_place(reader);
	diagnostic_add_source(
		reader->diagnostics, DIAGNOSTIC_ROOT_WRONG, place, reader_source(reader, place),
		reader_quote(reader, name_of(tag->name)),
		reader_quote(reader, tag->namespace ? name_of(tag->namespace) : STR("none")),
		root->tag, root->namespace);
	pass_over(reader);
}

static void on_start(void *context, struct xml *xml, const struct xml_tag *tag)
{
	struct reader *reader = context;
	(void)xml;
	if (reader->passing_over) {
		reader->passing_over++;
		return;
	}
	if (reader->depth == 0) {
		start_root(reader, tag);
		return;
	}
	enum element_id element = accept(reader, &reader->stack[reader->depth - 1], tag);
	if (element == ELEMENT_NONE)
		pass_over(reader);
	else
		open_element(reader, element, tag);
}

static void on_end(void *context, struct xml *xml)
{
	struct reader *reader = context;
	if (reader->passing_over) {
		if (--reader->passing_over == 0)
			xml_pass_over_text(xml, false);
		return;
	}
	struct record *record = reader->stack[--reader->depth].record;
	if (reader->depth == 1 && reader->complete)
		reader->complete(reader, record);
}

static void on_text(void *context, struct xml *xml, struct place place)
{
	struct reader *reader = context;
	diagnostic_add_source(reader->diagnostics, DIAGNOSTIC_TEXT, place, xml_source(xml, place));
}

static void on_begin(void *context, struct xml *xml)
{
	struct reader *reader = context;
	reader->xml = xml;
	reader->namespace = xml_name(xml, element_at(reader->root)->namespace);
	for (int i = 0; i < ELEMENT_COUNT; i++)
		reader->tags[i] = xml_name(xml, element_at(i)->tag);
	for (int i = 0; i < ATTRIBUTE_COUNT; i++)
		reader->names[i] = xml_name(xml, attribute_at(i)->written);
}

static void on_progress(void *context, uint64_t taken)
{
	struct reader *reader = context;
	if (reader->progress)
		reader->progress(reader, taken);
}

static const struct xml_events events = {.begin = on_begin,
					 .start = on_start,
					 .end = on_end,
					 .text = on_text,
					 .progress = on_progress};

static void begin_file(struct reader *reader, struct str path, uint32_t file_index)
{
	reader->file = path;
	reader->file_index = file_index;
	reader->root_record = NULL;
	reader->depth = 0;
	reader->passing_over = 0;
}

bool reader_read(struct reader *reader, struct str path, uint32_t file_index)
{
	begin_file(reader, path, file_index);
	return xml_read(path, reader->keep_records, &events, reader, reader->diagnostics);
}

struct xml *reader_begin(struct reader *reader, struct str path, uint32_t file_index)
{
	begin_file(reader, path, file_index);
	return xml_begin(path, &events, reader, reader->diagnostics);
}

bool reader_is_between(const struct reader *reader)
{
	return xml_is_between(reader->xml) && reader->depth == 1 && !reader->passing_over;
}
