/* The palette; colour.h says where it comes from. */
#include "render/draw/colour.h"

static const struct colour_value palette[COLOUR_COUNT] = {
	[COLOUR_FIRST] = {"first", 0x12436d, 0x7fb4e6, 0x000000},
	[COLOUR_SECOND] = {"second", 0x28a197, 0x2fb5a9, 0x000000},
	[COLOUR_THIRD] = {"third", 0x801650, 0xe08bbd, 0x000000},
	[COLOUR_FOURTH] = {"fourth", 0xf46a25, 0xf58549, 0x000000},
	[COLOUR_FIFTH] = {"fifth", 0x3d3d3d, 0xb5b8bb, 0x000000},
	[COLOUR_SIXTH] = {"sixth", 0xa285d1, 0xb79ee0, 0x000000},
	[COLOUR_REST] = {"rest", 0x838d96, 0x707c87, 0x000000},
	[COLOUR_INK] = {"ink", 0x1c2733, 0xe8edf1, 0x000000},
	[COLOUR_QUIET] = {"quiet", 0x4c5966, 0xb3bfca, 0x000000},
	[COLOUR_HAIRLINE] = {"hairline", 0xcfd6dc, 0x3c4955, 0x808080},
	[COLOUR_TINT] = {"tint", 0xf2f6f8, 0x1b252e, 0xffffff},
	[COLOUR_PAPER] = {"paper", 0xffffff, 0x11181f, 0xffffff},
	[COLOUR_HATCH] = {"hatch", 0xffffff, 0x11181f, 0x000000},
	[COLOUR_ON_FIRST] = {"on-first", 0xffffff, 0x0b1218, 0xffffff},
	[COLOUR_ON_DARK] = {"on-dark", 0xffffff, 0x0b1218, 0xffffff},
	[COLOUR_ON_LIGHT] = {"on-light", 0x0b1218, 0x0b1218, 0x000000},
	[COLOUR_COVER] = {"masthead", 0x12436d, 0x0d3050, 0xffffff},
	[COLOUR_ON_COVER] = {"on-masthead", 0xffffff, 0xffffff, 0x000000},
};

const struct colour_value *colour_value(enum colour colour)
{
	return &palette[colour < COLOUR_COUNT ? colour : COLOUR_INK];
}

double colour_red(unsigned rgb)
{
	return (double)(rgb >> 16 & 0xff) / 255.0;
}

double colour_green(unsigned rgb)
{
	return (double)(rgb >> 8 & 0xff) / 255.0;
}

double colour_blue(unsigned rgb)
{
	return (double)(rgb & 0xff) / 255.0;
}

enum colour colour_of_series(size_t index)
{
	return (enum colour)(COLOUR_FIRST + index % 6);
}

enum colour colour_on_series(size_t index)
{
	if (index % 6 == 0)
		return COLOUR_ON_FIRST;
	return index % 2 == 0 ? COLOUR_ON_DARK : COLOUR_ON_LIGHT;
}
