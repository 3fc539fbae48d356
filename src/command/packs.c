#include "command/packs.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/file.h"
#include "command/result.h"
#include "command/sealing.h"
#include "publish/seal.h"
#include "publish/verify.h"

static bool are_folders(const struct options *options)
{
	for (size_t i = 0; i < options->folder_count; i++) {
		if (folder_exists(str_of(options->folders[i])))
			continue;
		program_says("there is no folder %s: name a pack, as in output/2024-25",
			     options->folders[i]);
		return false;
	}
	return true;
}

static enum status wrong_key(struct str why)
{
	program_says("%.*s", STR_ARG(why));
	return STATUS_USAGE;
}

enum status verify_packs(const struct options *options, struct arena *arena)
{
	struct diagnostics diagnostics;
	struct buffer result = {0};
	struct manifest manifest;
	struct checking_key key;
	struct str why;
	bool has_key = options->key.length > 0;

	if (!are_folders(options))
		return STATUS_USAGE;
	if (has_key && !checking_key_read(arena, options->key, &key, &why))
		return wrong_key(why);
	diagnostics_init(&diagnostics, arena);
	for (size_t i = 0; i < options->folder_count; i++) {
		struct str folder = str_of(options->folders[i]);

		if (!pack_verify(arena, folder, has_key ? &key : NULL, &manifest, &diagnostics))
			continue;
		manifest_describe(arena, &result, folder, &manifest);
		if (has_key)
			buffer_text(&result, "  signed by the key\n");
	}
	return finish_command(&diagnostics, true, &result);
}

enum status seal_packs(const struct options *options, struct arena *arena)
{
	struct diagnostics diagnostics;
	struct buffer result = {0};
	struct manifest manifest;
	struct signing_key key;
	struct str why;
	bool has_key = options->key.length > 0;

	if (!are_folders(options))
		return STATUS_USAGE;
	if (has_key &&
	    !signing_key_read(arena, options->key, getenv("HEARTH_KEY_PASSWORD"), &key, &why))
		return wrong_key(why);
	diagnostics_init(&diagnostics, arena);
	for (size_t i = 0; i < options->folder_count; i++) {
		struct str folder = str_of(options->folders[i]);

		if (!sealing_allowed(options, arena, folder, &diagnostics))
			continue;
		if (pack_seal(arena, folder, options->now, has_key ? &key : NULL, &manifest,
			      &diagnostics, &why)) {
			manifest_describe(arena, &result, folder, &manifest);
		} else if (why.length) {
			say_diagnostics(&diagnostics);
			program_says("%.*s", STR_ARG(why));
			buffer_release(&result);
			return STATUS_SYSTEM;
		}
	}
	return finish_command(&diagnostics, true, &result);
}
