#include "read/sheets/workbook_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

/* More unpacked bytes of a part than this are no table of a council's. */
enum { LARGEST_PART = 1 << 30 };

static int read_bytes(void *part, char *into, int room)
{
	return (int)zip_fread(part, into, (zip_uint64_t)room);
}

static int close_part(void *part)
{
	return zip_fclose(part);
}

xmlTextReaderPtr workbook_open_part(struct workbook *workbook, const char *name)
{
	zip_file_t *part;
	zip_stat_t about;

	if (zip_stat(workbook->zip, name, ZIP_FL_NOCASE, &about) != 0 ||
	    !(about.valid & ZIP_STAT_SIZE) || about.size > LARGEST_PART)
		return NULL;
	part = zip_fopen(workbook->zip, name, ZIP_FL_NOCASE);
	return part ? xmlReaderForIO(read_bytes, close_part, part, NULL, NULL,
				     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)
		    : NULL;
}

void workbook_close_part(xmlTextReaderPtr reader)
{
	if (reader)
		xmlFreeTextReader(reader);
}

bool workbook_next(xmlTextReaderPtr reader)
{
	return xmlTextReaderRead(reader) == 1;
}

static bool is_named(xmlTextReaderPtr reader, const char *name, int type)
{
	const xmlChar *own = xmlTextReaderConstLocalName(reader);

	return xmlTextReaderNodeType(reader) == type && own && strcmp((const char *)own, name) == 0;
}

bool is_element(xmlTextReaderPtr reader, const char *name)
{
	return is_named(reader, name, XML_READER_TYPE_ELEMENT);
}

bool is_end(xmlTextReaderPtr reader, const char *name)
{
	return is_named(reader, name, XML_READER_TYPE_END_ELEMENT);
}

struct str attribute_of(struct arena *arena, xmlTextReaderPtr reader, const char *name)
{
	xmlChar *value = xmlTextReaderGetAttribute(reader, (const xmlChar *)name);
	struct str copy = value ? str_copy(arena, str_of((const char *)value)) : STR("");

	xmlFree(value);
	return copy;
}

static bool failed(xmlTextReaderPtr reader)
{
	return xmlTextReaderReadState(reader) == XML_TEXTREADER_MODE_ERROR;
}

static void take_sheet(struct workbook *workbook, xmlTextReaderPtr reader)
{
	struct arena *arena = workbook->arena;
	struct str state = attribute_of(arena, reader, "state");
	xmlChar *relation = xmlTextReaderGetAttributeNs(
		reader, (const xmlChar *)"id",
		(const xmlChar *)"http://schemas.openxmlformats.org/officeDocument/2006/"
				 "relationships");

	if (!relation) /* the strict form has another namespace */
		relation = xmlTextReaderGetAttribute(reader, (const xmlChar *)"r:id");
	workbook->sheets = arena_grow(arena, workbook->sheets, &workbook->sheet_capacity,
				      workbook->sheet_count + 1, sizeof *workbook->sheets);
	workbook->sheets[workbook->sheet_count++] = (struct workbook_sheet){
		.name = attribute_of(arena, reader, "name"),
		.relation = relation ? str_copy(arena, str_of((const char *)relation)) : STR(""),
		.hidden = state.length > 0 && !str_is(state, "visible")};
	xmlFree(relation);
}

static bool read_sheets(struct workbook *workbook)
{
	xmlTextReaderPtr reader = workbook_open_part(workbook, "xl/workbook.xml");
	bool good;

	if (!reader)
		return false;
	while (workbook_next(reader)) {
		if (is_element(reader, "sheet"))
			take_sheet(workbook, reader);
		if (is_element(reader, "workbookPr")) {
			struct str since = attribute_of(workbook->arena, reader, "date1904");

			workbook->since_1904 = str_is(since, "1") || str_is(since, "true");
		}
	}
	good = !failed(reader);
	workbook_close_part(reader);
	return good;
}

static void take_relation(struct workbook *workbook, struct str id, struct str target)
{
	struct str root = STR("/");

	for (size_t i = 0; i < workbook->sheet_count; i++)
		if (str_equal(workbook->sheets[i].relation, id))
			workbook->sheets[i].part =
				str_starts(target, root)
					? str_slice(target, 1, target.length)
					: str_format(workbook->arena, "xl/%.*s", STR_ARG(target));
}

