/*
 * Bytes pushed into the parser, chunk by chunk. Owns the parser, the input and the window.
 */
#include "read/xml/feed.h"

#include <stdlib.h>
#include <string.h>

#include "read/xml/state.h"

enum {
	MOST_ATTRIBUTES = 10000, /* of one tag; libxml2 compares each with each */
	MOST_NAMES = 100000	 /* of one file; libxml2 keeps them in a table that doesn't grow */
};

/* Files of two or four bytes a character, which libxml2 would read and we don't. */
static bool is_wide(struct str head)
{
	return head.length >= 2 &&
	       (str_starts(head, STR("\xff\xfe")) || str_starts(head, STR("\xfe\xff")) ||
		!head.at[0] || !head.at[1]);
}

static bool is_ebcdic(struct str head)
{
	return str_starts(head, STR("\x4c\x6f\xa7\x94"));
}

static void push(struct xml *xml, uint64_t from, bool at_end)
{
	struct str bytes = window_rest(&xml->window, from);
	bytes = str_slice(bytes, 0, (size_t)(xml->window.sound - from));
	int error = xmlParseChunk(xml->parser, bytes.at, (int)bytes.length, at_end);
	/* A parser that stops without having told a fault would lose the rest of the file. */
	if (error == XML_ERR_NO_MEMORY || (xml->parser->disableSAX && !xml->stopped))
		memory_exhausted();
}

/* Counts the attributes of a tag that goes on over several chunks, as it comes. */
static void count_attributes(struct xml *xml, uint64_t tag)
{
	if (tag != xml->pending) {
		xml->pending = xml->scanned = tag;
		xml->equals = 0;
		xml->quote = 0;
	}
	struct str rest = window_rest(&xml->window, xml->scanned);
	for (size_t i = 0; i < rest.length; i++) {
		char byte = rest.at[i];
		if (xml->quote)
			xml->quote = byte == xml->quote ? 0 : xml->quote;
		else if (byte == '"' || byte == '\'')
			xml->quote = byte;
		else
			xml->equals += byte == '=';
	}
	xml->scanned += rest.length;
	if (xml->equals > MOST_ATTRIBUTES)
		xml_fail_at(xml, DIAGNOSTIC_XML_LIMIT, tag, "a tag of more than 10,000 attributes");
}

size_t xml_names(const struct xml *xml)
{
	return (size_t)xmlDictSize(xml->parser->dict);
}

/* After a push: everything before the parser's position was told. */
static void move_on(struct xml *xml)
{
	uint64_t now = xml_offset_now(xml);
	struct str rest = window_rest(&xml->window, now);
	if (rest.length > 1 && rest.at[0] == '<' && rest.at[1] != '!' && rest.at[1] != '?')
		count_attributes(xml, now);
	if (xml_names(xml) > MOST_NAMES)
		xml_fail_at(xml, DIAGNOSTIC_XML_LIMIT, now, "100,000 different names");
	if (now > xml->run) {
		xml->run_begins.in_tag = xml->run_begins.in_tag && rest.length && rest.at[0] == '>';
		xml->run_begins.in_cdata = xml->parser->instate == XML_PARSER_CDATA_SECTION;
		xml->run = now;
	}
	window_trim(&xml->window, now);
}

static void fail_unsound(struct xml *xml, enum window_fault fault)
{
	if (fault == WINDOW_CONTROL)
		xml_fail_at(xml, DIAGNOSTIC_XML_NOT_WELL_FORMED, xml->window.sound,
			    "it holds a control character");
	else
		xml_fail_at(xml, DIAGNOSTIC_XML_NOT_UTF8, xml->window.sound, "");
}

static bool check_head(struct xml *xml)
{
	struct str head = window_rest(&xml->window, 0);
	if (is_wide(head))
		xml_fail_at(xml, DIAGNOSTIC_XML_UTF16, 0, "");
	else if (is_ebcdic(head))
		xml_fail_at(xml, DIAGNOSTIC_XML_NOT_UTF8, 0, "");
	return !xml->stopped;
}

/* Nothing at all; of what should have been packed no line can be told. */
static bool fail_empty(struct xml *xml)
{
	bool packed = str_ends_any_case(xml->file, STR(".gz")) && !xml->input.zipped;
	struct place place = {xml->file, packed ? 0 : 1, packed ? 0 : 1};
	xml_fail_with(xml, DIAGNOSTIC_FILE_EMPTY, place, "");
	return false;
}

