/*
 * Owns a file's bytes and their decoding. What the text says is others' concern.
 */
#include "read/returns/text.h"

#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "read/xml/input.h"

#define MOST_BYTES ((size_t)1 << 30)
#define BOM "\xef\xbb\xbf"

/* What Windows-1252 has at 0x80 to 0x9f; what it leaves free stays the control character. */
static const uint16_t windows_1252[32] = {
	0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
	0x2039, 0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
	0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

/* --- what it is written in ------------------------------------------------------------------- */

static bool has_mark(struct str bytes, enum return_encoding *encoding)
{
	*encoding = ENCODING_UTF8;
	if (str_starts(bytes, STR("\xff\xfe")))
		*encoding = ENCODING_UTF16_LITTLE;
	else if (str_starts(bytes, STR("\xfe\xff")))
		*encoding = ENCODING_UTF16_BIG;
	else
		return str_starts(bytes, STR(BOM));
	return true;
}

/* The encoding that an XML declaration names; empty when none does. */
static struct str declared(struct str bytes)
{
	if (!str_starts(bytes, STR("<?xml")))
		return STR("");
	const char *end = memmem(bytes.at, bytes.length, "?>", 2);
	struct str head = str_slice(bytes, 0, end ? (size_t)(end - bytes.at) : 0);
	const char *name = memmem(head.at, head.length, "encoding", 8);
	if (!name)
		return STR("");
	size_t at = (size_t)(name - head.at);
	while (at < head.length && head.at[at] != '"' && head.at[at] != '\'')
		at++;
	if (at == head.length)
		return STR("");
	return str_slice(head, at + 1, str_find(head, head.at[at], at + 1));
}

static bool is_named(struct str name, const char *wanted)
{
	return strlen(wanted) == name.length && strncasecmp(name.at, wanted, name.length) == 0;
}

/* False when the declaration names what isn't read. */
static bool find_encoding(struct str bytes, bool is_xml, enum return_encoding *encoding,
			  struct str *name)
{
	size_t bad;
	if (has_mark(bytes, encoding))
		return true;
	if (!is_xml) {
		*encoding = str_is_utf8(bytes, &bad) ? ENCODING_UTF8 : ENCODING_1252;
		return true;
	}
	*name = declared(bytes);
	if (is_named(*name, "windows-1252") || is_named(*name, "cp1252"))
		*encoding = ENCODING_1252;
	return *encoding == ENCODING_1252 || !name->length || is_named(*name, "utf-8") ||
	       is_named(*name, "us-ascii") || is_named(*name, "ascii");
}

/* --- decoding -------------------------------------------------------------------------------- */

static void add_character(struct buffer *out, uint32_t character)
{
	char bytes[4];
	buffer_add(out, bytes, str_encode(character, bytes));
}

static void decode_1252(struct buffer *out, struct str bytes)
{
	for (size_t i = 0; i < bytes.length; i++) {
		unsigned char byte = (unsigned char)bytes.at[i];
		add_character(out, byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80] : byte);
	}
}

static uint32_t unit_at(struct str bytes, size_t at, bool big)
{
	uint32_t first = (unsigned char)bytes.at[at], second = (unsigned char)bytes.at[at + 1];
	return big ? first << 8 | second : second << 8 | first;
}

/* Behind the mark. Half a character, or half a unit at the end, becomes U+FFFD. */
static void decode_utf16(struct buffer *out, struct str bytes, bool big)
{
	size_t at = 2;
	while (at + 2 <= bytes.length) {
		uint32_t unit = unit_at(bytes, at, big), next = 0;
		at += 2;
		if (unit >= 0xd800 && unit < 0xdc00 && at + 2 <= bytes.length)
			next = unit_at(bytes, at, big);
		if (next >= 0xdc00 && next < 0xe000) {
			unit = 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00);
			at += 2;
		} else if (unit >= 0xd800 && unit < 0xe000) {
			unit = 0xfffd;
		}
		add_character(out, unit);
	}
	if (at < bytes.length)
		add_character(out, 0xfffd);
}

static struct str decode(struct buffer *out, struct str bytes, enum return_encoding encoding)
{
	if (encoding == ENCODING_UTF8)
		return bytes;
	if (encoding == ENCODING_1252)
		decode_1252(out, bytes);
	else
		decode_utf16(out, bytes, encoding == ENCODING_UTF16_BIG);
	return buffer_view(out);
}

/* --- which files are returns ----------------------------------------------------------------- */

/* Behind what may stand before a root; a DOCTYPE may not, and is told by who reads extracts. */
static size_t skip_prolog(struct str text)
{
	size_t at = str_starts(text, STR(BOM)) ? strlen(BOM) : 0;
	for (;;) {
		struct str rest = str_slice(text, at, text.length);
		const char *close = str_starts(rest, STR("<!--")) ? "-->"
				    : str_starts(rest, STR("<?")) ? "?>"
								  : NULL;
		if (rest.length && strchr(" \t\r\n", rest.at[0]) && rest.at[0]) {
			at++;
			continue;
		}
		const char *end = close ? memmem(rest.at, rest.length, close, strlen(close)) : NULL;
		if (!end)
			return at;
		at += (size_t)(end - rest.at) + strlen(close);
	}
}

