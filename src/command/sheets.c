#include "command/sheets.h"

#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/files.h"
#include "command/result.h"
#include "read/settings.h"
#include "read/sheets/import.h"
#include "read/sheets/suggest.h"
#include "read/sheets/template.h"

enum status empty_workbook(const struct options *options, struct arena *arena)
{
	struct buffer result = {0};
	struct str why = STR("");

	(void)options;
	if (isatty(STDOUT_FILENO)) {
		program_says("a workbook is not for the terminal: write it to a file with >");
		return STATUS_USAGE;
	}
	if (template_write(arena, &result, &why))
		return print_result(&result);
	buffer_release(&result);
	program_says("%.*s", STR_ARG(why));
	return STATUS_SYSTEM;
}

/* Where the command runs beside a council's input, that says whose the records are. */
static const char *authority_at_hand(const struct options *options, struct arena *arena)
{
	struct str path = path_join(arena, options->input, STR("authority.xml"));
	struct diagnostics unsaid;
	const struct record *authority;

	if (!file_exists(path))
		return NULL;
	diagnostics_init(&unsaid, arena);
	authority = settings_read(arena, path, ELEMENT_AUTHORITY, &unsaid);
	return authority ? record_text(authority, AUTHORITY_CODE) : NULL;
}

enum status import_files(const struct options *options, struct arena *arena)
{
	struct import_options import = {.paths = options->folders,
					.path_count = options->folder_count,
					.now = options->now,
					.authority = authority_at_hand(options, arena)};
	struct diagnostics diagnostics;
	struct buffer result = {0};
	enum status status;
	bool good = true;

	diagnostics_init(&diagnostics, arena);
	if (options->mapping.length) {
		import.mapping =
			settings_read(arena, options->mapping, ELEMENT_MAPPING, &diagnostics);
		good = import.mapping != NULL;
	}
	if (good && options->suggest)
		good = suggest_mapping(arena, &import, &result, &diagnostics);
	else if (good)
		good = import_sheets(arena, &import, &result, &diagnostics);
	status = say_diagnostics(&diagnostics);
	if (status == STATUS_DONE && good)
		return print_result(&result);
	buffer_release(&result);
	return status == STATUS_DONE ? STATUS_SYSTEM : status;
}
