/* Owns the table of councils.def and the search for its names. */
#include "read/councils.h"

#include <ctype.h>
#include <string.h>

static const struct {
	const char *code, *name;
} councils[] = {
#define COUNCIL(code, name) {code, name},
#include "read/councils.def"
};

enum { COUNCILS = sizeof(councils) / sizeof(councils[0]) };

static bool is_letter(struct str text, size_t at)
{
	return at < text.length && (isalpha((unsigned char)text.at[at]) || (text.at[at] & 0x80));
}

/* Whether the name stands there as words of its own. */
static bool stands_at(struct str text, size_t at, struct str name)
{
	return name.length > 0 && str_starts(str_slice(text, at, text.length), name) &&
	       !is_letter(text, at + name.length) && (at == 0 || !is_letter(text, at - 1));
}

/* The bytes of the council's own name that stand there; 0 for none. */
static size_t own_length(struct str text, size_t at, const struct own_names *own)
{
	size_t longest = 0;

	for (size_t i = 0; i < sizeof(own->names) / sizeof(own->names[0]); i++) {
		if (own->names[i].length > longest && stands_at(text, at, own->names[i]))
			longest = own->names[i].length;
	}
	return longest;
}

static struct str longest_other(struct str text, size_t at, const struct own_names *own)
{
	struct str found = {0};

	for (size_t i = 0; i < COUNCILS; i++) {
		struct str name = str_of(councils[i].name);

		if (!str_is(own->code, councils[i].code) && name.length > found.length &&
		    stands_at(text, at, name))
			found = str_slice(text, at, at + name.length);
	}
	return found;
}

/* Whether the council of that name is the own one, under whichever code. */
static bool is_own(struct str name, const struct own_names *own)
{
	for (size_t i = 0; i < COUNCILS; i++) {
		if (str_is(own->code, councils[i].code) && str_is(name, councils[i].name))
			return true;
	}
	return false;
}

struct str councils_other(struct str text, size_t *at, const struct own_names *own)
{
	while (*at < text.length) {
		size_t mine = own_length(text, *at, own);
		struct str name = isupper((unsigned char)text.at[*at])
					  ? longest_other(text, *at, own)
					  : STR("");

		if (name.length > mine && !is_own(name, own)) {
			*at += name.length;
			return name;
		}
		*at += mine > 0 ? mine : 1;
	}
	return STR("");
}

/* Whether the label of a host is the name, written small and without spaces. */
static bool is_label(struct str label, const char *name)
{
	size_t at = 0;

	for (; *name; name++) {
		if (*name == ' ' || *name == ',')
			continue;
		if (at == label.length || label.at[at] != tolower((unsigned char)*name))
			return false;
		at++;
	}
	return at == label.length;
}

struct str councils_other_host(struct str text, const struct own_names *own)
{
	struct str ending = STR(".gov.uk");
	size_t end = 0, begin;

	while (end < text.length && !str_starts(str_slice(text, end, text.length), ending))
		end++;
	if (end == text.length)
		return STR("");
	for (begin = end; begin > 0 && (isalnum((unsigned char)text.at[begin - 1]) ||
					text.at[begin - 1] == '-');)
		begin--;

	struct str label = str_slice(text, begin, end);

	for (size_t i = 0; i < COUNCILS; i++) {
		if (is_label(label, councils[i].name) && !is_own(str_of(councils[i].name), own))
			return str_slice(text, begin, end + ending.length);
	}
	return STR("");
}
