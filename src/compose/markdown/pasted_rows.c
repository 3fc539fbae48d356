#include "compose/markdown/pasted_rows.h"

#include <string.h>

#include "base/buffer.h"

static bool is_tab_row(struct str line)
{
	size_t tab = str_find(line, '\t', 0);
	size_t marker = pasted_marker_end(line);

	return tab < line.length && str_trim(line).length &&
	       !(marker && tab <= marker && str_find(line, '\t', marker + 1) == line.length);
}

static bool is_bar_row(struct str line)
{
	line = str_trim(line);
	return line.length > 1 && line.at[0] == '|';
}

static bool is_rule(struct str line)
{
	for (size_t i = 0; i < line.length; i++)
		if (!strchr("|-: \t", line.at[i]))
			return false;
	return str_find(line, '-', 0) < line.length;
}

/* The cells of a line with bars between them, those at its ends left out. */
static size_t count_bars(struct str line)
{
	size_t count = 1;

	line = str_trim(line);
	if (line.length && line.at[0] == '|')
		line = str_slice(line, 1, line.length);
	if (str_ends(line, STR("|")) && !str_ends(line, STR("\\|")))
		line.length--;
	for (size_t i = 0; i < line.length; i++)
		count += line.at[i] == '|' && (i == 0 || line.at[i - 1] != '\\');
	return count;
}

static size_t count_of(struct str line, char byte)
{
	size_t count = 0;

	for (size_t i = 0; i < line.length; i++)
		count += line.at[i] == byte;
	return count;
}

static size_t run_length(const struct pasting *pasting, bool (*is_row)(struct str line))
{
	size_t end = pasting->at;

	while (end < pasting->count && is_row(pasting->lines[end]))
		end++;
	return end - pasting->at;
}

/* "| a | b |" of "a<tab>b". */
static struct str barred(struct arena *arena, struct str line)
{
	struct buffer out = {0};

	buffer_text(&out, "| ");
	for (size_t i = 0; i < line.length; i++) {
		if (line.at[i] == '\t')
			buffer_text(&out, " | ");
		else if (line.at[i] == '|')
			buffer_text(&out, "\\|");
		else
			buffer_byte(&out, line.at[i]);
	}
	buffer_text(&out, " |");
	struct str row = str_copy(arena, buffer_view(&out));

	buffer_release(&out);
	return row;
}

/* The rule below a head: columns of figures stand to the right. */
static void put_rule(struct pasting *pasting, const bool *figures, size_t columns)
{
	struct buffer out = {0};

	for (size_t i = 0; i < columns; i++)
		buffer_text(&out, figures[i] ? "| ---: " : "| --- ");
	buffer_byte(&out, '|');
	pasted_line(pasting, buffer_view(&out), 0);
	buffer_release(&out);
}

/* Which columns hold figures alone, below their heads: what markers print, too. */
static bool *figure_columns(struct pasting *pasting, size_t from, size_t count, size_t columns)
{
	bool *figures = ARENA_ARRAY(pasting->walker->arena, columns, bool);

	memset(figures, 1, columns);
	for (size_t row = from + 1; row < from + count; row++) {
		size_t column = 0;
		struct str line = expansion_plain(pasting->walker->expansion, pasting->lines[row]);

		for (size_t i = 0; i < line.length && column < columns; i++) {
			if (line.at[i] == '\t')
				column++;
			else if (!strchr("0123456789.,% ", line.at[i]))
				figures[column] = false;
		}
	}
	return figures;
}

static void check_cells(struct pasting *pasting, size_t cells, size_t heads)
{
	if (cells > heads)
		pasted_complain(pasting, pasting->at,
				"the row has %zu cells under %zu heads, and what is too much would "
				"not be printed: add a head, or take the cell out",
				cells, heads);
}

static void put_tab_rows(struct pasting *pasting, size_t count)
{
	size_t from = pasting->at, columns = count_of(pasting->lines[from], '\t') + 1;
	const bool *figures = figure_columns(pasting, from, count, columns);

	pasted_part(pasting);
	for (; pasting->at < from + count; pasting->at++) {
		struct str line = pasting->lines[pasting->at];

		check_cells(pasting, count_of(line, '\t') + 1, columns);
		pasted_line(pasting, barred(pasting->walker->arena, line), 0);
		if (pasting->at == from)
			put_rule(pasting, figures, columns);
	}
	pasting->at--;
	pasted_part(pasting);
	pasting->at++;
}

static void put_bar_rows(struct pasting *pasting, size_t count)
{
	size_t from = pasting->at, columns = count_bars(pasting->lines[from]);
	bool ruled = is_rule(pasting->lines[from + 1]);
	const bool *figures = ARENA_ARRAY(pasting->walker->arena, columns, bool);

	if (!ruled)
		pasted_part(pasting);
	for (; pasting->at < from + count; pasting->at++) {
		check_cells(pasting, count_bars(pasting->lines[pasting->at]), columns);
		pasted_line(pasting, pasting->lines[pasting->at], 0);
		if (pasting->at == from && !ruled)
			put_rule(pasting, figures, columns);
	}
}

bool pasted_rows(struct pasting *pasting)
{
	size_t tabs = run_length(pasting, is_tab_row), bars = run_length(pasting, is_bar_row);

	if (bars > 1) {
		put_bar_rows(pasting, bars);
		return true;
	}
	if (tabs > 1 && !is_rule(pasting->lines[pasting->at + 1])) {
		put_tab_rows(pasting, tabs);
		return true;
	}
	if (bars == 1 || (tabs == 1 && count_of(pasting->lines[pasting->at], '\t') > 1))
		pasted_complain(
			pasting, pasting->at,
			"this is one row of a table: write its head, its rule and its rows");
	return false;
}

/* How many commas part cells: those of words have a space behind them, those of numbers digits. */
static size_t count_commas(struct str line)
{
	size_t count = 0;

	for (size_t i = 0; i < line.length; i++) {
		if (line.at[i] != ',')
			continue;
		if (i + 1 < line.length && line.at[i + 1] == ' ')
			return 0;
		count++;
	}
	return count;
}

static bool is_comma_row(struct str line)
{
	return count_commas(line) > 0 && !str_ends(line, STR(".")) && !str_ends(line, STR(","));
}

void pasted_check_commas(struct pasting *pasting)
{
	if (pasting->at && is_comma_row(pasting->lines[pasting->at - 1]))
		return;
	size_t count = run_length(pasting, is_comma_row);
	size_t commas = count ? count_commas(pasting->lines[pasting->at]) : 0;

	if (count < 2 || (commas < 2 && count < 3))
		return;
	for (size_t i = 1; i < count; i++)
		if (count_commas(pasting->lines[pasting->at + i]) != commas)
			return;
	pasted_complain(pasting, pasting->at,
			"these rows have commas between their cells: write | cell | cell | on each "
			"line, and | --- | --- | below the first, or paste them from the sheet");
}
