#include "compose/markdown/pasted_items.h"

#include <string.h>

#include "base/buffer.h"

/* What one line begins with. */
struct item {
	unsigned indent;
	char style; /* as of pasted_list */
	unsigned number;
	bool sure;	    /* it can be nothing else */
	struct str written; /* "c", "iv" */
	struct str words;
};

static const uint32_t bullets[] = {0x2022, 0x25cf, 0x25aa, 0x25ab, 0x25a0, 0x25e6,
				   0x25cb, 0x2023, 0x2043, 0x27a2, 0x2756};
static const uint32_t dashes[] = {0x2013, 0x2014, 0xb7};

static bool holds(const uint32_t *list, size_t count, uint32_t c)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] == c)
			return true;
	return false;
}

static bool is_space_at(struct str line, size_t at)
{
	return at < line.length && (line.at[at] == ' ' || line.at[at] == '\t' ||
				    str_starts(str_slice(line, at, line.length), STR("\xc2\xa0")));
}

/* Behind the spaces from `at` on. */
static struct str words_from(struct str line, size_t at)
{
	while (is_space_at(line, at))
		at += line.at[at] == '\xc2' ? 2 : 1;
	return str_trim(str_slice(line, at, line.length));
}

static bool read_bullet(struct str line, size_t at, struct item *item)
{
	size_t end = at;
	uint32_t c = at < line.length ? str_next(line, &end) : 0;
	bool typed = c == 'o' && end < line.length && line.at[end] == '\t';

	item->style = '-';
	item->sure = typed || holds(bullets, sizeof bullets / sizeof *bullets, c);
	if (!item->sure &&
	    (!holds(dashes, sizeof dashes / sizeof *dashes, c) || !is_space_at(line, end)))
		return false;
	item->words = words_from(line, end);
	return item->words.length > 0;
}

/* The Roman numeral's value up to 49; 0 when it is none. */
static unsigned roman(struct str word)
{
	static const char *const tens[] = {"", "x", "xx", "xxx", "xl"};
	static const char *const ones[] = {"",	"i",  "ii",  "iii",  "iv",
					   "v", "vi", "vii", "viii", "ix"};

	for (unsigned ten = 0; ten < 5; ten++)
		for (unsigned one = 0; one < 10; one++)
			if (word.length == strlen(tens[ten]) + strlen(ones[one]) &&
			    str_starts(word, str_of(tens[ten])) &&
			    str_ends(word, str_of(ones[one])))
				return ten * 10 + one;
	return 0;
}

/* Letters or Roman numerals, by what is open: "i." goes on after "h.", and else begins anew. */
static bool number_word(const struct pasting *pasting, struct item *item)
{
	struct str word = item->written;
	unsigned letter = word.length == 1 ? (unsigned)(word.at[0] - 'a') + 1 : 0;
	unsigned value = roman(word);
	bool is_letter = letter && (!value || strchr("vxl", word.at[0]));

	for (size_t i = pasting->depth; i > 0; i--) {
		const struct pasted_list *list = &pasting->lists[i - 1];

		if (letter && list->style == 'a' && list->last + 1 == letter) {
			is_letter = true;
			break;
		}
		if (value && list->style == 'i' && list->last + 1 == value) {
			is_letter = false;
			break;
		}
	}
	item->style = is_letter ? 'a' : 'i';
	item->number = is_letter ? letter : value;
	return item->number > 0;
}

static bool read_number(const struct pasting *pasting, struct str line, size_t at,
			struct item *item)
{
	bool round = at < line.length && line.at[at] == '(';
	size_t from = at + round, end = from;

	while (end < line.length && end - from < 5 && line.at[end] >= 'a' && line.at[end] <= 'z')
		end++;
	bool letters = end > from;

	while (!letters && round && end < line.length && end - from < 3 && line.at[end] >= '0' &&
	       line.at[end] <= '9')
		end++;
	if (end == from || end >= line.length ||
	    !(line.at[end] == ')' || (line.at[end] == '.' && !round)) ||
	    !is_space_at(line, end + 1))
		return false;
	item->written = str_slice(line, from, end);
	item->words = words_from(line, end + 1);
	if (!item->words.length)
		return false;
	if (letters)
		return number_word(pasting, item);
	item->style = '1';
	for (size_t i = from; i < end; i++)
		item->number = item->number * 10 + (unsigned)(line.at[i] - '0');
	return true;
}

