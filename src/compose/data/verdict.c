#include "compose/data/verdict.h"

const char verdict_note[] =
	"A verdict weighs the change on last year and the difference from England, where they are "
	"known: better, worse, steady where there is none, and watch where the two disagree.";

/* 1 when the comparison is a good one, -1 when it is a bad one, 0 when it is none. */
static int judge(const struct facts *facts, enum measure_id id, enum figure_variant beside,
		 bool lower, bool *known)
{
	int64_t change;

	if (!figure_change(facts, id, beside, &change))
		return 0;
	*known = true;
	if (lower)
		change = -change;
	return (change > 0) - (change < 0);
}

struct printed verdict_words(const struct facts *facts, enum measure_id id, bool lower)
{
	bool known = false;
	int year = judge(facts, id, VARIANT_CHANGE, lower, &known);
	int england = judge(facts, id, VARIANT_ENGLAND, lower, &known);
	struct str text;

	if (!known)
		return (struct printed){.reason = facts->figures.of[id].reason};
	if (year * england < 0)
		text = STR("! watch");
	else if (year + england > 0)
		text = STR("+ better");
	else if (year + england < 0)
		text = STR("\u2212 worse");
	else
		text = STR("= steady");
	/* A spreadsheet takes a leading sign for a formula: CSV has the word. */
	return (struct printed){.known = true,
				.text = text,
				.value = str_slice(text, str_find(text, ' ', 0) + 1, text.length)};
}
