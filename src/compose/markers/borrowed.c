#include "compose/markers/borrowed.h"

#include "compose/names/foreign.h"

static void check_line(struct composer *composer, const struct source *source, uint32_t number)
{
	struct str line = source_line(source, number);
	size_t at = 0, begin;

	for (;;) {
		struct str found = foreign_in(composer, line, &at, &begin);

		if (!found.length)
			return;
		composer_complain(composer, DIAGNOSTIC_BORROWED,
				  (struct place){source->path, number, (uint32_t)begin + 1}, line,
				  found, STR(""));
	}
}

void borrowed_check(struct composer *composer, const struct source *source)
{
	if (!str_starts(source->path, composer->options->narrative))
		return;
	for (uint32_t line = 1; line <= source->line_count; line++)
		check_line(composer, source, line);
}