/* Pushes what was put into the window's room; 0 bytes: the file ends. */
static void push_chunk(struct xml *xml, size_t got)
{
	uint64_t from = xml->window.sound;
	window_filled(&xml->window, got);
	if (from == 0 && !(got ? check_head(xml) : fail_empty(xml)))
		return;
	enum window_fault fault = window_examine(&xml->window, got == 0);
	push(xml, from, got == 0 && !fault);
	if (fault)
		fail_unsound(xml, fault);
	if (!xml->stopped && got)
		move_on(xml);
}

/* Reads and pushes one chunk; false at the end of the file. */
static bool read_chunk(struct xml *xml)
{
	size_t got = input_read(&xml->input, window_room(&xml->window, INPUT_BYTES), INPUT_BYTES);
	if (xml->input.why)
		return false;
	push_chunk(xml, got);
	if (xml->events->progress)
		xml->events->progress(xml->context, input_taken(&xml->input));
	return got != 0;
}

static void fail_broken(struct xml *xml)
{
	enum diagnostic_id id =
		xml->input.broken_gzip ? DIAGNOSTIC_GZIP_BROKEN : DIAGNOSTIC_FILE_UNREADABLE;
	xml_fail_with(xml, id, (struct place){.file = xml->file}, xml->input.why);
}

/* --- all of a file --------------------------------------------------------------------------- */

struct xml *xml_begin(struct str path, const struct xml_events *events, void *context,
		      struct diagnostics *diagnostics)
{
	struct xml *xml = memory_resize(NULL, sizeof(*xml));
	*xml = (struct xml){
		.events = events, .context = context, .diagnostics = diagnostics, .file = path};
	xml->input.file.descriptor = -1;
	window_init(&xml->window);
	xml_make_parser(xml);
	if (events->begin)
		events->begin(context, xml);
	return xml;
}

struct input *xml_open(struct xml *xml)
{
	input_open(&xml->input, xml->diagnostics->arena, xml->file, false);
	return &xml->input;
}

void xml_release(struct xml *xml)
{
	/* An entity that a DOCTYPE declares makes libxml2 keep a document of its own. */
	xmlFreeDoc(xml->parser->myDoc);
	xml->parser->myDoc = NULL;
	xmlFreeParserCtxt(xml->parser);
	input_close(&xml->input);
	window_release(&xml->window);
	free(xml);
}

bool xml_finish(struct xml *xml)
{
	if (!xml->failed && !xml->input.why)
		input_finish(&xml->input);
	if (xml->input.why)
		fail_broken(xml);
	bool whole = !xml->failed;
	xml_release(xml);
	return whole;
}

static bool read_all(struct xml *xml)
{
	while (!xml->input.why && !xml->stopped && read_chunk(xml))
		;
	return xml_finish(xml);
}

bool xml_read(struct str path, bool hold, const struct xml_events *events, void *context,
	      struct diagnostics *diagnostics)
{
	struct xml *xml = xml_begin(path, events, context, diagnostics);
	input_open(&xml->input, diagnostics->arena, path, hold);
	return read_all(xml);
}

bool xml_read_text(struct str path, struct str text, const struct xml_events *events, void *context,
		   struct diagnostics *diagnostics)
{
	struct xml *xml = xml_begin(path, events, context, diagnostics);
	input_open_memory(&xml->input, text);
	return read_all(xml);
}

/* --- a file in pieces ------------------------------------------------------------------------ */

void xml_push(struct xml *xml, struct str bytes)
{
	for (size_t at = 0; at < bytes.length && !xml->stopped;) {
		struct str chunk = str_slice(bytes, at, at + INPUT_BYTES);
		memcpy(window_room(&xml->window, chunk.length), chunk.at, chunk.length);
		push_chunk(xml, chunk.length);
		at += chunk.length;
	}
}

void xml_push_end(struct xml *xml)
{
	if (!xml->stopped && !xml->input.why)
		push_chunk(xml, 0);
}

bool xml_has_stopped(const struct xml *xml)
{
	return xml->stopped;
}

bool xml_is_between(const struct xml *xml)
{
	return !xml->stopped && xml->open == 1 && !xml->text_told && !xml->window.bytes.length &&
	       xml->parser->instate == XML_PARSER_CONTENT &&
	       xml_offset_now(xml) == window_end(&xml->window);
}

void xml_skip(struct xml *xml, struct spot_in_file to)
{
	xml->skipped += to.offset - xml_offset_now(xml);
	window_move(&xml->window, to);
	xml->parser->input->line = (int)to.line; /* for the sentences that name one */
	xml->run = to.offset;
	xml->run_begins = (struct markup_run){0};
}

uint64_t xml_tag_end(const struct xml *xml)
{
	return xml->run;
}
