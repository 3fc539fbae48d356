#include "command/auditing.h"

#include "audit/audit.h"
#include "base/buffer.h"
#include "base/file.h"
#include "command/result.h"
#include "publish/contents.h"

/* Everything that lies in the folder: an attacker doesn't ask the manifest. */
static bool read_folder(struct audit_pack *pack, struct arena *arena, struct str folder,
			struct str *why)
{
	struct pack_contents contents;
	struct audit_file *files;

	*pack = (struct audit_pack){.folder = folder};
	if (!contents_list(arena, folder, &contents, why))
		return false;
	pack->files = files = ARENA_ARRAY(arena, contents.count, struct audit_file);
	for (size_t i = 0; i < contents.count; i++) {
		struct audit_file *file = &files[pack->file_count];

		if (!contents.items[i].is_file)
			continue;
		file->name = contents.items[i].name;
		if (!content_read(arena, path_join(arena, folder, file->name), &file->content, why))
			return false;
		pack->file_count++;
	}
	return true;
}

static enum status wrong(struct str why)
{
	program_says("%.*s", STR_ARG(why));
	return STATUS_INPUT;
}

enum status audit_folders(const struct options *options, struct arena *arena)
{
	struct audit_pack *packs = ARENA_ARRAY(arena, options->folder_count, struct audit_pack);
	struct buffer result = {0};
	struct attack attack;
	enum status status;
	struct str why;

	for (size_t i = 0; i < options->folder_count; i++) {
		struct str folder = str_of(options->folders[i]);

		if (!folder_exists(folder)) {
			program_says("there is no folder %s: name a pack, as in output/2024-25",
				     options->folders[i]);
			return STATUS_USAGE;
		}
		if (!read_folder(&packs[i], arena, folder, &why))
			return wrong(why);
	}
	if (!audit_packs(&attack, arena, packs, options->folder_count, &why))
		return wrong(why);
	audit_describe(&result, &attack, options->threshold);
	status = print_result(&result);
	if (status == STATUS_DONE &&
	    (attack.is_contradictory || audit_narrow(&attack, options->threshold)))
		return STATUS_INPUT;
	return status;
}
