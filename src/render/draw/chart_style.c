/* The palette as CSS, so that colour.c stays the one place that has it. */
#include "render/draw/chart_style.h"
#include "base/buffer.h"

#include "render/draw/colour.h"

static void add_properties(struct buffer *out, bool dark)
{
	for (int i = 0; i < COLOUR_COUNT; i++) {
		const struct colour_value *value = colour_value((enum colour)i);

		buffer_format(out, "--%s:#%06x;", value->name, dark ? value->dark : value->light);
	}
}

void style_palette(struct buffer *out, bool dark)
{
	buffer_text(out, ":root{");
	add_properties(out, false);
	buffer_text(out, "}\n");
	if (!dark)
		return;
	buffer_text(out, "@media screen and (prefers-color-scheme:dark){:root{");
	add_properties(out, true);
	buffer_text(out, "}}\n");
}

void style_classes(struct buffer *out)
{
	for (int i = 0; i < COLOUR_COUNT; i++) {
		const char *name = colour_value((enum colour)i)->name;

		buffer_format(out, ".f-%s{fill:var(--%s)}.s-%s{fill:none;stroke:var(--%s)}", name,
			      name, name, name);
	}
	buffer_text(out, ".b{font-weight:700}\n");
}

static const struct colour_value *colour_named(struct str name)
{
	for (int i = 0; i < COLOUR_COUNT; i++)
		if (str_is(name, colour_value((enum colour)i)->name))
			return colour_value((enum colour)i);
	return NULL;
}

void style_literal(struct str style, struct buffer *out)
{
	static const struct str before = {"var(--", 6};

	for (size_t i = 0; i < style.length;) {
		struct str rest = str_slice(style, i, style.length);
		size_t end = str_starts(rest, before) ? str_find(rest, ')', 0) : 0;
		const struct colour_value *colour =
			colour_named(str_slice(rest, before.length, end));

		if (colour)
			buffer_format(out, "#%06x", colour->light);
		else
			buffer_byte(out, style.at[i]);
		i += colour ? end + 1 : 1;
	}
}
