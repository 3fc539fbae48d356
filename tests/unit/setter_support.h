/* What the tests of the PDF's setting share: a typesetter with the project's fonts. */
#ifndef HEARTH_SETTER_SUPPORT_H
#define HEARTH_SETTER_SUPPORT_H

#include <linebreak.h>

#include "render/pdf/layout/text.h"

static struct arena arena;
static struct typesetter setter;

static bool setter_begin(void)
{
	struct str why = {0};

	arena_init(&arena);
	init_linebreak();
	setter = (struct typesetter){
		.arena = &arena, .style = page_style_of(EDITION_NORMAL), .language = "en"};
	return font_set_open(&setter.fonts, &arena, STR("fonts"), &why);
}

static int setter_end(void **state)
{
	(void)state;
	font_set_release(&setter.fonts);
	buffer_release(&setter.text);
	arena_release(&arena);
	return 0;
}

#endif
