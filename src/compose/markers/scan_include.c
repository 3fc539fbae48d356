#include "compose/markers/scan_include.h"
#include "base/file.h"
#include "base/files.h"
#include "compose/markers/scanner.h"

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
			if (i == 0 && composer->options->named)
				*map_place(composer->options->named, *path) = composer;
			return true;
		}
	}
	return false;
}

void scan_include(struct scanner *scanner, const struct marker_tag *tag)
{
	struct arena *arena = scanner->composer->arena;
	struct str path;

	if (scanner_refuse_modifier(scanner, tag))
		return;
	if (!include_path(scanner->composer, tag->name, &path)) {
		COMPLAIN(scanner, tag,
			 "{{>%.*s}} names no file: begin it with PART_, NARRATIVE_ or DOCUMENT_",
			 STR_ARG(tag->name));
		return;
	}
	if (file_is_missing(path)) {
		if (!scanner_is_within(scanner, str_format(arena, "HAS_%.*s", STR_ARG(tag->name))))
			composer_complain(scanner->composer, DIAGNOSTIC_TEMPLATE_MISSING,
					  scanner_place(scanner, tag->at),
					  scanner_line(scanner, tag->at), path, STR(""));
		return;
	}
	if (scanner_leaves_out(scanner->source, tag->at))
		return;
	struct source *source = sources_find(scanner->sources, path, false);

	if (!source) {
		COMPLAIN(scanner, tag, "a document can't be made from so many files");
		return;
	}
	scanner_add(scanner, tag, MARKER_INCLUDE)->source = source;
	struct source *own = scanner->source;

	own->includes = arena_grow(arena, own->includes, &own->include_capacity,
				   own->include_count + 1, sizeof(size_t));
	own->includes[own->include_count++] = scanner_last(scanner);
	scanner_print(scanner, tag, ">", scanner_last(scanner));
}

bool scan_narrative_section(struct scanner *scanner, struct str name, struct section *section)
{
	struct str has = STR("HAS_"), path;
	struct str file = str_slice(name, has.length, name.length);

	if (!str_starts(name, has) || !str_starts(file, STR("NARRATIVE_")) ||
	    !include_path(scanner->composer, file, &path))
		return false;
	*section = (struct section){.kind = SECTION_SHOWN, .shown = !file_is_missing(path)};
	return true;
}
