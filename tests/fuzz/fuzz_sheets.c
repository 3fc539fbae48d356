/*
 * Fuzzes import: one input is, by its first byte, a CSV file, a whole workbook, or one part of a
 * workbook whose other parts are sound. It must neither crash nor hang; an extract comes out only
 * when nothing was wrong, and a mapping's draft is XML, whatever it was drafted from.
 */
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "read/sheets/import.h"
#include "read/sheets/suggest.h"

#define NAMESPACE "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const struct {
	const char *name, *sound;
} parts[] = {
	{"xl/workbook.xml", "<workbook xmlns='" NAMESPACE "' xmlns:r='" RELATIONS
			    "'><sheets><sheet name='enquiry' r:id='r1'/></sheets></workbook>"},
	{"xl/_rels/workbook.xml.rels",
	 "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>"},
	{"xl/worksheets/sheet1.xml",
	 "<worksheet xmlns='" NAMESPACE "'><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c>"
	 "<c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c></row><row r='2'><c r='A2'>"
	 "<v>7</v></c><c r='B2' s='1'><v>45385</v></c><c r='C2' t='inlineStr'><is><t>other</t></is>"
	 "</c></row></sheetData></worksheet>"},
	{"xl/sharedStrings.xml",
	 "<sst xmlns='" NAMESPACE "'><si><t>id</t></si><si><r><t>rece</t></r><r><t>ived</t></r>"
	 "</si><si><t>source</t></si></sst>"},
	{"xl/styles.xml",
	 "<styleSheet xmlns='" NAMESPACE
	 "'><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"},
};
enum { PARTS = sizeof parts / sizeof *parts, CSV = PARTS, WHOLE, CHOICES };

static char path[] = "/tmp/hearth-fuzz-XXXXXX";

int LLVMFuzzerInitialize(int *count, char ***arguments);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void remove_file(void)
{
	unlink(path);
}

int LLVMFuzzerInitialize(int *count, char ***arguments)
{
	int handle = mkstemp(path);

	(void)count, (void)arguments;
	if (handle < 0)
		abort();
	close(handle);
	atexit(remove_file);
	return 0;
}

static void write_bytes(const uint8_t *bytes, size_t size)
{
	FILE *file = fopen(path, "wb");

	if (!file || fwrite(bytes, 1, size, file) != size || fclose(file) != 0)
		abort();
}

static void write_workbook(const uint8_t *bytes, size_t size, int fuzzed)
{
	zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

	if (!zip)
		abort();
	for (int i = 0; i < PARTS; i++) {
		const void *content = i == fuzzed ? (const void *)bytes : parts[i].sound;
		size_t length = i == fuzzed ? size : strlen(parts[i].sound);
		zip_source_t *source = zip_source_buffer(zip, content, length, 0);
		zip_int64_t at = zip_file_add(zip, parts[i].name, source, 0);

		if (at < 0)
			abort();
		zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_STORE, 0);
	}
	if (zip_close(zip) != 0)
		abort();
}

static void import(bool draft)
{
	const char *const paths[] = {path};
	struct import_options options = {
		.paths = paths, .path_count = 1, .authority = "E06000016", .now = 1750000000};
	struct arena arena;
	struct diagnostics diagnostics;
	struct buffer out = {0};
	bool good;

	arena_init(&arena);
	diagnostics_init(&diagnostics, &arena);
	good = draft ? suggest_mapping(&arena, &options, &out, &diagnostics)
		     : import_sheets(&arena, &options, &out, &diagnostics);
	if (good != (diagnostics.errors == 0))
		abort();
	if (good && draft) {
		xmlDocPtr tree = xmlReadMemory(out.at, (int)out.length, "draft", NULL,
					       XML_PARSE_NOERROR | XML_PARSE_NOWARNING);

		if (!tree)
			abort();
		xmlFreeDoc(tree);
	}
	buffer_release(&out);
	arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	int choice;

	if (!size)
		return 0;
	choice = (bytes[0] >= '0' ? bytes[0] - '0' : bytes[0]) % CHOICES;
	if (choice >= CSV)
		write_bytes(bytes + 1, size - 1);
	else
		write_workbook(bytes + 1, size - 1, choice);
	import(false);
	import(true);
	return 0;
}
