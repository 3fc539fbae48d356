/*
 * The codes of a return: which there are of a field, numbered through over all fields.
 */
#ifndef HEARTH_READ_RETURNS_CODE_H
#define HEARTH_READ_RETURNS_CODE_H

#include "base/str.h"

/* What a return's tables say of a child, by the names of the CSV's columns. */
enum return_field {
	FIELD_CHILD,
	FIELD_DOB,
	FIELD_SEX,
	FIELD_ETHNIC,
	FIELD_UASC,
	FIELD_DUC,
	FIELD_ACCOM,
	FIELD_DECOM,
	FIELD_RNE,
	FIELD_LS,
	FIELD_PL,
	FIELD_PL_POST,
	FIELD_HOME_POST,
	FIELD_PLACE_PROVIDER,
	FIELD_DEC,
	FIELD_REC,
	FIELD_REASON_PLACE_CHANGE,
	FIELD_COUNT
};

enum return_code {
	CODE_NONE = -1,
#define CODE(field, id, written, word, carer) CODE_##field##_##id,
#include "read/returns/code.def"
	CODE_COUNT
};

/* The field's name, "PL"; the field of a name, CHILDID and PLACE included, or FIELD_COUNT. */
const char *return_field_name(enum return_field field);
enum return_field return_field_find(struct str name);

const char *return_code_written(enum return_code code); /* "U4" */
/* The field's code that is written so; or CODE_NONE. */
enum return_code return_code_find(enum return_field field, struct str written);
/* The codes of the field as written, at most `most` of them; their number. */
size_t return_codes_of(enum return_field field, const char **written, size_t most);

#endif
