/*
 * The measures of a page and the sizes of its text: everything that an edition changes, in one
 * table. Lengths are points.
 */
#ifndef HEARTH_RENDER_PDF_LAYOUT_STYLE_H
#define HEARTH_RENDER_PDF_LAYOUT_STYLE_H

#include "render/draw/canvas.h"
#include "render/type/look.h"

#define MILLIMETRES(n) ((n)*72.0 / 25.4)

/* What a run of text is for; each role has one size, weight and colour. */
enum text_role {
	ROLE_BODY,
	ROLE_NUMBER, /* of a paragraph, hanging in the margin */
	ROLE_SMALL,  /* descriptions */
	ROLE_SOURCE, /* sources and notes: small and quiet */
	ROLE_TITLE,  /* level 1, on the cover */
	ROLE_HEADING_2,
	ROLE_HEADING_3,
	ROLE_HEADING_4,
	ROLE_HEADING_5,
	ROLE_HEADING_6,
	ROLE_COVER_COUNCIL,
	ROLE_COVER_SUBTITLE,
	ROLE_COVER_LABEL,
	ROLE_COVER_TEXT,
	ROLE_CONTENTS,
	ROLE_CONTENTS_SUB,
	ROLE_RUNNING,
	ROLE_HEADLINE, /* a headline figure */
	ROLE_HEADLINE_LABEL,
	ROLE_CAPTION, /* title of a figure or a table */
	ROLE_SUBTITLE,
	ROLE_CELL,
	ROLE_CELL_HEAD,
	ROLE_CELL_TOTAL,
	ROLE_CELL_SMALL, /* of tables that have no room otherwise */
	ROLE_CELL_HEAD_SMALL,
	ROLE_CELL_TOTAL_SMALL,
	ROLE_PANEL_TITLE,
	ROLE_PANEL,
	ROLE_QUOTE,
	ROLE_STEP, /* a step's name */
	ROLE_STEP_TEXT,
	ROLE_STEP_NUMBER, /* in its disc */
	ROLE_COUNT
};

struct role_style {
	double size, leading;
	bool bold;
	enum colour colour;
};

struct page_style {
	double width, height;		 /* of the paper */
	double left, right, top, bottom; /* margins of the text */
	double head, foot;		 /* baselines of the running lines, from the paper's edge */
	double cover_margin, cover_block; /* side margins of the cover; height of its block */
	double paragraph_space;		  /* between paragraphs */
	double item_space;		  /* between items of a list */
	double indent;			  /* of a list's items */
	double block_space;		  /* around charts, tables, panels */
	double chart_size;		  /* of the text in charts */
	double chart_width;		  /* at most */
	double link_rule;		  /* thickness of the line under links */
	bool stacked;			  /* panels one above the other, headline figures in twos */
	struct role_style roles[ROLE_COUNT];
};

/* The measures of an edition. */
const struct page_style *page_style_of(enum edition edition);

/* Width and height left for text. */
double page_style_width(const struct page_style *style);
double page_style_height(const struct page_style *style);

#endif