static bool read_relations(struct workbook *workbook)
{
	xmlTextReaderPtr reader = workbook_open_part(workbook, "xl/_rels/workbook.xml.rels");
	bool good;

	if (!reader)
		return false;
	while (workbook_next(reader))
		if (is_element(reader, "Relationship"))
			take_relation(workbook, attribute_of(workbook->arena, reader, "Id"),
				      attribute_of(workbook->arena, reader, "Target"));
	good = !failed(reader);
	workbook_close_part(reader);
	return good;
}

static void take_text(struct workbook *workbook, struct buffer *text)
{
	workbook->texts = arena_grow(workbook->arena, workbook->texts, &workbook->text_capacity,
				     workbook->text_count + 1, sizeof *workbook->texts);
	workbook->texts[workbook->text_count++] = str_copy(workbook->arena, buffer_view(text));
	buffer_clear(text);
}

/* Texts may be in several runs of one look; what is said how to pronounce (rPh) is none of it. */
static bool read_texts(struct workbook *workbook)
{
	xmlTextReaderPtr reader = workbook_open_part(workbook, "xl/sharedStrings.xml");
	struct buffer text = {0};
	bool within = false, aloud = false, good;

	if (!reader)
		return true;
	while (workbook_next(reader)) {
		const xmlChar *value = xmlTextReaderConstValue(reader);

		if (is_element(reader, "t"))
			within = !xmlTextReaderIsEmptyElement(reader);
		else if (is_end(reader, "t"))
			within = false;
		else if (is_element(reader, "rPh") || is_end(reader, "rPh"))
			aloud = is_element(reader, "rPh");
		else if (is_end(reader, "si") ||
			 (is_element(reader, "si") && xmlTextReaderIsEmptyElement(reader)))
			take_text(workbook, &text);
		else if (within && !aloud && value)
			buffer_text(&text, (const char *)value);
	}
	good = !failed(reader);
	workbook_close_part(reader);
	buffer_release(&text);
	return good;
}

/* Whether a number's form shows days: letters of dates outside quotes, brackets and escapes. */
static bool shows_a_date(struct str form)
{
	for (size_t i = 0; i < form.length; i++) {
		char byte = form.at[i];

		if (byte == '\\' || byte == '_' || byte == '*')
			i++;
		else if (byte == '"' || byte == '[')
			i = str_find(form, byte == '"' ? '"' : ']', i + 1);
		else if (strchr("dDyY", byte))
			return true;
	}
	return false;
}

/* The forms that have numbers of their own: ECMA-376, part 1, 18.8.30. */
static bool is_date_form(long form, const bool *own, size_t own_count)
{
	return (form >= 14 && form <= 17) || form == 22 || (form >= 27 && form <= 31) ||
	       form == 36 || (form >= 50 && form <= 58) ||
	       (form >= 0 && (size_t)form < own_count && own[form]);
}

static long number_of(struct arena *arena, xmlTextReaderPtr reader, const char *name)
{
	struct str text = attribute_of(arena, reader, name);

	return text.length ? strtol(str_terminated(arena, text), NULL, 10) : -1;
}

static bool read_styles(struct workbook *workbook)
{
	enum { MOST_FORMS = 10000 };
	xmlTextReaderPtr reader = workbook_open_part(workbook, "xl/styles.xml");
	struct arena *arena = workbook->arena;
	bool *own = ARENA_ARRAY(arena, MOST_FORMS, bool), within = false, good;

	if (!reader)
		return true;
	while (workbook_next(reader)) {
		long form = number_of(arena, reader, "numFmtId");

		if (is_element(reader, "numFmt") && form >= 0 && form < MOST_FORMS)
			own[form] = shows_a_date(attribute_of(arena, reader, "formatCode"));
		else if (is_element(reader, "cellXfs") || is_end(reader, "cellXfs"))
			within = is_element(reader, "cellXfs");
		else if (within && is_element(reader, "xf")) {
			workbook->dates =
				arena_grow(arena, workbook->dates, &workbook->style_capacity,
					   workbook->style_count + 1, sizeof *workbook->dates);
			workbook->dates[workbook->style_count++] =
				is_date_form(form, own, MOST_FORMS);
		}
	}
	good = !failed(reader);
	workbook_close_part(reader);
	return good;
}

bool workbook_read_parts(struct workbook *workbook)
{
	return read_sheets(workbook) && read_relations(workbook) && read_texts(workbook) &&
	       read_styles(workbook);
}
