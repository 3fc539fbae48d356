/* Inline nodes to runs. Cutting runs into pieces is in piece.c. */
#include "render/pdf/layout/text.h"
#include "base/buffer.h"

#include "render/pdf/layout/piece.h"

void typesetter_init(struct typesetter *setter, struct arena *arena, struct faces *faces,
		     const struct page_style *style)
{
	*setter = (struct typesetter){.arena = arena,
				      .faces = faces,
				      .style = style,
				      .missing = hb_set_create(),
				      .language = "en"};
}

void typesetter_release(struct typesetter *setter)
{
	hb_set_destroy(setter->missing);
	buffer_release(&setter->text);
}

struct text_run run_of(const struct typesetter *setter, enum text_role role)
{
	const struct role_style *look = &setter->style->roles[role];

	return (struct text_run){
		.slot = look->bold ? FACE_BOLD : FACE_REGULAR,
		.colour = look->colour,
	};
}

void text_begin(struct typesetter *setter, enum text_role role, struct tag *element)
{
	setter->role = role;
	setter->element = element;
	setter->tabular = false;
	setter->run_count = 0;
	setter->runs = NULL;
	setter->run_capacity = 0;
	buffer_clear(&setter->text);
}

static bool ends_in_space(const struct buffer *text)
{
	struct str all = buffer_view(text);

	return all.length == 0 || str_ends(all, STR(" ")) || str_ends(all, STR("\xe2\x80\xa8"));
}

void text_add(struct typesetter *setter, struct str text, const struct text_run *like)
{
	struct buffer *out = &setter->text;
	struct text_run run = like ? *like : run_of(setter, setter->role);

	run.start = out->length;
	for (size_t i = 0; i < text.length; i++) {
		unsigned char byte = (unsigned char)text.at[i];

		if (byte <= ' ') {
			if (!ends_in_space(out))
				buffer_byte(out, ' ');
		} else if (byte == 0xc2 && i + 1 < text.length && text.at[i + 1] == '\xad') {
			i++; /* a soft hyphen: words are not divided */
		} else {
			buffer_byte(out, (char)byte);
		}
	}
	if (out->length == run.start)
		return;
	setter->runs = arena_grow(setter->arena, setter->runs, &setter->run_capacity,
				  setter->run_count + 1, sizeof(*setter->runs));
	setter->runs[setter->run_count++] = run;
}

/* What the inline nodes round a text make of its look. */
struct inline_state {
	unsigned strong, emphasis;
	struct tag *element;
	const struct node *link;
};

static void inline_enter(struct typesetter *setter, const struct node *node,
			 struct inline_state *state)
{
	switch (node->kind) {
	case NODE_STRONG:
		state->strong++;
		break;
	case NODE_EMPHASIS:
		state->emphasis++;
		break;
	case NODE_LINK:
		state->element = element_inline(setter->arena, state->element, "Link");
		state->element->alt = node_text(setter->arena, node);
		state->link = node;
		break;
	case NODE_SPAN:
		state->element = element_inline(setter->arena, state->element, "Span");
		state->element->language = node->language;
		text_add(setter, STR("\xe2\x81\xa8"), NULL); /* runs its own way: FSI */
		break;
	case NODE_TEXT:
	case NODE_FIGURE:
	case NODE_BREAK: {
		struct text_run run = run_of(setter, setter->role);

		run.slot |= (state->strong ? FACE_BOLD : 0) | (state->emphasis ? FACE_ITALIC : 0);
		run.element = state->element;
		run.link = state->link;
		run.place = node->place;
		if (state->link)
			run.colour = COLOUR_FIRST;
		text_add(setter, node->kind == NODE_BREAK ? STR(" \xe2\x80\xa8") : node_words(node),
			 &run);
		break;
	}
	default:
		break;
	}
}

static void inline_leave(struct typesetter *setter, const struct node *node,
			 struct inline_state *state)
{
	switch (node->kind) {
	case NODE_STRONG:
		state->strong--;
		break;
	case NODE_EMPHASIS:
		state->emphasis--;
		break;
	case NODE_LINK:
		state->link = NULL;
		state->element = state->element->parent;
		break;
	case NODE_SPAN:
		text_add(setter, STR("\xe2\x81\xa9"), NULL); /* PDI */
		state->element = state->element->parent;
		break;
	default:
		break;
	}
}

void text_inlines(struct typesetter *setter, const struct node *block)
{
	text_inlines_from(setter, block, block->first);
}

void text_inlines_from(struct typesetter *setter, const struct node *block, const struct node *node)
{
	struct inline_state state = {.element = setter->element};

	while (node) {
		inline_enter(setter, node, &state);
		if (node->first) {
			node = node->first;
			continue;
		}
		inline_leave(setter, node, &state);
		while (!node->next) {
			node = node->parent;
			if (node == block)
				return;
			inline_leave(setter, node, &state);
		}
		node = node->next;
	}
}

static struct paragraph *text_set(struct typesetter *setter, double size, double leading)
{
	const struct face *face = faces_face(setter->faces, FACE_REGULAR);
	struct paragraph *paragraph = ARENA_NEW(setter->arena, struct paragraph);
	double ink = (face->ascent + face->descent) * size;

	while (setter->text.length > 0 && setter->text.at[setter->text.length - 1] == ' ')
		setter->text.length--;
	paragraph->size = size;
	paragraph->leading = leading;
	paragraph->rise = (leading - ink) / 2 + face->ascent * size;
	paragraph->element = setter->element;
	paragraph->balanced = (setter->role >= ROLE_TITLE && setter->role <= ROLE_HEADING_6) ||
			      setter->role == ROLE_CAPTION || setter->role == ROLE_SUBTITLE;
	paragraph_cut(setter, paragraph);
	return paragraph;
}

struct paragraph *text_end(struct typesetter *setter)
{
	const struct role_style *look = &setter->style->roles[setter->role];

	return text_set(setter, look->size, look->leading);
}

struct paragraph *text_end_sized(struct typesetter *setter, double size)
{
	return text_set(setter, size, size * 1.4);
}

struct paragraph *text_plain(struct typesetter *setter, enum text_role role, struct str text,
			     struct tag *element)
{
	text_begin(setter, role, element);
	text_add(setter, text, NULL);
	return text_end(setter);
}

struct paragraph *text_tabular(struct typesetter *setter, enum text_role role, struct str text,
			       struct tag *element)
{
	text_begin(setter, role, element);
	setter->tabular = true;
	text_add(setter, text, NULL);
	return text_end(setter);
}
