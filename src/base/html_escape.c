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

bool html_link_is_safe(struct str target)
{
	static const char *const safe[] = {"http", "https", "mailto", "tel"};
	size_t end = 0;

	for (size_t i = 0; i < target.length; i++)
		if ((unsigned char)target.at[i] <= 0x20)
			return false;
	while (end < target.length && !strchr(":/?#", target.at[end]))
		end++;
	if (end == target.length || target.at[end] != ':')
		return target.length > 0;
	for (size_t i = 0; i < sizeof safe / sizeof *safe; i++)
		if (strlen(safe[i]) == end && strncasecmp(safe[i], target.at, end) == 0)
			return true;
	return false;
}
