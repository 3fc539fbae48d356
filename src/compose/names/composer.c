/*
 * The composer's memory and its diagnostics. Owns what has been said; prints nothing.
 */
#include "compose/names/composer.h"

#include "compose/names/symbols.h"

static struct str said_key(struct composer *composer, enum diagnostic_id id, struct place place,
			   struct str text)
{
	return str_format(composer->arena, "%d:%u:%u:%.*s:%.*s", (int)id, place.line, place.column,
			  STR_ARG(place.file), STR_ARG(text));
}

void composer_init(struct composer *composer, const struct facts *facts,
		   const struct compose_options *options)
{
	*composer = (struct composer){.arena = options->arena, .facts = facts, .options = options};
	map_init(&composer->said, composer->arena);
	for (size_t i = 0; i < options->diagnostics->count; i++) {
		const struct diagnostic *item = &options->diagnostics->items[i];

		*map_place(&composer->said, said_key(composer, item->id, item->place, item->text)) =
			composer;
	}
	composer->symbols = symbols_new(composer);
}

void composer_complain(struct composer *composer, enum diagnostic_id id, struct place place,
		       struct str source, struct str first, struct str second)
{
	struct diagnostics *list = composer->options->diagnostics, draft;
	const char *one = str_terminated(composer->arena, first);
	const char *two = str_terminated(composer->arena, second);

	/* Worded apart first: what is known as said goes by its text. */
	diagnostics_init(&draft, composer->arena);
	draft.strict = list->strict;
	diagnostic_add(&draft, id, place, one, two);
	composer->errors += draft.errors;
	void **said =
		map_place(&composer->said, said_key(composer, id, place, draft.items[0].text));

	if (!*said)
		diagnostic_add_source(list, id, place, source, one, two);
	*said = composer;
}

void composer_complain_text(struct composer *composer, struct place place, struct str source,
			    const char *format, ...)
{
	va_list list;

	va_start(list, format);
	struct str text = str_vformat(composer->arena, format, list);

	va_end(list);
	composer_complain(composer, DIAGNOSTIC_TEMPLATE_ERROR, place, source, text, STR(""));
}
