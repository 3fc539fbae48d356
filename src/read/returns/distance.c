#include "read/returns/distance.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "read/returns/csv.h"
#include "read/xml/input.h"

enum { COLUMNS = 4, MOST_POSTCODE = 16, MOST_DIGITS = 7 };

struct grid {
	int64_t east, north; /* metres; east -1: not known */
};

struct postcodes {
	struct returns *returns;
	struct map wanted; /* postcode to struct grid */
	char postcode[MOST_POSTCODE];
	size_t length;
	int64_t numbers[COLUMNS];
	size_t column;
};

static void want(struct postcodes *postcodes, const char *postcode)
{
	if (!*postcode)
		return;
	void **place = map_place(&postcodes->wanted, str_of(postcode));
	if (!*place) {
		struct grid *grid = ARENA_NEW(postcodes->returns->arena, struct grid);
		grid->east = -1;
		*place = grid;
	}
}

/* -1 when it isn't all digits, as in a row of headings. */
static int64_t whole(struct str value)
{
	int64_t number = 0;
	if (!value.length || value.length > MOST_DIGITS)
		return -1;
	for (size_t i = 0; i < value.length; i++) {
		if (value.at[i] < '0' || value.at[i] > '9')
			return -1;
		number = number * 10 + (value.at[i] - '0');
	}
	return number;
}

static void on_cell(void *taker, struct str value, size_t offset)
{
	struct postcodes *postcodes = taker;
	(void)offset;
	size_t column = postcodes->column++;
	if (column >= COLUMNS)
		return;
	value = str_trim(value);
	postcodes->numbers[column] = whole(value);
	if (column > 0)
		return;
	postcodes->length = 0;
	for (size_t i = 0; i < value.length && postcodes->length < MOST_POSTCODE; i++) {
		if (value.at[i] != ' ')
			postcodes->postcode[postcodes->length++] =
				(char)toupper((unsigned char)value.at[i]);
	}
}

static void on_row(void *taker)
{
	struct postcodes *postcodes = taker;
	bool whole_row = postcodes->column >= COLUMNS;
	postcodes->column = 0;
	struct grid *grid = map_lookup(&postcodes->wanted,
				       (struct str){postcodes->postcode, postcodes->length});
	int64_t east = postcodes->numbers[2], north = postcodes->numbers[3];
	/* A postcode without a known place has 0 and 0. */
	if (grid && whole_row && east >= 0 && north >= 0 && (east || north))
		*grid = (struct grid){east, north};
}

/* What spreadsheets write before a file's first postcode is no part of it. */
static struct str without_bom(struct str start)
{
	static const char bom[] = "\xef\xbb\xbf";
	size_t length = str_starts(start, STR(bom)) ? strlen(bom) : 0;
	return (struct str){start.at + length, start.length - length};
}

static bool read_postcodes(struct postcodes *postcodes, struct str path)
{
	struct csv_reader csv = {.taker = postcodes, .cell = on_cell, .row = on_row};
	struct input input;
	size_t got = 1;
	char *bytes = memory_resize(NULL, INPUT_BYTES);
	csv_begin(&csv);
	bool opened = input_open(&input, postcodes->returns->arena, path, false);
	while (opened && got) {
		got = input_read(&input, bytes, INPUT_BYTES);
		csv_push(&csv, csv.offset ? (struct str){bytes, got}
					  : without_bom((struct str){bytes, got}));
	}
	csv_end(&csv);
	if (!input.why)
		input_finish(&input);
	if (input.why)
		diagnostic_add(postcodes->returns->diagnostics, DIAGNOSTIC_FILE_UNREADABLE,
			       (struct place){.file = path}, input.why);
	bool read = !input.why;
	input_close(&input);
	free(bytes);
	return read;
}

/*
 * The nearest tenth t of sqrt(square) / 1609.3 miles: the last with (2t - 1) * 80.465 <= root,
 * which is asked of whole numbers.
 */
int64_t distance_miles(int64_t east, int64_t north, int64_t other_east, int64_t other_north)
{
	int64_t across = east - other_east, up = north - other_north;
	int64_t square = across * across + up * up;
	int64_t tenths = (int64_t)(sqrt((double)square) / 160.93);
	while ((2 * tenths + 1) * (2 * tenths + 1) * 258984649 <= square * 40000)
		tenths++; /* 258984649 is 16093 squared */
	return tenths * 100;
}

void returns_measure_distances(struct returns *returns, struct str path)
{
	struct postcodes *postcodes = ARENA_NEW(returns->arena, struct postcodes);
	postcodes->returns = returns;
	map_init(&postcodes->wanted, returns->arena);
	for (struct return_child *child = returns->first; child; child = child->next) {
		for (size_t i = 0; i < child->chain_length; i++) {
			want(postcodes, child->chain[i]->pl_post);
			want(postcodes, child->chain[i]->home_post);
		}
	}
	returns->distances = read_postcodes(postcodes, path);
	for (struct return_child *child = returns->first; child; child = child->next) {
		for (size_t i = 0; i < child->chain_length; i++) {
			struct return_episode *episode = child->chain[i];
			const struct grid *there =
				map_lookup(&postcodes->wanted, str_of(episode->pl_post));
			const struct grid *home =
				map_lookup(&postcodes->wanted, str_of(episode->home_post));
			if (there && home && there->east >= 0 && home->east >= 0)
				episode->distance = distance_miles(there->east, there->north,
								   home->east, home->north);
		}
	}
}
