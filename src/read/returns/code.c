#include "read/returns/code.h"

static const char *const names[FIELD_COUNT] = {
	[FIELD_CHILD] = "CHILD",
	[FIELD_DOB] = "DOB",
	[FIELD_SEX] = "SEX",
	[FIELD_ETHNIC] = "ETHNIC",
	[FIELD_UASC] = "UASC",
	[FIELD_DUC] = "DUC",
	[FIELD_ACCOM] = "ACCOM",
	[FIELD_DECOM] = "DECOM",
	[FIELD_RNE] = "RNE",
	[FIELD_LS] = "LS",
	[FIELD_PL] = "PL",
	[FIELD_PL_POST] = "PL_POST",
	[FIELD_HOME_POST] = "HOME_POST",
	[FIELD_PLACE_PROVIDER] = "PLACE_PROVIDER",
	[FIELD_DEC] = "DEC",
	[FIELD_REC] = "REC",
	[FIELD_REASON_PLACE_CHANGE] = "REASON_PLACE_CHANGE",
};

static const struct {
	const char *written;
	enum return_field field;
} codes[CODE_COUNT] = {
#define CODE(field, id, written, word, carer) {written, FIELD_##field},
#include "read/returns/code.def"
};

const char *return_field_name(enum return_field field)
{
	return names[field];
}

enum return_field return_field_find(struct str name)
{
	if (str_is(name, "CHILDID"))
		return FIELD_CHILD;
	if (str_is(name, "PLACE"))
		return FIELD_PL;
	int field = 0;
	while (field < FIELD_COUNT && !str_is(name, names[field]))
		field++;
	return field;
}

const char *return_code_written(enum return_code code)
{
	return codes[code].written;
}

enum return_code return_code_find(enum return_field field, struct str written)
{
	for (int code = 0; code < CODE_COUNT; code++) {
		if (codes[code].field == field && str_is(written, codes[code].written))
			return code;
	}
	return CODE_NONE;
}

size_t return_codes_of(enum return_field field, const char **written, size_t most)
{
	size_t count = 0;
	for (int code = 0; code < CODE_COUNT && count < most; code++) {
		if (codes[code].field == field)
			written[count++] = codes[code].written;
	}
	return count;
}
