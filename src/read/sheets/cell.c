#include "read/sheets/cell.h"

#include <math.h>

#include "base/arena.h"
#include "base/date.h"

struct sheet_cell cell_of(struct str text)
{
	static const struct str spaces[] = {{" ", 1},  {"\t", 1},     {"\n", 1},
					    {"\r", 1}, {"\u00a0", 2}, {"\ufeff", 3}};
	struct str cut = text;
	size_t before;

	do {
		before = cut.length;
		for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
			if (str_starts(cut, spaces[i]))
				cut = str_slice(cut, spaces[i].length, cut.length);
			if (str_ends(cut, spaces[i]))
				cut = str_slice(cut, 0, cut.length - spaces[i].length);
		}
	} while (cut.length < before);
	return (struct sheet_cell){.text = cut,
				   .trimmed = cut.length > 0 && cut.length < text.length};
}

struct place cell_place(struct arena *arena, struct str path, struct str sheet, uint32_t row,
			size_t column)
{
	char letters[8];
	size_t at = sizeof letters;

	for (size_t left = column + 1; left > 0 && at > 0; left = (left - 1) / 26)
		letters[--at] = (char)('A' + (left - 1) % 26);
	return (struct place){.file = str_format(arena, "%.*s:%.*s%s%.*s%u", STR_ARG(path),
						 STR_ARG(sheet), sheet.length ? "!" : "",
						 (int)(sizeof letters - at), letters + at, row)};
}

struct str serial_day(struct arena *arena, double serial, bool since_1904)
{
	/* Excel counts 29 February 1900, which never was, as day 60 (so Lotus 1-2-3 did). */
	static const int epoch_1904 = 1462, never = 60;
	double day = floor(serial) + (since_1904 ? epoch_1904 : 0);
	int32_t first;

	if (!(day >= 1 && day < 200000) || (day == never && !since_1904))
		return STR("");
	day_parse(STR("1900-01-01"), &first);
	return day_iso(arena, first + (int32_t)day - (day > never ? 2 : 1));
}
