/* The structure tree, the parent tree and the bookmarks. */
#include "render/pdf/write.h"

static void element_attributes(struct writer *writer, const struct element *element, HPDF_Dict dict)
{
	HPDF_Dict attributes;

	if (!element->scope && !element->numbering && element->box[2] == 0)
		return;
	attributes = HPDF_Dict_New(writer->mmgr);
	HPDF_Dict_Add(dict, "A", attributes);
	if (element->scope) {
		HPDF_Dict_AddName(attributes, "O", "Table");
		HPDF_Dict_AddName(attributes, "Scope", element->scope);
	} else if (element->numbering) {
		HPDF_Dict_AddName(attributes, "O", "List");
		HPDF_Dict_AddName(attributes, "ListNumbering", element->numbering);
	} else {
		HPDF_Dict_AddName(attributes, "O", "Layout");
		HPDF_Dict_AddName(attributes, "Placement", "Block");
		HPDF_Dict_Add(attributes, "BBox", writer_numbers(writer, element->box, 4));
	}
}

/* The page that most of an element's content is said to be on: that of its first. */
static size_t element_page(const struct element *element)
{
	for (const struct kid *kid = element->first; kid; kid = kid->next)
		if (kid->kind == KID_CONTENT)
			return kid->page;
	return SIZE_MAX;
}

static HPDF_Dict content_reference(struct writer *writer, const struct kid *kid)
{
	HPDF_Dict dict = HPDF_Dict_New(writer->mmgr);

	if (kid->kind == KID_ANNOTATION) {
		HPDF_Dict_AddName(dict, "Type", "OBJR");
		HPDF_Dict_Add(dict, "Obj", kid->annotation->object);
		HPDF_Dict_Add(dict, "Pg", writer->pages[kid->annotation->page]);
		return dict;
	}
	HPDF_Dict_AddName(dict, "Type", "MCR");
	HPDF_Dict_Add(dict, "Pg", writer->pages[kid->page]);
	HPDF_Dict_AddNumber(dict, "MCID", (HPDF_INT32)kid->content);
	return dict;
}

static bool kid_written(const struct kid *kid)
{
	return kid->kind != KID_ELEMENT || kid->element->inked;
}

static size_t count_kids(const struct element *element)
{
	size_t count = 0;

	for (const struct kid *kid = element->first; kid; kid = kid->next)
		count += kid_written(kid);
	return count;
}

static void element_kids(struct writer *writer, const struct element *element, HPDF_Dict dict)
{
	size_t page = element_page(element), count = count_kids(element);
	HPDF_Array kids = count > 1 ? writer_array(writer) : NULL;

	if (page != SIZE_MAX)
		HPDF_Dict_Add(dict, "Pg", writer->pages[page]);
	if (kids)
		HPDF_Dict_Add(dict, "K", kids);
	for (const struct kid *kid = element->first; kid; kid = kid->next) {
		void *object;

		if (!kid_written(kid))
			continue;
		if (kid->kind == KID_ELEMENT)
			object = kid->element->object;
		else if (kid->kind == KID_CONTENT && kid->page == page)
			object = HPDF_Number_New(writer->mmgr, (HPDF_INT32)kid->content);
		else
			object = content_reference(writer, kid);
		if (kids)
			HPDF_Array_Add(kids, object);
		else
			HPDF_Dict_Add(dict, "K", object);
	}
}

static void write_element(struct writer *writer, const struct element *element)
{
	HPDF_Dict dict = element->object;

	HPDF_Dict_AddName(dict, "S", element->type);
	HPDF_Dict_Add(dict, "P", element->parent ? element->parent->object : writer->tree);
	element_kids(writer, element, dict);
	element_attributes(writer, element, dict);
	if (element->alt.length > 0 && element->box[2] != 0) /* a link's goes to its annotation */
		writer_text(writer, dict, "Alt", element->alt);
	if (element->language.length > 0)
		writer_text(writer, dict, "Lang", element->language);
}

/* A part of the parent tree: keys from..to, at most as many as one array of libharu may hold. */
struct number_tree {
	HPDF_Array kids, numbers;
	HPDF_INT32 first, count;
};

static void number_tree_add(struct writer *writer, struct number_tree *tree, HPDF_INT32 key,
			    void *value)
{
	if (!tree->numbers || key - tree->first >= 8000) {
		HPDF_Dict leaf = writer_dict(writer);

		tree->numbers = writer_array(writer);
		tree->first = key;
		HPDF_Array_Add(tree->kids, leaf);
		HPDF_Dict_Add(leaf, "Nums", tree->numbers);
		HPDF_Array limits = writer_array(writer);

		HPDF_Array_AddNumber(limits, key);
		HPDF_Array_AddNumber(limits, key);
		HPDF_Dict_Add(leaf, "Limits", limits);
	}
	HPDF_Array_AddNumber(tree->numbers, key);
	HPDF_Array_Add(tree->numbers, value);
	HPDF_Dict leaf =
		HPDF_Array_GetItem(tree->kids, HPDF_Array_Items(tree->kids) - 1, HPDF_OCLASS_DICT);
	HPDF_Array limits = leaf ? HPDF_Dict_GetItem(leaf, "Limits", HPDF_OCLASS_ARRAY) : NULL;
	HPDF_Number last = limits ? HPDF_Array_GetItem(limits, 1, HPDF_OCLASS_NUMBER) : NULL;

	if (last)
		last->value = key;
	tree->count = key + 1;
}

