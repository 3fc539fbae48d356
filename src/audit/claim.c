#include "audit/claim.h"

#include "measure/rule.h"

enum { DIGITS_AT_MOST = 12 };

void tell(struct told *told, const struct claim *claim)
{
	told->claims = arena_grow(told->arena, told->claims, &told->capacity, told->count + 1,
				  sizeof *told->claims);
	told->claims[told->count++] = *claim;
}

bool is_hidden(const struct told *told, enum measure_id id)
{
	for (size_t i = 0; i < told->count; i++)
		if (told->claims[i].id == id && told->claims[i].kind == CLAIM_HIDDEN)
			return true;
	return false;
}

bool is_told(const struct told *told, enum measure_id id, int64_t *value)
{
	for (size_t i = 0; i < told->count; i++) {
		const struct claim *claim = &told->claims[i];

		if (claim->id != id || (claim->kind != CLAIM_VALUE && claim->kind != CLAIM_RATE))
			continue;
		*value = claim->value;
		return true;
	}
	return false;
}

/* "1,234", "54.5%": its digits as a whole number, and 10 to the number of decimals. */
static bool number_parse(struct str text, int64_t *value, int64_t *scale)
{
	bool negative = false, decimals = false;
	size_t digits = 0;

	text = str_trim(text);
	*value = 0;
	*scale = 1;
	if (text.length && text.at[text.length - 1] == '%')
		text.length--;
	if (text.length && text.at[0] == '-') {
		negative = true;
		text = str_slice(text, 1, text.length);
	}
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] == ',' && !decimals)
			continue;
		if (text.at[i] == '.' && !decimals) {
			decimals = true;
			continue;
		}
		if (text.at[i] < '0' || text.at[i] > '9' || ++digits > DIGITS_AT_MOST)
			return false;
		*value = *value * 10 + (text.at[i] - '0');
		*scale *= decimals ? 10 : 1;
	}
	*value = negative ? -*value : *value;
	return digits > 0;
}

void tell_printed(struct told *told, enum measure_id id, struct str text, struct str file)
{
	enum measure_unit unit = measure_at(id)->unit;
	struct claim claim = {.id = id, .file = file};

	if (unit == UNIT_DECIMAL || !number_parse(text, &claim.value, &claim.scale))
		return;
	if (unit == UNIT_COUNT && claim.scale != 1)
		return;
	claim.kind = unit == UNIT_COUNT ? CLAIM_VALUE : CLAIM_RATE;
	tell(told, &claim);
}

void tell_share(struct told *told, enum measure_id id, struct str text, struct str file)
{
	struct claim claim = {.kind = CLAIM_SHARE, .id = id, .file = file};

	if (rule_at(id)->whole != MEASURE_NONE && number_parse(text, &claim.value, &claim.scale))
		tell(told, &claim);
}
