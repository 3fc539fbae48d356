#include "measure/trial/authority.h"

#include "read/councils.h"

struct check {
	struct own_names own;
	struct str path;
	struct diagnostics *diagnostics;
};

static void check_text(const struct check *check, const struct record *record,
		       enum attribute_id attribute)
{
	struct str text = str_of(record_text(record, attribute));
	size_t at = 0;
	struct str found = councils_other(text, &at, &check->own);

	if (!found.length)
		found = councils_other_host(text, &check->own);
	if (found.length)
		diagnostic_add(check->diagnostics, DIAGNOSTIC_BORROWED,
			       (struct place){check->path, record->line, record->column},
			       str_terminated(check->diagnostics->arena, found), "");
}

static void check_record(const struct check *check, const struct record *record)
{
	const struct element *element = element_at(record->element);

	for (int i = 0; i < element->attribute_count; i++) {
		enum attribute_id attribute = (enum attribute_id)(element->first_attribute + i);

		if (attribute != CONTACT_ADDRESS && attribute_at(attribute)->kind == KIND_TEXT &&
		    record_has(record, attribute))
			check_text(check, record, attribute);
	}
}

void authority_check(const struct record *authority, struct str path,
		     struct diagnostics *diagnostics)
{
	struct check check = {{str_of(record_text(authority, AUTHORITY_CODE)),
			       {str_of(record_text(authority, AUTHORITY_NAME)),
				str_of(record_text(authority, AUTHORITY_SHORT_NAME)),
				str_of(record_text(authority, AUTHORITY_PLACE))}},
			      path,
			      diagnostics};

	check_record(&check, authority);
	for (const struct record *at = record_children(authority); at; at = at->next)
		check_record(&check, at);
}
