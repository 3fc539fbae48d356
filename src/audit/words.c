#include "audit/words.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

#define CELL '|' /* stands for the beginning of a table's cell */

/* -- text out of markup ------------------------------------------------------------------------ */

static size_t skip_tag(struct str markup, size_t at)
{
	static const char *const mute[] = {"style", "script"};
	struct str rest = str_slice(markup, at + 1, markup.length);

	for (size_t i = 0; i < sizeof mute / sizeof *mute; i++) {
		const char *end;
		char close[16] = "</";

		if (!str_starts(rest, str_of(mute[i])))
			continue;
		strcat(close, mute[i]);
		end = memmem(rest.at, rest.length, close, strlen(close));
		if (end)
			at = (size_t)(end - markup.at);
	}
	return str_find(markup, '>', at) + 1;
}

static void add_reference(struct buffer *out, struct str name)
{
	static const struct {
		const char *name, *text;
	} known[] = {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"#39", "'"}};
	char bytes[4], digits[9] = "";

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (str_is(name, known[i].name)) {
			buffer_text(out, known[i].text);
			return;
		}
	if (name.length > 1 && name.length < sizeof digits && name.at[0] == '#') {
		bool hexadecimal = name.at[1] == 'x';

		memcpy(digits, name.at + 1 + hexadecimal, name.length - 1 - hexadecimal);
		buffer_add(
			out, bytes,
			str_encode((uint32_t)strtoul(digits, NULL, hexadecimal ? 16 : 10), bytes));
	}
}

static bool is_cell(struct str markup, size_t at)
{
	return str_starts(str_slice(markup, at, markup.length), STR("<td"));
}

struct str words_of_markup(struct arena *arena, struct str markup)
{
	struct buffer out = {0};
	struct str copy;

	for (size_t at = 0; at < markup.length;) {
		size_t end = str_find(markup, ';', at);

		if (markup.at[at] == '<') {
			buffer_byte(&out, is_cell(markup, at) ? CELL : ' ');
			at = skip_tag(markup, at);
		} else if (markup.at[at] == '&' && end < at + 10 && end < markup.length) {
			add_reference(&out, str_slice(markup, at + 1, end));
			at = end + 1;
		} else {
			buffer_byte(&out, markup.at[at++]);
		}
	}
	copy = str_copy(arena, buffer_view(&out));
	buffer_release(&out);
	return copy;
}

/* -- numbers behind labels --------------------------------------------------------------------- */

static bool is_letter(char byte)
{
	return isalnum((unsigned char)byte) || (byte & 0x80);
}

static struct str skip_spaces(struct str text)
{
	while (text.length && isspace((unsigned char)text.at[0]))
		text = str_slice(text, 1, text.length);
	return text;
}

/* What leads from a label to its number is taken off; empty when nothing does. */
static struct str skip_lead(struct str text)
{
	static const char *const leads[] = {
		"|", ",", ":", "is the largest, with", "is the smallest, with", "with"};

	text = skip_spaces(text);
	for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
		if (str_starts(text, str_of(leads[i])))
			return skip_spaces(str_slice(text, strlen(leads[i]), text.length));
	return STR("");
}

/* The number at the beginning, with its percent sign. */
static struct str take_number(struct str text)
{
	size_t length = 0;

	while (length < text.length &&
	       (isdigit((unsigned char)text.at[length]) ||
		(strchr(",.", text.at[length]) && length + 1 < text.length &&
		 isdigit((unsigned char)text.at[length + 1]))))
		length++;
	if (length && length < text.length && text.at[length] == '%')
		length++;
	return str_slice(text, 0, length);
}

/* The same, when it is a percentage. */
static struct str take_share(struct str text)
{
	struct str number = take_number(skip_spaces(text));

	return number.length && number.at[number.length - 1] == '%' ? number : STR("");
}

static void tell_number(struct told *told, enum measure_id id, struct str number, struct str file)
{
	if (number.length && number.at[number.length - 1] == '%')
		tell_share(told, id, number, file);
	else if (number.length)
		tell_printed(told, id, number, file);
}

static void read_behind(struct told *told, enum measure_id id, struct str text, struct str file)
{
	struct str number = take_number(skip_lead(text));

	if (!number.length)
		return;
	tell_number(told, id, number, file);
	text = skip_spaces(
		str_slice(text, (size_t)(number.at - text.at) + number.length, text.length));
	if (str_starts(text, STR("(")) || str_starts(text, STR("|")))
		tell_number(told, id, take_share(str_slice(text, 1, text.length)), file);
}

/* Whether the label stands in a list of those that have none. */
static bool has_none(struct str text, size_t at)
{
	const struct str none = STR("have none: "), one = STR("has none: ");

	while (at > 0 && text.at[at - 1] != '.') {
		struct str rest = str_slice(text, --at, text.length);

		if (str_starts(rest, none) || str_starts(rest, one))
			return true;
	}
	return false;
}

/* Whether what stands there is a piece of a longer label: "Foster care" of "Kinship foster care".
 */
static bool is_within(const struct told *told, const struct sheet *sheet, struct str label,
		      struct str text, size_t at)
{
	for (size_t row = 1; row < sheet->rows; row++) {
		struct str other =
			label_plain(told->arena, sheet->cells[row * sheet->columns].text);
		const char *piece = memmem(other.at, other.length, label.at, label.length);
		size_t before = piece ? (size_t)(piece - other.at) : 0;

		if (piece && other.length > label.length && before <= at &&
		    str_starts(str_slice(text, at - before, text.length), other))
			return true;
	}
	return false;
}

/* A label that is a number would be found anywhere. */
static bool has_letter(struct str label)
{
	for (size_t i = 0; i < label.length; i++)
		if (is_letter(label.at[i]) && !isdigit((unsigned char)label.at[i]))
			return true;
	return false;
}

static void look_for(struct told *told, const struct sheet *sheet, size_t row, struct str text,
		     struct str file)
{
	const struct data_cell *cells = &sheet->cells[row * sheet->columns];
	struct str label = label_plain(told->arena, cells[0].text);
	enum measure_id id = cells[1].id;

	if (!has_letter(label))
		return;
	for (size_t at = 0; at + label.length < text.length; at++) {
		const char *found = memmem(text.at + at, text.length - at, label.at, label.length);
		struct claim nought = {.kind = CLAIM_VALUE, .id = id, .file = file};

		if (!found)
			return;
		at = (size_t)(found - text.at);
		if ((at > 0 && is_letter(text.at[at - 1])) ||
		    is_letter(text.at[at + label.length]) ||
		    is_within(told, sheet, label, text, at))
			continue;
		read_behind(told, id, str_slice(text, at + label.length, text.length), file);
		if (has_none(text, at))
			tell(told, &nought);
	}
}

void words_read(struct told *told, const struct sheet *sheet, struct str text, struct str file)
{
	struct str plain = label_plain(told->arena, text);

	for (size_t row = 1; row < sheet->rows; row++) {
		const struct data_cell *cells = &sheet->cells[row * sheet->columns];

		if (sheet->columns > 1 && cells[1].id != MEASURE_NONE &&
		    is_hidden(told, cells[1].id))
			look_for(told, sheet, row, plain, file);
	}
}
