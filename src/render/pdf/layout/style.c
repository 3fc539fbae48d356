/* The editions' measures. */
#include "render/pdf/layout/style.h"

static const struct page_style normal =
	{
		.width = MILLIMETRES(210),
		.height = MILLIMETRES(297),
		.left = MILLIMETRES(34),
		.right = MILLIMETRES(24),
		.top = MILLIMETRES(27),
		.bottom = MILLIMETRES(24),
		.head = MILLIMETRES(15.5),
		.foot = MILLIMETRES(13.5),
		.cover_margin = MILLIMETRES(24),
		.cover_block = MILLIMETRES(171),
		.paragraph_space = 8,
		.item_space = 3,
		.indent = 17,
		.block_space = 16,
		.chart_size = 9.5,
		.chart_width = 1000,
		.link_rule = 0.6,
		.roles =
			{
				[ROLE_BODY] = {11, 16, false, COLOUR_INK},
				[ROLE_NUMBER] = {9.5, 16, false, COLOUR_QUIET},
				[ROLE_SMALL] = {9.5, 13.5, false, COLOUR_INK},
				[ROLE_SOURCE] = {9.5, 13.5, false, COLOUR_QUIET},
				[ROLE_TITLE] = {40, 46, true, COLOUR_ON_COVER},
				[ROLE_HEADING_2] = {22, 26, true, COLOUR_FIRST},
				[ROLE_HEADING_3] = {15, 20, true, COLOUR_FIRST},
				[ROLE_HEADING_4] = {11.5, 16, true, COLOUR_FIRST},
				[ROLE_HEADING_5] = {11, 16, true, COLOUR_INK},
				[ROLE_HEADING_6] = {11, 16, true, COLOUR_QUIET},
				[ROLE_COVER_COUNCIL] = {15, 20, true, COLOUR_ON_COVER},
				[ROLE_COVER_SUBTITLE] = {18, 25, false, COLOUR_ON_COVER},
				[ROLE_COVER_LABEL] = {11, 16, false, COLOUR_QUIET},
				[ROLE_COVER_TEXT] = {11, 16, false, COLOUR_INK},
				[ROLE_CONTENTS] = {11, 16, true, COLOUR_FIRST},
				[ROLE_CONTENTS_SUB] = {11, 15.5, false, COLOUR_INK},
				[ROLE_RUNNING] = {8.5, 12, false, COLOUR_QUIET},
				[ROLE_HEADLINE] = {26, 30, true, COLOUR_FIRST},
				[ROLE_HEADLINE_LABEL] = {9.5, 13.5, false, COLOUR_INK},
				[ROLE_CAPTION] = {11, 15, true, COLOUR_INK},
				[ROLE_SUBTITLE] = {9.5, 13.5, false, COLOUR_QUIET},
				[ROLE_CELL] = {9.5, 13.5, false, COLOUR_INK},
				[ROLE_CELL_HEAD] = {9.5, 13.5, true, COLOUR_INK},
				[ROLE_CELL_TOTAL] = {9.5, 13.5, true, COLOUR_INK},
				[ROLE_CELL_SMALL] = {8.5, 12, false, COLOUR_INK},
				[ROLE_CELL_HEAD_SMALL] = {8.5, 12, true, COLOUR_INK},
				[ROLE_CELL_TOTAL_SMALL] = {8.5, 12, true, COLOUR_INK},
				[ROLE_PANEL_TITLE] = {11.5, 16, true, COLOUR_FIRST},
				[ROLE_PANEL] = {10, 14.5, false, COLOUR_INK},
				[ROLE_QUOTE] = {11.5, 17, false, COLOUR_FIRST},
				[ROLE_STEP] = {11.5, 16, true, COLOUR_INK},
				[ROLE_STEP_TEXT] = {10, 14.5, false, COLOUR_INK},
				[ROLE_STEP_NUMBER] = {11.5, 16, true, COLOUR_ON_FIRST},
			},
};

