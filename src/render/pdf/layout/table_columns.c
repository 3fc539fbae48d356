#include <math.h>

#include "render/pdf/layout/linebreak.h"
#include "render/pdf/layout/table_columns.h"

static const double least_number = 34; /* a narrower column of numbers looks lost */

double table_least(const struct table_layout *self)
{
	double least = self->gap * (double)(self->table->column_count - 1);

	for (size_t i = 0; i < self->table->column_count; i++)
		least += self->columns[i].least;
	return least;
}

/* What a column may be, at least and at most, while a room is shared out. */
struct range {
	double least, most;
};

static double clamp(double value, struct range range)
{
	return fmin(fmax(value, range.least), range.most);
}

/* As the room is shared out, each column is as wide as the others, within what it may be. */
static void share(struct column **columns, const struct range *ranges, size_t count, double room)
{
	double low = 0, high = room;

	for (int step = 0; step < 40; step++) {
		double middle = (low + high) / 2, sum = 0;

		for (size_t i = 0; i < count; i++)
			sum += clamp(middle, ranges[i]);
		if (sum > room)
			high = middle;
		else
			low = middle;
	}
	for (size_t i = 0; i < count; i++)
		columns[i]->width = clamp(low, ranges[i]);
}

/* Gives room that is left to columns of text, by what they hold; there is one, the first. */
static void widen(struct column **columns, size_t count, double room)
{
	double natural = 0;

	for (size_t i = 0; i < count; i++) {
		natural += columns[i]->number ? 0 : columns[i]->natural + 1;
		room -= columns[i]->width;
	}
	for (size_t i = 0; i < count && room > 0; i++)
		if (!columns[i]->number)
			columns[i]->width += room * (columns[i]->natural + 1) / natural;
}

/* About how many lines something takes in a column. */
static double lines_of(double natural, const struct column *column)
{
	double need = natural / (column->width + 0.01);

	return need > 1 ? ceil(need * 1.06) : 1;
}

/* About how many lines the head and all rows take with the columns' widths. */
static double count_lines(const struct table_layout *self)
{
	size_t count = self->table->column_count;
	double lines = 0, most = 1;

	for (size_t i = 0; i < count; i++)
		most = fmax(most,
			    lines_of(paragraph_natural(self->columns[i].head), &self->columns[i]));
	for (size_t row = 0; row < self->table->row_count; row++) {
		lines += most;
		most = 1;
		for (size_t i = 0; i < count; i++)
			most = fmax(most,
				    lines_of(self->naturals[row * count + i], &self->columns[i]));
	}
	return lines + most;
}

/* Moves width between the two columns that hold most, to where the rows take the fewest lines. */
static void balance(struct table_layout *self, struct column **columns, size_t count)
{
	struct column *two[2] = {NULL, NULL};

	for (size_t i = 0; i < count; i++) {
		struct column *column = columns[i];

		if (!two[0] || column->natural > two[0]->natural) {
			two[1] = two[0];
			two[0] = column;
		} else if (!two[1] || column->natural > two[1]->natural) {
			two[1] = column;
		}
	}
	if (!two[1])
		return;
	double both = two[0]->width + two[1]->width, best = two[0]->width;
	double fewest = count_lines(self);

	for (int step = 4; step <= 16; step++) {
		two[0]->width = both * step / 20;
		two[1]->width = both - two[0]->width;
		if (two[0]->width < two[0]->least || two[1]->width < two[1]->least)
			continue;
		double lines = count_lines(self);

		if (lines < fewest) {
			fewest = lines;
			best = two[0]->width;
		}
	}
	two[0]->width = best;
	two[1]->width = both - best;
}

/* All columns' words do not fit: the widest columns get less than their longest words. */
static void squeeze(struct table_layout *self, struct column **columns, struct range *ranges,
		    double room)
{
	size_t count = self->table->column_count;

	for (size_t i = 0; i < count; i++) {
		columns[i] = &self->columns[i];
		ranges[i] = (struct range){0, columns[i]->least};
	}
	share(columns, ranges, count, room);
}

/* How columns of numbers stand to each other. */
struct manner {
	bool alike;    /* all as wide as the widest, */
	double head;   /* whose head is broken to so many points; or each as wide as it needs */
	double dearer; /* so many lines must be saved for it */
};

/* As wide as the widest of the columns of numbers, its head broken to `head` points. */
static double number_width(const struct table_layout *self, double head)
{
	double width = least_number;

	for (size_t i = 0; i < self->table->column_count; i++) {
		const struct column *column = &self->columns[i];

		if (column->number)
			width = fmax(width, fmax(column->least, fmin(column->natural, head)));
	}
	return width;
}

/* Gives the lines that rows take in a manner; infinitely many when words would have to be broken.
 */
static double attempt(struct table_layout *self, struct column **columns, struct range *ranges,
		      double room, struct manner manner)
{
	size_t count = self->table->column_count, shared = 0;
	double numbers = number_width(self, manner.head), least = 0;

	for (size_t i = 0; i < count; i++) {
		struct column *column = &self->columns[i];

		if (column->number && manner.alike) {
			column->width = numbers;
			room -= numbers;
			continue;
		}
		ranges[shared] = (struct range){column->least, column->natural};
		if (column->number)
			ranges[shared].most = fmax(column->natural, least_number);
		least += column->least;
		columns[shared++] = column;
	}
	if (room < least)
		return HUGE_VAL;
	share(columns, ranges, shared, room);
	balance(self, columns, shared);
	widen(columns, shared, room);
	return count_lines(self) + manner.dearer;
}

void table_columns(struct table_layout *self)
{
	static const struct manner manners[] = {{true, 140, 0}, {true, 100, 0}, {true, 74, 0},
						{true, 56, 0},	{true, 0, 0.5}, {false, 0, 1.5}};
	struct arena *arena = self->layout->arena;
	size_t count = self->table->column_count;
	struct column **columns = ARENA_ARRAY(arena, count, struct column *);
	struct range *ranges = ARENA_ARRAY(arena, count, struct range);
	double room = self->width - self->gap * (double)(count - 1), fewest = HUGE_VAL;
	struct manner best = {0};

	for (size_t i = 0; i < sizeof(manners) / sizeof(*manners); i++) {
		double lines = attempt(self, columns, ranges, room, manners[i]);

		if (lines < fewest) {
			fewest = lines;
			best = manners[i];
		}
	}
	if (fewest == HUGE_VAL)
		squeeze(self, columns, ranges, room);
	else
		attempt(self, columns, ranges, room, best);
	double x = self->x;

	for (size_t i = 0; i < count; i++) {
		self->columns[i].x = x;
		x += self->columns[i].width + self->gap;
	}
}

bool table_has_room(const struct layout *layout, const struct slab *head, double height)
{
	return head->height + height + TABLE_ROW_RULE < page_style_height(layout->style);
}
