#include "read/sheets/cell_value.h"
#include "read/sheets/cell.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

#include "base/arena.h"

static int plain(char byte)
{
	return byte == '-' || byte == '_' ? ' ' : tolower((unsigned char)byte);
}

bool same_name(struct str a, struct str b)
{
	if (a.length != b.length)
		return false;
	for (size_t i = 0; i < a.length; i++)
		if (plain(a.at[i]) != plain(b.at[i]))
			return false;
	return true;
}

static unsigned digits(struct str text, size_t *at)
{
	unsigned value = 0;

	while (*at < text.length && isdigit((unsigned char)text.at[*at]) && value < 100000)
		value = value * 10 + (unsigned)(text.at[(*at)++] - '0');
	return value;
}

/* A month by its English name, or its first three letters. */
static unsigned month_named(struct str text, size_t *at)
{
	static const char *const months[] = {"january",	  "february", "march",	  "april",
					     "may",	  "june",     "july",	  "august",
					     "september", "october",  "november", "december"};
	size_t from = *at;

	while (*at < text.length && isalpha((unsigned char)text.at[*at]))
		(*at)++;
	for (unsigned i = 0; i < 12 && *at - from >= 3; i++)
		if (strncasecmp(months[i], text.at + from, *at - from) == 0)
			return i + 1;
	return 0;
}

/*
 * Reads a date in a form: d, m and y stand for day, month and year, in runs of any length; whatever
 * else is in it stands for itself. A time of day behind it is left out.
 */
static struct str day_in_form(struct arena *arena, struct str text, struct str form)
{
	unsigned day = 0, month = 0, year = 0;
	size_t at = 0;

	for (size_t i = 0; i < form.length; i++) {
		char sign = (char)tolower((unsigned char)form.at[i]);
		bool again = i > 0 && sign == tolower((unsigned char)form.at[i - 1]);

		if ((sign == 'd' || sign == 'm' || sign == 'y') && again)
			continue;
		if (sign == 'd')
			day = digits(text, &at);
		else if (sign == 'y')
			year = digits(text, &at);
		else if (sign == 'm' && at < text.length && isalpha((unsigned char)text.at[at]))
			month = month_named(text, &at);
		else if (sign == 'm')
			month = digits(text, &at);
		else if (at < text.length && text.at[at] == form.at[i])
			at++;
		else
			return STR("");
	}
	if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 31 ||
	    (at < text.length && text.at[at] != ' ' && text.at[at] != 'T'))
		return STR("");
	return str_format(arena, "%04u-%02u-%02u", year, month, day);
}

static struct str day_value(struct arena *arena, const struct sheet_cell *cell,
			    const struct record *column)
{
	static const char *const usual[] = {"y-m-d", "d/m/y", "d.m.y", "d-m-y", "d m y"};
	const char *own = column ? record_text(column, MAPPING_COLUMN_DATES) : NULL;
	struct str day = STR("");

	if (cell->number)
		day = serial_day(arena, strtod(str_terminated(arena, cell->text), NULL), false);
	if (!day.length && own)
		day = day_in_form(arena, cell->text, str_of(own));
	for (size_t i = 0; !day.length && !own && i < sizeof usual / sizeof *usual; i++)
		day = day_in_form(arena, cell->text, str_of(usual[i]));
	return day.length ? day : cell->text;
}

static struct str word_value(const struct sheet_cell *cell, const struct attribute *attribute,
			     const struct record *column)
{
	const struct vocabulary *vocabulary = vocabulary_at(attribute->vocabulary);
	const struct record *word = column ? record_child(column, ELEMENT_MAPPING_WORD) : NULL;

	for (; word; word = record_sibling(word))
		if (same_name(str_of(record_text(word, MAPPING_WORD_WRITTEN)), cell->text))
			return str_of(record_text(word, MAPPING_WORD_MEANS));
	for (int i = 0; i < vocabulary->word_count; i++) {
		const struct word *own = word_at(vocabulary->first_word + i);

		if (same_name(str_of(own->written), cell->text) ||
		    same_name(str_of(own->printed), cell->text))
			return str_of(own->written);
	}
	return cell->text;
}

struct str cell_value(struct arena *arena, const struct sheet_cell *cell,
		      const struct attribute *attribute, const struct record *column)
{
	struct str value = attribute->kind == KIND_DAY	  ? day_value(arena, cell, column)
			   : attribute->kind == KIND_WORD ? word_value(cell, attribute, column)
							  : cell->text;

	return str_copy(arena, value);
}
