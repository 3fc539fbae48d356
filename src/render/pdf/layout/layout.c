#include "render/pdf/layout/layout.h"

#include "render/pdf/layout/linebreak.h"

struct paragraph *layout_text(struct layout *layout, enum text_role role, struct str text,
			      struct tag *element, double width)
{
	struct paragraph *paragraph = text_plain(layout->setter, role, text, element);

	paragraph_break(layout->setter, paragraph, width);
	return paragraph;
}

/* The element of a block in another language says so. */
void layout_language(struct tag *element, const struct node *node)
{
	if (node->language.length > 0)
		element->language = node->language;
}

double layout_above(const struct layout *layout)
{
	bool under_heading = layout->heading_count > 0 &&
			     layout->headings[layout->heading_count - 1].end == layout->flow->count;

	return layout->style->block_space * (under_heading ? 0.4 : 1);
}
