#include "base/address.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static const struct str schemes[] = {{"https://", 8}, {"http://", 7}};

static bool begins(struct str text, struct str with)
{
	return text.length >= with.length && strncasecmp(text.at, with.at, with.length) == 0;
}

static struct str beyond_scheme(struct str text)
{
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (begins(text, schemes[i]))
			return str_slice(text, schemes[i].length, text.length);
	return text;
}

/* Characters that end an address wherever it is printed. */
static bool is_whole(struct str text)
{
	for (size_t i = 0; i < text.length; i++)
		if ((unsigned char)text.at[i] <= ' ' || text.at[i] == 0x7f ||
		    strchr("<>\"\\^`{|}", text.at[i]))
			return false;
	return true;
}

/* "www.example.gov.uk": letters, digits and hyphens; no label is empty, and there are two at least.
 */
static bool is_host(struct str host)
{
	size_t label = 0, dots = 0;

	for (size_t i = 0; i < host.length; i++) {
		unsigned char byte = (unsigned char)host.at[i];

		if (byte == '.' && label > 0) {
			dots++;
			label = 0;
		} else if (byte >= 0x80 || isalnum(byte) || (byte == '-' && label > 0)) {
			label++;
		} else {
			return false;
		}
	}
	return dots > 0 && label > 0;
}

bool web_address_is(struct str text)
{
	struct str rest = beyond_scheme(text);
	size_t end = 0, colon;

	while (end < rest.length && !strchr("/?#", rest.at[end]))
		end++;
	struct str host = str_slice(rest, 0, end);

	colon = str_find(host, ':', 0);
	for (size_t i = colon + 1; i < host.length; i++)
		if (!isdigit((unsigned char)host.at[i]))
			return false;
	return is_whole(text) && is_host(str_slice(host, 0, colon)) && colon + 1 != host.length;
}

struct str web_address_bare(struct str text)
{
	text = beyond_scheme(text);
	return str_ends(text, STR("/")) ? str_slice(text, 0, text.length - 1) : text;
}

bool link_is_safe(struct str target)
{
	size_t end = 0;

	if (target.length == 0 || !is_whole(target) || begins(target, STR("//")))
		return false;
	if (begins(target, STR("mailto:")) || begins(target, STR("tel:")))
		return target.length > str_find(target, ':', 0) + 1;
	if (beyond_scheme(target).length < target.length)
		return web_address_is(target);
	while (end < target.length && !strchr(":/?#", target.at[end]))
		end++;
	return end == target.length || target.at[end] != ':';
}
