#include "render/draw/png_palette.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_SIZE = 4096, COMMONEST = 128 };

/* The place of a colour, or the free one where it belongs. */
static struct shade *place_of(const struct palette *palette, uint32_t colour)
{
	size_t at = (colour * 2654435761u) >> 12 & (palette->size - 1);

	while (palette->shades[at].times > 0 && palette->shades[at].colour != colour)
		at = (at + 1) & (palette->size - 1);
	return &palette->shades[at];
}

/* At most half of the places are taken, so that looking one up stays short. */
static void make_room(struct palette *palette, struct arena *arena)
{
	struct palette larger = {.size = palette->size * 2};

	if (palette->count < palette->size / 2)
		return;
	larger.shades = ARENA_ARRAY(arena, larger.size, struct shade);
	for (size_t i = 0; i < palette->size; i++)
		if (palette->shades[i].times > 0)
			*place_of(&larger, palette->shades[i].colour) = palette->shades[i];
	palette->shades = larger.shades;
	palette->size = larger.size;
}

static void count_row(struct palette *palette, struct arena *arena, const uint32_t *row,
		      size_t width)
{
	for (size_t i = 0; i < width; i++) {
		if (i > 0 && row[i] == row[i - 1])
			continue;
		make_room(palette, arena);
		struct shade *shade = place_of(palette, row[i] & 0xffffff);

		palette->count += shade->times == 0;
		shade->colour = row[i] & 0xffffff;
		shade->times++;
	}
}

static int compare_shades(const void *a, const void *b)
{
	const struct shade *one = *(struct shade *const *)a, *other = *(struct shade *const *)b;

	if (one->times != other->times)
		return one->times > other->times ? -1 : 1;
	return one->colour < other->colour ? -1 : one->colour > other->colour;
}

/* How far two colours are from each other: the squares of what their parts differ by. */
static unsigned distance(uint32_t a, uint32_t b)
{
	unsigned sum = 0;

	for (int shift = 0; shift < 24; shift += 8) {
		int apart = (int)(a >> shift & 255) - (int)(b >> shift & 255);

		sum += (unsigned)(apart * apart);
	}
	return sum;
}

/* One more colour of the palette: those that it is the nearest of now go to it. */
static void add_colour(struct palette *palette, struct shade **order, uint32_t colour)
{
	unsigned char index = (unsigned char)palette->colour_count;

	palette->colours[palette->colour_count++] = colour;
	for (size_t i = 0; i < palette->count; i++) {
		unsigned apart = distance(order[i]->colour, colour);

		if (index == 0 || apart < order[i]->apart) {
			order[i]->apart = apart;
			order[i]->index = index;
		}
	}
}

/* The colour that is farthest from what the palette has; NULL when it has all. */
static const struct shade *farthest(const struct palette *palette, struct shade *const *order)
{
	const struct shade *found = NULL;

	for (size_t i = 0; i < palette->count; i++)
		if (order[i]->apart > (found ? found->apart : 0))
			found = order[i];
	return found;
}

/*
 * The commonest colours as they are; then, so that none is far from its own, those that are worst
 * off without.
 */
static void choose(struct palette *palette, struct arena *arena)
{
	struct shade **order = ARENA_ARRAY(arena, palette->count, struct shade *);
	const struct shade *next;
	size_t count = 0;

	for (size_t i = 0; i < palette->size; i++)
		if (palette->shades[i].times > 0)
			order[count++] = &palette->shades[i];
	qsort(order, count, sizeof *order, compare_shades);
	for (size_t i = 0; i < count && i < COMMONEST; i++)
		add_colour(palette, order, order[i]->colour);
	while (palette->colour_count < PALETTE_MOST && (next = farthest(palette, order)))
		add_colour(palette, order, next->colour);
}

void palette_make(struct palette *palette, struct arena *arena, const uint32_t *pixels,
		  size_t width, size_t height)
{
	*palette = (struct palette){.size = FIRST_SIZE};
	palette->shades = ARENA_ARRAY(arena, palette->size, struct shade);
	for (size_t y = 0; y < height; y++) {
		const uint32_t *row = pixels + y * width;

		/* most rows of a drawing are as the one above */
		if (y == 0 || memcmp(row, row - width, width * sizeof *row) != 0)
			count_row(palette, arena, row, width);
	}
	choose(palette, arena);
}

unsigned char palette_index(const struct palette *palette, uint32_t pixel)
{
	return place_of(palette, pixel & 0xffffff)->index;
}
