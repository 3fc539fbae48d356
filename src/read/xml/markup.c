/*
 * Scanning of tags and of what stands between them. Owns no state.
 */
#include "read/xml/markup.h"

#include <string.h>

static size_t skip_spaces(struct str s, size_t at)
{
	while (at < s.length && markup_is_space(s.at[at]))
		at++;
	return at;
}

static size_t skip_name(struct str s, size_t at)
{
	while (at < s.length && !markup_is_space(s.at[at]) && !strchr("=/>\"'", s.at[at]))
		at++;
	return at;
}

static bool is_name(struct str written, struct str prefix, struct str name)
{
	if (!prefix.length)
		return str_equal(written, name);
	return written.length == prefix.length + 1 + name.length && str_starts(written, prefix) &&
	       written.at[prefix.length] == ':' && str_ends(written, name);
}

size_t markup_attribute(struct str tag, struct str prefix, struct str name)
{
	size_t at = skip_name(tag, 1);
	for (;;) {
		at = skip_spaces(tag, at);
		size_t from = at;
		at = skip_name(tag, at);
		if (at == from)
			return 0;
		if (is_name(str_slice(tag, from, at), prefix, name))
			return from;
		at = skip_spaces(tag, skip_spaces(tag, at) + 1); /* over the `=` */
		if (at >= tag.length)
			return 0;
		at = str_find(tag, tag.at[at], at + 1) + 1;
	}
}

/* Whether what begins here is a reference to a white-space character; its length. */
static size_t space_reference(struct str rest)
{
	size_t end = str_find(rest, ';', 0);
	if (!str_starts(rest, STR("&#")) || end == rest.length)
		return 0;
	bool hexadecimal = end > 2 && rest.at[2] == 'x';
	uint32_t code = 0;
	for (size_t i = hexadecimal ? 3 : 2; i < end && code < 0x100; i++) {
		char byte = rest.at[i];
		uint32_t digit = (uint32_t)(byte <= '9' ? byte - '0' : (byte | 0x20) - 'a' + 10);
		code = code * (hexadecimal ? 16 : 10) + digit;
	}
	return code == ' ' || code == '\t' || code == '\n' || code == '\r' ? end + 1 : 0;
}

/* Behind a comment, an instruction or the like that begins here; 0 when it isn't that. */
static size_t skip_bracketed(struct str rest, struct str open, struct str close)
{
	if (!str_starts(rest, open))
		return 0;
	const char *end =
		memmem(rest.at + open.length, rest.length - open.length, close.at, close.length);
	return end ? (size_t)(end - rest.at) + close.length : rest.length;
}

/* How many bytes at the beginning of the run are no text, outside of CDATA sections. */
static size_t skip_markup(struct str rest, bool *in_cdata)
{
	if (markup_is_space(rest.at[0]))
		return 1;
	if (str_starts(rest, STR("<![CDATA["))) {
		*in_cdata = true;
		return strlen("<![CDATA[");
	}
	size_t skipped = skip_bracketed(rest, STR("<!--"), STR("-->"));
	if (!skipped)
		skipped = skip_bracketed(rest, STR("<?"), STR("?>"));
	return skipped ? skipped : space_reference(rest);
}

size_t markup_text(struct str run, struct markup_run begins)
{
	bool in_cdata = begins.in_cdata;
	size_t at = begins.in_tag ? str_find(run, '>', 0) + 1 : 0;
	while (at < run.length) {
		struct str rest = str_slice(run, at, run.length);
		size_t skipped = 0;
		if (!in_cdata) {
			skipped = skip_markup(rest, &in_cdata);
		} else if (str_starts(rest, STR("]]>"))) {
			in_cdata = false;
			skipped = 3;
		} else {
			skipped = markup_is_space(rest.at[0]);
		}
		if (!skipped)
			break;
		at += skipped;
	}
	return at;
}