static const struct page_style large_print =
	{
		.width = MILLIMETRES(210),
		.height = MILLIMETRES(297),
		.left = MILLIMETRES(34),
		.right = MILLIMETRES(18),
		.top = MILLIMETRES(30),
		.bottom = MILLIMETRES(28),
		.head = MILLIMETRES(16),
		.foot = MILLIMETRES(14),
		.cover_margin = MILLIMETRES(20),
		.cover_block = MILLIMETRES(130),
		.paragraph_space = 14,
		.item_space = 6,
		.indent = 28,
		.block_space = 26,
		.chart_size = 18,
		.chart_width = 430, /* less than 24 letters: labels stand above their bars */
		.link_rule = 1,
		.stacked = true,
		.roles =
			{
				[ROLE_BODY] = {18, 27, false, COLOUR_INK},
				[ROLE_NUMBER] = {18, 27, false, COLOUR_INK},
				[ROLE_SMALL] = {18, 27, false, COLOUR_INK},
				[ROLE_SOURCE] = {18, 27, false, COLOUR_INK},
				[ROLE_TITLE] = {44, 52, true, COLOUR_ON_COVER},
				[ROLE_HEADING_2] = {30, 38, true, COLOUR_FIRST},
				[ROLE_HEADING_3] = {24, 32, true, COLOUR_FIRST},
				[ROLE_HEADING_4] = {20, 28, true, COLOUR_FIRST},
				[ROLE_HEADING_5] = {18, 27, true, COLOUR_INK},
				[ROLE_HEADING_6] = {18, 27, true, COLOUR_INK},
				[ROLE_COVER_COUNCIL] = {22, 30, true, COLOUR_ON_COVER},
				[ROLE_COVER_SUBTITLE] = {24, 34, false, COLOUR_ON_COVER},
				[ROLE_COVER_LABEL] = {18, 27, false, COLOUR_INK},
				[ROLE_COVER_TEXT] = {18, 27, false, COLOUR_INK},
				[ROLE_CONTENTS] = {18, 27, true, COLOUR_FIRST},
				[ROLE_CONTENTS_SUB] = {18, 27, false, COLOUR_INK},
				[ROLE_RUNNING] = {18, 24, false, COLOUR_INK},
				[ROLE_HEADLINE] = {34, 42, true, COLOUR_FIRST},
				[ROLE_HEADLINE_LABEL] = {18, 26, false, COLOUR_INK},
				[ROLE_CAPTION] = {18, 26, true, COLOUR_INK},
				[ROLE_SUBTITLE] = {18, 26, false, COLOUR_INK},
				[ROLE_CELL] = {18, 25, false, COLOUR_INK},
				[ROLE_CELL_HEAD] = {18, 25, true, COLOUR_INK},
				[ROLE_CELL_TOTAL] = {18, 25, true, COLOUR_INK},
				[ROLE_CELL_SMALL] = {18, 25, false, COLOUR_INK},
				[ROLE_CELL_HEAD_SMALL] = {18, 25, true, COLOUR_INK},
				[ROLE_CELL_TOTAL_SMALL] = {18, 25, true, COLOUR_INK},
				[ROLE_PANEL_TITLE] = {20, 28, true, COLOUR_FIRST},
				[ROLE_PANEL] = {18, 27, false, COLOUR_INK},
				[ROLE_QUOTE] = {19, 28, false, COLOUR_FIRST},
				[ROLE_STEP] = {20, 28, true, COLOUR_INK},
				[ROLE_STEP_TEXT] = {18, 27, false, COLOUR_INK},
				[ROLE_STEP_NUMBER] = {18, 26, true, COLOUR_ON_FIRST},
			},
};

const struct page_style *page_style_of(enum edition edition)
{
	return edition == EDITION_LARGE_PRINT ? &large_print : &normal;
}

double page_style_width(const struct page_style *style)
{
	return style->width - style->left - style->right;
}

double page_style_height(const struct page_style *style)
{
	return style->height - style->top - style->bottom;
}
