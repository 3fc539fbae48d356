/* What the tests of the PDF's setting share: a typesetter with the project's fonts. */
#ifndef HEARTH_SETTER_SUPPORT_H
#define HEARTH_SETTER_SUPPORT_H

#include "render/pdf/layout/text.h"

static struct arena arena;
static struct typesetter setter;

static bool setter_begin(void)
{
	struct faces *faces = faces_open(STR("fonts"));
	struct str why = {0};

	arena_init(&arena);
	typesetter_init(&setter, &arena, faces, page_style_of(EDITION_NORMAL));
	return faces_ready(faces, FACE_FALLBACK, &why);
}

static int setter_end(void **state)
{
	(void)state;
	faces_close(setter.faces);
	typesetter_release(&setter);
	arena_release(&arena);
	return 0;
}

#endif
