#include "compose/names/foreign.h"
#include "read/councils.h"

#include <ctype.h>
#include <string.h>

#include "read/record.h"

enum { MOST_DIGITS = 12, FEWEST_DIGITS = 10 };

/* A telephone number without its spaces. */
struct number {
	char digits[MOST_DIGITS + 1];
	size_t count, end;
};

static struct number number_at(struct str text, size_t at)
{
	struct number number = {.end = at};

	for (size_t i = at; i < text.length && number.count < MOST_DIGITS; i++) {
		if (isdigit((unsigned char)text.at[i])) {
			number.digits[number.count++] = text.at[i];
			number.end = i + 1;
		} else if (number.count == 0 || text.at[i] != ' ' || i + 1 == text.length ||
			   !isdigit((unsigned char)text.at[i + 1])) {
			break;
		}
	}
	return number;
}

/* Areas begin with 01 and 02; other numbers are of no place. */
static bool is_of_an_area(const struct number *number)
{
	return number->count >= FEWEST_DIGITS && number->digits[0] == '0' &&
	       (number->digits[1] == '1' || number->digits[1] == '2');
}

/* "01632" of "01632 960 100": as a number of the area is written. */
static size_t code_length(struct str written)
{
	size_t end = str_find(written, ' ', 0);

	return end < written.length ? end : 0;
}

static bool is_own_area(const struct record *authority, const struct number *number, bool *any)
{
	bool own = false;

	for (const struct record *contact = record_child(authority, ELEMENT_CONTACT); contact;
	     contact = record_sibling(contact)) {
		struct str written = str_of(record_text(contact, CONTACT_TELEPHONE));
		size_t code = code_length(written);

		if (code < 3 || written.at[0] != '0' ||
		    (written.at[1] != '1' && written.at[1] != '2'))
			continue;
		*any = true;
		own = own || strncmp(written.at, number->digits, code) == 0;
	}
	return own;
}

static struct str foreign_number(const struct record *authority, struct str line, size_t *at,
				 size_t *begin)
{
	for (; *at < line.length; ++*at) {
		struct number number = number_at(line, *at);
		bool any = false;

		if (number.count == 0)
			continue;
		*begin = *at;
		*at = number.end;
		if (is_of_an_area(&number) && !is_own_area(authority, &number, &any) && any)
			return str_slice(line, *begin, *at);
	}
	return STR("");
}

struct str foreign_in(const struct composer *composer, struct str line, size_t *at, size_t *begin)
{
	const struct record *authority = composer->facts->authority;
	struct own_names own = {str_of(record_text(authority, AUTHORITY_CODE)),
				{str_of(record_text(authority, AUTHORITY_NAME)),
				 str_of(record_text(authority, AUTHORITY_SHORT_NAME)),
				 str_of(record_text(authority, AUTHORITY_PLACE))}};
	size_t name_at = *at, number_end = *at, number_begin = 0;
	struct str name = councils_other(line, &name_at, &own);
	struct str number = foreign_number(authority, line, &number_end, &number_begin);
	size_t name_begin = name_at - name.length;

	if (number.length && (!name.length || number_begin < name_begin)) {
		*begin = number_begin;
		*at = number_end;
		return number;
	}
	*begin = name_begin;
	*at = name_at;
	return name;
}
