#include "render/pdf/file/text.h"
#include "base/buffer.h"
#include "render/pdf/file/write.h"

enum { TEXT_MOST = 30000 }; /* bytes: PDF/A's limit is 32,767 */

/* What PDF's own encoding has beyond Latin-1: from 0x80 on. ISO 32000-1, D.2. */
static const uint16_t beyond_latin[] = {
	0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203a, 0x2212,
	0x2030, 0x201e, 0x201c, 0x201d, 0x2018, 0x2019, 0x201a, 0x2122, 0xfb01, 0xfb02,
};

/* The character's byte in PDF's own encoding, or 0. */
static unsigned char document_byte(uint32_t character)
{
	if ((character >= ' ' && character <= '~') || (character > 0xa0 && character <= 0xff))
		return character == 0xad ? 0 : (unsigned char)character;
	for (unsigned i = 0; i < sizeof(beyond_latin) / sizeof(*beyond_latin); i++)
		if (beyond_latin[i] == character)
			return (unsigned char)(0x80 + i);
	return 0;
}

/* Adds the text's bytes in PDF's own encoding; false when it can't have all of the text. */
static bool document_bytes(struct buffer *out, struct str text)
{
	for (size_t at = 0; at < text.length && out->length < TEXT_MOST;) {
		unsigned char byte = document_byte(str_next(text, &at));

		if (byte == 0)
			return false;
		buffer_byte(out, (char)byte);
	}
	return true;
}

static void utf16_bytes(struct buffer *out, struct str text)
{
	buffer_add(out, "\xfe\xff", 2);
	for (size_t at = 0; at < text.length && out->length < TEXT_MOST;) {
		uint32_t character = str_next(text, &at);

		if (character >= 0x10000) {
			uint32_t high = 0xd800 + ((character - 0x10000) >> 10);

			buffer_byte(out, (char)(high >> 8));
			buffer_byte(out, (char)high);
			character = 0xdc00 + ((character - 0x10000) & 0x3ff);
		}
		buffer_byte(out, (char)(character >> 8));
		buffer_byte(out, (char)character);
	}
}

void text_write(struct buffer *out, struct str text)
{
	struct buffer bytes = {0};

	if (!document_bytes(&bytes, text)) {
		buffer_clear(&bytes);
		utf16_bytes(&bytes, text);
	}
	buffer_byte(out, '(');
	for (size_t i = 0; i < bytes.length; i++) {
		char byte = bytes.at[i];

		if (byte == '(' || byte == ')' || byte == '\\')
			buffer_byte(out, '\\');
		if (byte == '\r') /* which a reader would take for \n */
			buffer_text(out, "\\r");
		else
			buffer_byte(out, byte);
	}
	buffer_byte(out, ')');
	buffer_release(&bytes);
}

void writer_text(struct writer *writer, HPDF_Dict dict, const char *key, struct str text)
{
	struct buffer bytes = {0};

	if (document_bytes(&bytes, text)) {
		buffer_byte(&bytes, '\0');
		HPDF_Dict_Add(dict, key, HPDF_String_New(writer->mmgr, bytes.at, NULL));
	} else {
		buffer_clear(&bytes);
		utf16_bytes(&bytes, text);
		HPDF_Dict_Add(dict, key,
			      HPDF_Binary_New(writer->mmgr, (HPDF_BYTE *)bytes.at,
					      (HPDF_UINT)bytes.length));
	}
	buffer_release(&bytes);
}