static bool begins_return(struct str bytes)
{
	enum return_encoding encoding;
	struct str name;
	struct buffer decoded = {0};
	find_encoding(bytes, true, &encoding, &name);
	struct str text = decode(&decoded, bytes, encoding);
	struct str root = str_slice(text, skip_prolog(text), text.length);
	bool is = str_starts(root, STR("<EXPSSDA903")) &&
		  (root.length == 11 || strchr(" \t\r\n/>", root.at[11]));
	buffer_release(&decoded);
	return is;
}

bool return_text_is_xml_return(struct str path)
{
	struct input input;
	struct buffer head = {0};
	struct arena scratch;
	arena_init(&scratch);
	if (input_open(&input, &scratch, path, false))
		head.length = input_read(&input, buffer_room(&head, INPUT_BYTES), INPUT_BYTES);
	bool is = head.length && begins_return(buffer_view(&head));
	input_close(&input);
	buffer_release(&head);
	arena_release(&scratch);
	return is;
}

/* --- reading --------------------------------------------------------------------------------- */

static bool read_whole(struct return_text *text, struct diagnostics *diagnostics)
{
	struct input input;
	struct place whole = {.file = text->file};
	size_t got = 1;
	bool opened = input_open(&input, diagnostics->arena, text->file, true);
	while (opened && got && text->raw.length <= MOST_BYTES) {
		got = input_read(&input, buffer_room(&text->raw, INPUT_BYTES), INPUT_BYTES);
		text->raw.length += got;
	}
	if (input.why)
		diagnostic_add(diagnostics,
			       input.broken_gzip ? DIAGNOSTIC_GZIP_BROKEN
						 : DIAGNOSTIC_FILE_UNREADABLE,
			       whole, input.why);
	else if (got)
		diagnostic_add(diagnostics, DIAGNOSTIC_XML_LIMIT, whole, "a return of 1 GB");
	bool read = !input.why && !got;
	input_close(&input);
	return read;
}

static void rewind_places(struct return_text *text)
{
	bool wide = text->encoding == ENCODING_UTF16_LITTLE || text->encoding == ENCODING_UTF16_BIG;
	text->offset = text->line_start = 0;
	text->line = 1;
	text->column = wide ? 3 : 1;
}

bool return_text_read(struct return_text *text, struct str path, bool is_xml,
		      struct diagnostics *diagnostics)
{
	struct str name = STR("");
	*text = (struct return_text){.file = path};
	if (!read_whole(text, diagnostics))
		return false;
	struct str bytes = buffer_view(&text->raw);
	if (!find_encoding(bytes, is_xml, &text->encoding, &name)) {
		diagnostic_add(diagnostics, DIAGNOSTIC_RETURN_ENCODING, (struct place){path, 1, 1},
			       str_terminated(diagnostics->arena, str_slice(name, 0, 40)));
		return false;
	}
	text->text = decode(&text->decoded, bytes, text->encoding);
	rewind_places(text);
	return true;
}

void return_text_release(struct return_text *text)
{
	buffer_release(&text->raw);
	buffer_release(&text->decoded);
}

/* --- places ---------------------------------------------------------------------------------- */

/* How many bytes of the file a byte of the text stands for; the first of a character for all. */
static uint32_t width_of(const struct return_text *text, unsigned char byte)
{
	if (text->encoding == ENCODING_UTF8)
		return 1;
	if ((byte & 0xc0) == 0x80)
		return 0;
	if (text->encoding == ENCODING_1252)
		return 1;
	return byte >= 0xf0 ? 4 : 2;
}

static void step(struct return_text *text)
{
	unsigned char byte = (unsigned char)text->text.at[text->offset++];
	text->column += width_of(text, byte);
	if (byte == '\n') {
		text->line++;
		text->line_start = text->offset;
		text->column = 1;
	}
}

static struct place place_now(const struct return_text *text)
{
	return (struct place){text->file, text->line, text->column};
}

struct place return_text_place(struct return_text *text, size_t offset)
{
	if (offset < text->offset)
		rewind_places(text);
	while (text->offset < offset && text->offset < text->text.length)
		step(text);
	return place_now(text);
}

struct place return_text_mapped(struct return_text *text, struct place place)
{
	if (text->encoding == ENCODING_UTF8)
		return place;
	if (place.line < text->line ||
	    (place.line == text->line && place.column - 1 < text->offset - text->line_start))
		rewind_places(text);
	while (text->line < place.line && text->offset < text->text.length)
		step(text);
	return return_text_place(text, text->line_start + place.column - 1);
}
