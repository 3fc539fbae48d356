/* Escaping; html_escape.h says for what. */
#include "base/html_escape.h"
#include "base/buffer.h"

#include <string.h>
#include <strings.h>

static bool is_allowed(uint32_t character)
{
	return character == '\t' || character == '\n' ||
	       (character >= 0x20 && character != 0x7f &&
		!(character >= 0x80 && character < 0xa0) && character != 0xfffe &&
		character != 0xffff);
}

static void add_character(struct buffer *out, uint32_t character)
{
	char bytes[4];
	size_t length = str_encode(is_allowed(character) ? character : 0xfffd, bytes);

	buffer_add(out, bytes, length);
}

static void escape(struct buffer *out, struct str text, bool attribute)
{
	size_t position = 0;

	while (position < text.length) {
		uint32_t character = str_next(text, &position);

		if (character == '&')
			buffer_text(out, "&amp;");
		else if (character == '<')
			buffer_text(out, "&lt;");
		else if (character == '>')
			buffer_text(out, "&gt;");
		else if (character == '"' && attribute)
			buffer_text(out, "&quot;");
		else if ((character == '\n' || character == '\t' || character == '\r') && attribute)
			buffer_byte(out, ' ');
		else
			add_character(out, character);
	}
}

void html_escape_text(struct buffer *out, struct str text)
{
	escape(out, text, false);
}

void html_escape_attribute(struct buffer *out, struct str text)
{
	escape(out, text, true);
}
