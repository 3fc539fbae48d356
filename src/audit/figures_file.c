#include "audit/figures_file.h"

#include <jansson.h>
#include <math.h>

static void take_number(struct told *told, const json_t *number, struct claim claim)
{
	if (!json_is_number(number))
		return;
	claim.value = llround(json_number_value(number) * (double)claim.scale);
	tell(told, &claim);
}

static void take_entry(struct told *told, const json_t *entry, enum measure_id id, struct str file)
{
	struct claim claim = {.id = id, .file = file, .scale = 1};
	const char *reason = json_string_value(json_object_get(entry, "reason"));

	if (reason && str_is(str_of(reason), reason_name(REASON_HIDDEN))) {
		claim.kind = CLAIM_HIDDEN;
		tell(told, &claim);
	}
	claim.kind = CLAIM_NUMERATOR;
	take_number(told, json_object_get(entry, "numerator"), claim);
	claim.kind = CLAIM_DENOMINATOR;
	take_number(told, json_object_get(entry, "denominator"), claim);
	if (measure_at(id)->unit == UNIT_DECIMAL)
		return;
	claim.kind = measure_at(id)->unit == UNIT_COUNT ? CLAIM_VALUE : CLAIM_RATE;
	claim.scale = measure_at(id)->unit == UNIT_COUNT ? 1 : 10;
	take_number(told, json_object_get(entry, "value"), claim);
}

bool figures_file_read(struct told *told, struct str text, struct str file, struct str *why)
{
	json_error_t error;
	json_t *root = json_loadb(text.at, text.length, JSON_REJECT_DUPLICATES, &error);
	const json_t *measures = json_object_get(root, "measures");
	const char *label =
		json_string_value(json_object_get(json_object_get(root, "period"), "label"));
	bool good = json_is_object(measures) && label && period_parse(str_of(label), &told->period);

	for (int id = 0; good && id < MEASURE_COUNT; id++)
		take_entry(told, json_object_get(measures, measure_at(id)->name), id, file);
	if (!good)
		*why = root ? STR("it holds no year's measures")
			    : str_copy(told->arena, str_of(error.text));
	json_decref(root);
	return good;
}
