#include "read/sheets/sheet.h"

#include <string.h>
#include <strings.h>

#include "base/files.h"
#include "read/sheets/table_file.h"
#include "read/sheets/workbook.h"

/* What a file is that no rows can be read from, and how to save it so that they can. */
static const char *wrong_kind(struct str content, struct str path)
{
	if (str_starts(content, STR("\xd0\xcf\x11\xe0")))
		return "an .xls workbook, or one with a password: in Excel save it as Excel "
		       "Workbook "
		       "(.xlsx) without a password";
	if (path.length > 5 && strncasecmp(path.at + path.length - 5, ".xlsb", 5) == 0)
		return "an .xlsb workbook: in Excel save it as Excel Workbook (.xlsx)";
	if (str_starts(content, STR("%PDF")))
		return "a PDF: export the table as .xlsx or .csv";
	return NULL;
}

bool sheets_read(struct arena *arena, struct str path, const struct sheet_events *events,
		 void *context, struct diagnostics *diagnostics)
{
	struct place whole = {.file = path};
	struct str content, why;
	const char *wrong;

	if (!file_read(arena, path, &content, &why)) {
		diagnostic_add(diagnostics, DIAGNOSTIC_SHEET_UNREADABLE, whole, why.at);
		return false;
	}
	wrong = wrong_kind(content, path);
	if (wrong) {
		diagnostic_add(diagnostics, DIAGNOSTIC_SHEET_UNREADABLE, whole, wrong);
		return false;
	}
	return str_starts(content, STR("PK"))
		       ? workbook_read(arena, path, content, events, context, diagnostics)
		       : table_file_read(arena, path, content, events, context, diagnostics);
}