/* Pages to the elements of their content, then links to theirs. */
static void write_parents(struct writer *writer, const struct pdf *pdf)
{
	HPDF_Dict root = writer_dict(writer);
	struct number_tree tree = {.kids = writer_array(writer)};
	HPDF_INT32 key = 0;

	HPDF_Dict_Add(root, "Kids", tree.kids);
	for (size_t i = 0; i < pdf->pages->count; i++) {
		const struct page *page = &pdf->pages->pages[i];
		HPDF_Array owners = writer_array(writer);

		HPDF_Xref_Add(writer->doc->xref, owners);
		for (size_t n = 0; n < page->owner_count; n++)
			HPDF_Array_Add(owners, page->owners[n]->object);
		number_tree_add(writer, &tree, key++, owners);
	}
	for (size_t i = 0; i < pdf->pages->count; i++)
		for (const struct annotation *link = pdf->pages->pages[i].first; link;
		     link = link->next) {
			HPDF_Dict_AddNumber(link->object, "StructParent", key);
			number_tree_add(writer, &tree, key++, link->element->object);
		}
	HPDF_Dict_Add(writer->tree, "ParentTree", root);
	HPDF_Dict_AddNumber(writer->tree, "ParentTreeNextKey", key);
}

void write_tree(struct writer *writer, const struct pdf *pdf)
{
	struct element *top = pdf->root;

	writer->tree = writer_dict(writer);
	for (struct element *e = top; e; e = element_after(e, top))
		e->object = writer_dict(writer);
	HPDF_Dict_AddName(writer->tree, "Type", "StructTreeRoot");
	HPDF_Dict_Add(writer->tree, "K", top->object);
	for (struct element *e = top; e; e = element_after(e, top))
		write_element(writer, e);
	write_parents(writer, pdf);
}

/* A bookmark and what is being added under it. */
struct bookmark {
	HPDF_Dict dict, last;
	HPDF_INT32 count;
};

static void bookmark_add(struct writer *writer, struct bookmark *parent, struct bookmark *child,
			 struct str title, const struct target *target)
{
	HPDF_Dict dict = writer_dict(writer);

	writer_text(writer, dict, "Title", title);
	HPDF_Dict_Add(dict, "Parent", parent->dict);
	HPDF_Dict_Add(dict, "Dest", writer_destination(writer, target));
	if (target->element && target->element->object)
		HPDF_Dict_Add(dict, "SE", target->element->object);
	if (parent->last) {
		HPDF_Dict_Add(parent->last, "Next", dict);
		HPDF_Dict_Add(dict, "Prev", parent->last);
	} else {
		HPDF_Dict_Add(parent->dict, "First", dict);
	}
	parent->last = dict;
	parent->count++;
	*child = (struct bookmark){.dict = dict};
}

/* Ends a bookmark: those below the first level are shut until the reader opens them. */
static void bookmark_end(const struct bookmark *bookmark, unsigned depth)
{
	if (!bookmark->last)
		return;
	HPDF_Dict_Add(bookmark->dict, "Last", bookmark->last);
	HPDF_Dict_AddNumber(bookmark->dict, "Count",
			    depth == 0 ? bookmark->count : -bookmark->count);
}

void write_outline(struct writer *writer, const struct pdf *pdf)
{
	struct bookmark open[8] = {{.dict = writer_dict(writer)}};
	unsigned depth = 0;

	HPDF_Dict_AddName(open[0].dict, "Type", "Outlines");
	if (pdf->contents && pdf->contents->placed)
		bookmark_add(writer, &open[0], &open[1], STR("Contents"), pdf->contents);
	for (size_t i = 0; i < pdf->heading_count; i++) {
		const struct heading *heading = &pdf->headings[i];
		unsigned below = heading->level - 2;

		if (!heading->target->placed)
			continue;
		if (below > depth)
			below = depth;
		for (; depth > below; depth--)
			bookmark_end(&open[depth], depth);
		bookmark_add(writer, &open[depth], &open[depth + 1], heading->title,
			     heading->target);
		depth++;
	}
	for (; depth > 0; depth--)
		bookmark_end(&open[depth], depth);
	bookmark_end(&open[0], 0);
	HPDF_Dict_Add(writer->doc->catalog, "Outlines", open[0].dict);
	HPDF_Dict_AddName(writer->doc->catalog, "PageMode", "UseOutlines");
}
