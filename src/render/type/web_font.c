/* Fonts for web pages: which characters, how CSS names them, base64. */
#include "render/type/web_font.h"

#include "base/buffer.h"
#include "render/type/subset.h"

void buffer_base64(struct buffer *out, struct str bytes)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *at = (const unsigned char *)bytes.at;

	for (size_t i = 0; i < bytes.length; i += 3) {
		size_t left = bytes.length - i;
		unsigned three = (unsigned)at[i] << 16 | (left > 1 ? (unsigned)at[i + 1] << 8 : 0) |
				 (left > 2 ? at[i + 2] : 0);

		buffer_byte(out, digits[three >> 18]);
		buffer_byte(out, digits[three >> 12 & 63]);
		buffer_byte(out, left > 1 ? digits[three >> 6 & 63] : '=');
		buffer_byte(out, left > 2 ? digits[three & 63] : '=');
	}
}

static const struct {
	enum face_slot slot;
	const char *descriptors;
} styles[] = {
	[WEB_FONT_REGULAR] = {FACE_REGULAR, "font-weight:400"},
	[WEB_FONT_BOLD] = {FACE_BOLD, "font-weight:700"},
	[WEB_FONT_ITALIC] = {FACE_ITALIC, "font-style:italic"},
};

void web_font_rule(enum web_font_style style, struct str address, const char *format,
		   struct buffer *out)
{
	buffer_format(out,
		      "@font-face{font-family:\"Hearth Atkinson\";%s;font-display:swap;src:url(",
		      styles[style].descriptors);
	buffer_str(out, address);
	buffer_format(out, ") format(\"%s\")}\n", format);
}

static struct str web_font_cut(const struct web_font *font, enum web_font_style style,
			       enum subset_kind kind)
{
	const struct face *face = faces_face(font->faces, styles[style].slot);
	hb_set_t *shown = hb_set_create();

	hb_set_add_range(shown, 0x20, 0x7e);
	hb_set_add(shown, 0xa0);
	for (size_t position = 0; position < font->text.length;)
		hb_set_add(shown, str_next(font->text, &position));
	struct str file = face ? face_subset(font->faces, face, kind, shown) : STR("");

	hb_set_destroy(shown);
	return file;
}

struct str web_font_file(const struct web_font *font, enum web_font_style style)
{
	return web_font_cut(font, style, SUBSET_CHARACTERS);
}

bool web_font_face(const struct web_font *font, enum web_font_style style, struct buffer *out)
{
	struct str woff = web_font_cut(font, style, SUBSET_WOFF);
	struct buffer address = {0};

	if (woff.length == 0)
		return false;
	buffer_text(&address, "data:font/woff;base64,");
	buffer_base64(&address, woff);
	web_font_rule(style, buffer_view(&address), "woff", out);
	buffer_release(&address);
	return true;
}
