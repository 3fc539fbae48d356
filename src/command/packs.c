#include "command/packs.h"

#include "base/buffer.h"
#include "base/file.h"
#include "command/result.h"
#include "command/sealing.h"
#include "publish/seal.h"
#include "publish/verify.h"

static enum status no_folder(const char *folder)
{
	program_says("there is no folder %s: name a pack, as in output/2024-25", folder);
	return STATUS_USAGE;
}

static enum status with_packs(const struct options *options, struct arena *arena, bool sealing)
{
	struct diagnostics diagnostics;
	struct buffer result = {0};
	struct manifest manifest;
	struct str why = STR("");

	diagnostics_init(&diagnostics, arena);
	for (size_t i = 0; i < options->folder_count; i++)
		if (!folder_exists(str_of(options->folders[i])))
			return no_folder(options->folders[i]);
	for (size_t i = 0; i < options->folder_count; i++) {
		struct str folder = str_of(options->folders[i]);

		if (!sealing && !pack_verify(arena, folder, &manifest, &diagnostics))
			continue;
		if (sealing && !sealing_allowed(options, arena, folder, &diagnostics))
			continue;
		if (sealing &&
		    !pack_seal(arena, folder, options->now, &manifest, &diagnostics, &why)) {
			if (why.length) {
				say_diagnostics(&diagnostics);
				program_says("%.*s", STR_ARG(why));
				return STATUS_SYSTEM;
			}
			continue;
		}
		manifest_describe(arena, &result, folder, &manifest);
	}
	enum status status = say_diagnostics(&diagnostics);

	if (status == STATUS_DONE)
		return print_result(&result);
	buffer_release(&result);
	return status;
}

enum status seal_packs(const struct options *options, struct arena *arena)
{
	return with_packs(options, arena, true);
}

enum status verify_packs(const struct options *options, struct arena *arena)
{
	return with_packs(options, arena, false);
}
