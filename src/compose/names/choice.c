/*
 * Choices of words. Reads what stands behind a marker's colon; looks at figures, prints nothing.
 */
#include "compose/names/choice.h"

#include "measure/trial/past.h"

static bool begins_word(struct str text, size_t at)
{
	return at == 0 ||
	       !((text.at[at - 1] >= 'a' && text.at[at - 1] <= 'z') ||
		 (text.at[at - 1] >= 'A' && text.at[at - 1] <= 'Z') || text.at[at - 1] == '-');
}

bool choice_piece(struct str form, size_t *at, struct str *plain, enum figure_variant *variant)
{
	static const enum figure_variant printing[] = {VARIANT_WORDS, VARIANT_CAPITAL,
						       VARIANT_WHOLE, VARIANT_SHARE};
	size_t from = *at;

	for (; *at < form.length; ++*at) {
		struct str rest = str_slice(form, *at, form.length);
		size_t length = rest.at[0] == '#' ? 1 : 0;

		*variant = VARIANT_PLAIN;
		for (size_t i = 0; i < sizeof printing / sizeof *printing && !length; i++) {
			struct str name = str_of(variant_names[printing[i]]);

			if (begins_word(form, *at) && str_starts(rest, name)) {
				*variant = printing[i];
				length = name.length;
			}
		}
		if (length && *at == from) {
			*at += length;
			return true;
		}
		if (length)
			break;
	}
	*plain = str_slice(form, from, *at);
	return false;
}

bool choice_prints(struct str form)
{
	enum figure_variant variant;
	struct str plain;

	for (size_t at = 0; at < form.length;) {
		if (choice_piece(form, &at, &plain, &variant))
			return true;
	}
	return false;
}

static const struct {
	const char *word;
	enum choice_test test;
} tests[] = {
	{"x-change", CHOICE_CHANGE},
	{"x-england", CHOICE_ENGLAND},
	{"at least ", CHOICE_AT_LEAST},
	{"at most ", CHOICE_AT_MOST},
};

enum { TESTS = sizeof tests / sizeof *tests };

/* The test that a modifier begins with; *end is where its forms begin, *target its target. */
static enum choice_test find_test(struct str modifier, size_t *end, struct str *target)
{
	size_t colon = str_find(modifier, ':', 0);
	struct str head = str_slice(modifier, 0, colon);

	*end = 0;
	for (size_t i = 0; i < TESTS && colon < modifier.length; i++) {
		struct str word = str_of(tests[i].word);
		bool takes_target = str_ends(word, STR(" "));

		if (takes_target ? str_starts(head, word) : str_equal(head, word)) {
			*end = colon + 1;
			*target = str_trim(str_slice(head, word.length, head.length));
			return tests[i].test;
		}
	}
	return CHOICE_NUMBER;
}

size_t choice_forms_at(struct str inner)
{
	size_t colon = str_find(inner, ':', 0), end;
	struct str target;

	if (str_find(inner, '|', 0) == inner.length || colon == inner.length)
		return inner.length;
	find_test(str_slice(inner, colon + 1, inner.length), &end, &target);
	return colon + 1 + end;
}

static bool read_target(const struct composer *composer, enum measure_id id, struct str written,
			int64_t *target, struct str *why)
{
	const struct symbol *symbol = symbol_lookup(composer->symbols, written);

	if (symbol && symbol->kind == SYMBOL_TEXT)
		written = symbol->text;
	if (value_parse(written, measure_at(id)->unit, target))
		return true;
	*why = str_format(
		composer->arena,
		"the target \"%.*s\" is no number: write one, as in \"at least 80%%\", or "
		"the name of a standard whose value is one",
		STR_ARG(written));
	return false;
}

static bool check_forms(const struct composer *composer, enum measure_id id,
			const struct choice *choice, struct str *why)
{
	bool targeted = choice->test == CHOICE_AT_LEAST || choice->test == CHOICE_AT_MOST;
	enum figure_variant variant;
	struct str plain;

	if (choice->count < 2 || (targeted && choice->count > 2)) {
		*why = targeted ? STR("a target has two forms: met|not met")
				: STR("there is but one form: write one|others");
		return false;
	}
	for (size_t i = 0; i < choice->count; i++) {
		for (size_t at = 0; at < choice->forms[i].length;) {
			if (!choice_piece(choice->forms[i], &at, &plain, &variant))
				continue;
			const char *refused = variant_refused(id, variant);

			if (!refused)
				continue;
			*why = str_format(composer->arena, "%s can't stand here: %s",
					  variant_names[variant], refused);
			return false;
		}
	}
	return true;
}

bool choice_read(const struct composer *composer, enum measure_id id, struct str modifier,
		 struct choice *choice, struct str *why)
{
	struct str target;
	size_t at;

	*choice = (struct choice){.test = find_test(modifier, &at, &target)};
	while (at <= modifier.length) {
		size_t bar = str_find(modifier, '|', at);

		if (choice->count == MOST_FORMS) {
			*why = STR("there are more than three forms");
			return false;
		}
		choice->forms[choice->count++] = str_slice(modifier, at, bar);
		at = bar + 1;
	}
	if ((choice->test == CHOICE_AT_LEAST || choice->test == CHOICE_AT_MOST) &&
	    !read_target(composer, id, target, &choice->target, why))
		return false;
	return check_forms(composer, id, choice, why);
}

static size_t by_number(enum measure_id id, const struct figure *figure, size_t count)
{
	/* A decimal's 1 is 1000 thousandths, a rate's 1% 10 tenths. */
	int64_t one = measure_at(id)->unit == UNIT_COUNT     ? 1
		      : measure_at(id)->unit == UNIT_PERCENT ? 10
							     : 1000;

	if (figure->known && figure->value == one)
		return 0;
	return figure->reason == REASON_NONE && (!figure->known || figure->value == 0) ? count - 1
										       : 1;
}

/* The third form is for what is the same; without one that is no fall. */
static size_t by_change(int64_t change, size_t count)
{
	return change > 0 ? 0 : change < 0 ? 1 : count - 1;
}

struct str choice_form(const struct facts *facts, enum measure_id id, const struct choice *choice)
{
	const struct figure *figure = &facts->figures.of[id];
	int64_t change = 0;

	switch (choice->test) {
	case CHOICE_CHANGE:
		figure_change(facts, id, VARIANT_CHANGE, &change);
		return choice->forms[by_change(change, choice->count)];
	case CHOICE_ENGLAND:
		figure_change(facts, id, VARIANT_ENGLAND, &change);
		return choice->forms[by_change(change, choice->count)];
	case CHOICE_AT_LEAST:
		return choice->forms[figure->value < choice->target];
	case CHOICE_AT_MOST:
		return choice->forms[figure->value > choice->target];
	case CHOICE_NUMBER:
		break;
	}
	return choice->forms[by_number(id, figure, choice->count)];
}
