#include "render/type/text_width.h"

const struct shape *text_shape(struct faces *faces, struct str text, bool bold)
{
	const struct face *face = faces_face(faces, bold ? FACE_BOLD : FACE_REGULAR);

	return shape_text(faces, face, text, SHAPE_EXACT | SHAPE_ITS_WAY);
}

double text_advance(struct faces *faces, struct str text, double size, bool bold)
{
	return text.length > 0 ? shape_width(text_shape(faces, text, bold), size) : 0;
}
