/* The structure tree in memory. */
#include "render/pdf/layout/tag.h"

static struct kid *kid_add(struct arena *arena, struct tag *element, enum kid_kind kind)
{
	struct kid *kid = ARENA_NEW(arena, struct kid);

	kid->kind = kind;
	if (element->last)
		element->last->next = kid;
	else
		element->first = kid;
	element->last = kid;
	return kid;
}

static void element_attach(struct arena *arena, struct tag *element)
{
	if (!element->parent || element->place)
		return;
	element->place = kid_add(arena, element->parent, KID_ELEMENT);
	element->place->element = element;
}

struct tag *element_inline(struct arena *arena, struct tag *parent, const char *type)
{
	struct tag *element = ARENA_NEW(arena, struct tag);

	element->type = type;
	element->parent = parent;
	return element;
}

struct tag *element_new(struct arena *arena, struct tag *parent, const char *type)
{
	struct tag *element = element_inline(arena, parent, type);

	element_attach(arena, element);
	return element;
}

/* Marks the element and all that hold it as inked, attaching those that waited, outermost first. */
static void element_ink(struct arena *arena, struct tag *element)
{
	while (element && !element->inked) {
		struct tag *outermost = NULL;

		for (struct tag *e = element; e && !e->inked; e = e->parent)
			outermost = e;
		element_attach(arena, outermost);
		outermost->inked = true;
	}
}

void element_keep(struct arena *arena, struct tag *element)
{
	element_ink(arena, element);
}

void element_content(struct arena *arena, struct tag *element, size_t page, unsigned content)
{
	element_ink(arena, element);
	struct kid *kid = kid_add(arena, element, KID_CONTENT);

	kid->page = page;
	kid->content = content;
}

void element_annotation(struct arena *arena, struct tag *element, struct annotation *annotation)
{
	element_ink(arena, element);
	kid_add(arena, element, KID_ANNOTATION)->annotation = annotation;
}

static struct tag *first_inked(const struct kid *kid)
{
	for (; kid; kid = kid->next)
		if (kid->kind == KID_ELEMENT && kid->element->inked)
			return kid->element;
	return NULL;
}

struct tag *element_after(struct tag *element, const struct tag *top)
{
	struct tag *next = first_inked(element->first);

	for (; !next && element != top; element = element->parent)
		next = first_inked(element->place->next);
	return next;
}