static bool read_item(const struct pasting *pasting, size_t line_number, struct item *item)
{
	if (line_number >= pasting->count)
		return false;
	struct str line = pasting->lines[line_number];
	size_t at = 0;

	*item = (struct item){0};
	for (; at < line.length && (line.at[at] == ' ' || line.at[at] == '\t'); at++)
		item->indent += line.at[at] == '\t' ? 4 : 1;
	return read_bullet(line, at, item) || read_number(pasting, line, at, item);
}

/* "Also – as we said –": a dash or a letter begins an item only beside others, or at a beginning.
 */
static bool is_beside_others(const struct pasting *pasting, const struct item *item)
{
	struct item next;
	struct str before = pasting->at ? str_trim(pasting->lines[pasting->at - 1]) : STR("");

	if (item->sure || pasting->depth || !before.length || str_ends(before, STR(":")))
		return true;
	return read_item(pasting, pasting->at + 1, &next) &&
	       (next.style == '-') == (item->style == '-');
}

/* The depth of the list that the item belongs to; a new one is opened at that depth. */
static size_t find_depth(const struct pasting *pasting, const struct item *item)
{
	for (size_t i = pasting->depth; i > 0; i--) {
		const struct pasted_list *list = &pasting->lists[i - 1];

		if (item->indent + 1 < list->indent)
			continue;
		if (list->style == item->style && item->indent <= list->indent + 1)
			return i - 1;
		/* Where the kind alone differs it is a list within: an outer one may be meant. */
		for (size_t outer = i - 1; outer > 0; outer--)
			if (pasting->lists[outer - 1].style == item->style &&
			    item->indent <= pasting->lists[outer - 1].indent + 1)
				return outer - 1;
		return i;
	}
	return 0;
}

/* What an item stands below that is no pasted one: an item of Markdown's with words further in. */
static unsigned first_indent(const struct pasting *pasting, const struct item *item)
{
	struct str before = pasting->at ? pasting->lines[pasting->at - 1] : STR("");
	size_t end = pasted_marker_end(before);

	if (!end || item->indent == 0 || str_trim(before).at[0] == '#')
		return 0;
	return (unsigned)end + 1;
}

static void check_order(struct pasting *pasting, const struct pasted_list *list,
			const struct item *item)
{
	if (item->style != '-' && item->number != list->last + 1)
		pasted_complain(pasting, pasting->at,
				"the item %.*s does not follow the one above it: number the items "
				"one after another",
				STR_ARG(item->written));
}

/* Opens a list at the depth, beside or below what is open. */
static void open_list(struct pasting *pasting, size_t depth, const struct item *item)
{
	struct pasted_list *list = &pasting->lists[depth];
	char other = list->delimiter == ')' ? '.' : ')';
	unsigned margin = depth		   ? pasting->lists[depth - 1].content
			  : pasting->depth ? list->margin
					   : first_indent(pasting, item);

	if (!depth && !margin)
		pasted_part(pasting);
	*list = (struct pasted_list){.margin = margin, .delimiter = other};
	pasting->depth = depth;
}

static void put_item(struct pasting *pasting, size_t depth, const struct item *item)
{
	struct pasted_list *list = &pasting->lists[depth];
	struct arena *arena = pasting->walker->arena;
	bool anew = item->style != '-' && item->number == 1;

	if (depth >= pasting->depth || anew)
		open_list(pasting, depth, item);
	else
		check_order(pasting, list, item);
	struct str sign = item->style == '-'
				  ? STR("-")
				  : str_format(arena, "%u%c", item->number, list->delimiter);

	list->indent = item->indent;
	list->style = item->style;
	list->last = item->number;
	list->content = list->margin + (unsigned)sign.length + 1;
	pasting->depth = depth + 1;
	pasted_line(pasting,
		    str_format(arena, "%*s%.*s %.*s", (int)list->margin, "", STR_ARG(sign),
			       STR_ARG(item->words)),
		    item->style);
}

bool pasted_item(struct pasting *pasting)
{
	struct item item;

	if (!read_item(pasting, pasting->at, &item) || !is_beside_others(pasting, &item))
		return false;
	size_t depth = find_depth(pasting, &item);

	if (depth == DEEPEST_PASTED_LIST) {
		pasted_complain(pasting, pasting->at,
				"lists are nested more than %d deep: part them",
				DEEPEST_PASTED_LIST);
		depth--;
	}
	put_item(pasting, depth, &item);
	pasting->at++;
	return true;
}

void pasted_no_item(struct pasting *pasting)
{
	struct str line = pasting->lines[pasting->at];

	if (pasting->depth && pasting->blank && line.length && line.at[0] != ' ')
		pasting->depth = 0;
}
