#include "read/settings.h"
#include "base/buffer.h"
#include "read/extract.h"
#include "read/reader_say.h"

#include "base/files.h"
#include "read/reader.h"

struct settings {
	struct map by_id[ELEMENT_COUNT];
};

/* An id is unique among the file's elements of one name. */
static void check_id(struct reader *reader, struct record *record)
{
	struct settings *settings = reader->taker;
	enum attribute_id id = attribute_find(record->element, STR("id"));
	const char *text = id == ATTRIBUTE_NONE ? NULL : record_text(record, id);
	if (!text)
		return;
	struct map *map = &settings->by_id[record->element];
	if (!map->arena)
		map_init(map, reader->arena);
	void **place = map_place(map, str_of(text));
	if (!*place) {
		*place = record;
		return;
	}
	struct place at = reader_tag_place(reader);
	diagnostic_add_source(reader->diagnostics, DIAGNOSTIC_SETTINGS_ID_TWICE, at,
			      reader_source(reader, at), element_at(record->element)->tag,
			      reader_quote(reader, str_of(text)),
			      ((const struct record *)*place)->line);
}

/* What a file that is missing should begin with. */
static void say_missing(struct arena *arena, struct str path, enum element_id root,
			struct diagnostics *diagnostics)
{
	const struct element *about = element_at(root);
	struct buffer tag = {0};
	buffer_format(&tag, "write one that begins with <%s xmlns=\"%s\"", about->tag,
		      about->namespace);
	for (int i = 0; i < about->attribute_count; i++)
		buffer_format(&tag, " %s=\"…\"", attribute_at(about->first_attribute + i)->written);
	buffer_byte(&tag, '>');
	diagnostic_add(diagnostics, DIAGNOSTIC_FILE_MISSING, (struct place){.file = path},
		       str_terminated(arena, buffer_view(&tag)));
	buffer_release(&tag);
}

struct record *settings_read(struct arena *arena, struct str path, enum element_id root,
			     struct diagnostics *diagnostics)
{
	if (file_is_missing(path)) {
		say_missing(arena, path, root, diagnostics);
		return NULL;
	}
	size_t errors = diagnostics->errors;
	struct settings *settings = ARENA_NEW(arena, struct settings);
	struct reader *reader = ARENA_NEW(arena, struct reader);
	reader_init(reader, arena, diagnostics, root);
	reader->taker = settings;
	reader->element = check_id;
	reader->keep_records = true;
	bool read_to_end = reader_read(reader, path, 0);
	reader_release(reader);
	return read_to_end && diagnostics->errors == errors ? reader->root_record : NULL;
}
