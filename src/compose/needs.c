#include "compose/needs.h"

#include "base/file.h"
#include "base/files.h"

enum { DEEPEST = 64 };

/* A template while it is looked through. */
struct template_search {
	struct needs *needs;
	struct str name; /* of the file */
	struct str text;
	struct str heading;
	struct str open[DEEPEST]; /* sections */
	size_t depth;
};

/* "OUT_OF_HOURS" as a file or an id is written: out-of-hours. */
static struct str lowered(struct arena *arena, struct str marker)
{
	char *name = arena_alloc(arena, marker.length + 1);

	for (size_t i = 0; i < marker.length; i++) {
		char byte = marker.at[i];

		name[i] = byte == '_'		       ? '-'
			  : byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a')
						       : byte;
	}
	return (struct str){name, marker.length};
}

/* Whether the template has asked before: within {{#HAS_X}}, or of an element that X is of. */
static bool is_asked_first(const struct template_search *search, struct str marker)
{
	struct str has = STR("HAS_");

	for (size_t i = 0; i < search->depth; i++) {
		struct str open = search->open[i];

		if (str_starts(open, has) &&
		    str_starts(marker, str_slice(open, has.length, open.length)))
			return true;
	}
	return false;
}

static bool is_new(struct needs *needs, struct str key)
{
	void **place = map_place(&needs->known, key);
	bool found = *place != NULL;

	*place = needs;
	return !found;
}

static void take_narrative(struct template_search *search, struct str include)
{
	struct needs *needs = search->needs;
	struct str prefix = STR("NARRATIVE_");

	if (!str_starts(include, prefix) || is_asked_first(search, include) ||
	    !is_new(needs, include))
		return;

	struct str file = str_slice(include, prefix.length, include.length);

	needs->narratives = arena_grow(needs->arena, needs->narratives, &needs->narrative_capacity,
				       needs->narrative_count + 1, sizeof(*needs->narratives));
	needs->narratives[needs->narrative_count++] = (struct narrative_need){
		str_format(needs->arena, "%.*s.md", STR_ARG(lowered(needs->arena, file))),
		search->heading, search->name};
}

static struct setting_need *setting_of(struct needs *needs, enum element_id element, struct str id)
{
	struct str key = str_format(needs->arena, "%d %.*s", (int)element, STR_ARG(id));
	void **place = map_place(&needs->known, key);

	if (!*place) {
		struct setting_need *setting = ARENA_NEW(needs->arena, struct setting_need);

		setting->element = element;
		setting->id = id;
		setting->asked = ARENA_ARRAY(needs->arena,
					     (size_t)element_at(element)->attribute_count, bool);
		needs->settings =
			arena_grow(needs->arena, needs->settings, &needs->setting_capacity,
				   needs->setting_count + 1, sizeof(*needs->settings));
		needs->settings[needs->setting_count++] = setting;
		*place = setting;
	}
	return *place;
}

/* "FOSTERING_TELEPHONE" of a contact: its id, and which attribute; that of none is its value. */
static void take_setting(struct template_search *search, enum element_id element, struct str name)
{
	struct needs *needs = search->needs;
	const struct element *about = element_at(element);
	struct str id = lowered(needs->arena, name);

	for (int i = 0; i < about->attribute_count; i++) {
		const char *written = attribute_at(about->first_attribute + i)->written;
		struct str ending = str_format(needs->arena, "-%s", written);

		if (str_is(str_of(written), "value")) {
			setting_of(needs, element, id)->asked[i] = true;
		} else if (str_ends(id, ending)) {
			id = str_slice(id, 0, id.length - ending.length);
			setting_of(needs, element, id)->asked[i] = true;
			return;
		}
	}
}

static void take_value(struct template_search *search, struct str marker)
{
	static const enum element_id elements[] = {ELEMENT_CONTACT, ELEMENT_STANDARD,
						   ELEMENT_WORDING};
	static const struct str prefixes[] = {{"CONTACT_", 8}, {"STANDARD_", 9}, {"WORDING_", 8}};

	for (size_t i = 0; i < sizeof(elements) / sizeof(*elements); i++) {
		if (str_starts(marker, prefixes[i]) && !is_asked_first(search, marker))
			take_setting(search, elements[i],
				     str_slice(marker, prefixes[i].length, marker.length));
	}
}

/* A section that is opened or closed, an include, a value. */
static void take_tag(struct template_search *search, struct str tag)
{
	struct str name = str_slice(tag, 1, tag.length);
	char sign = tag.length ? tag.at[0] : 0;

	if (sign == '#' && search->depth < DEEPEST)
		search->open[search->depth++] = name;
	else if (sign == '/' && search->depth > 0)
		search->depth--;
	else if (sign == '>')
		take_narrative(search, name);
	else if (sign >= 'A' && sign <= 'Z')
		take_value(search, str_slice(tag, 0, str_find(tag, ':', 0)));
}

/* What is a heading, or the title of a panel, is where the next narrative stands. */
static void take_line(struct template_search *search, struct str line)
{
	struct str panel = STR("<panel title=\"");

	if (str_starts(line, STR("#"))) {
		size_t from = str_find(line, ' ', 0);

		search->heading = str_trim(str_slice(line, from, str_find(line, '{', from)));
		if (str_find(line, '{', from) < line.length &&
		    str_starts(str_slice(line, str_find(line, '{', from), line.length), STR("{{")))
			search->heading = str_trim(str_slice(line, from, line.length));
	} else if (str_starts(line, panel)) {
		line = str_slice(line, panel.length, line.length);
		search->heading = str_slice(line, 0, str_find(line, '"', 0));
	}
	for (size_t at = 0; at + 1 < line.length; at++) {
		if (line.at[at] != '{' || line.at[at + 1] != '{')
			continue;
		size_t end = str_find(line, '}', at);

		take_tag(search, str_slice(line, at + 2, end));
		at = end;
	}
}

static bool read_template(struct needs *needs, struct str path, struct str *why)
{
	struct template_search search = {.needs = needs, .name = path_name(path)};

	if (!file_read(needs->arena, path, &search.text, why))
		return false;
	for (size_t at = 0; at < search.text.length;) {
		size_t end = str_find(search.text, '\n', at);

		take_line(&search, str_slice(search.text, at, end));
		at = end + 1;
	}
	return true;
}

static bool read_folder(struct needs *needs, struct str folder, struct str *why)
{
	struct folder_entry *entries;
	size_t count;

	if (!folder_list(needs->arena, folder, &entries, &count, why))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!entries[i].is_folder && str_ends(entries[i].name, STR(".md")) &&
		    !read_template(needs, path_join(needs->arena, folder, entries[i].name), why))
			return false;
	}
	return true;
}

bool needs_read(struct needs *needs, struct arena *arena, struct str templates, struct str *why)
{
	struct str parts = path_join(arena, templates, STR("parts"));

	*needs = (struct needs){.arena = arena};
	map_init(&needs->known, arena);
	return read_folder(needs, templates, why) &&
	       (!folder_exists(parts) || read_folder(needs, parts, why));
}
