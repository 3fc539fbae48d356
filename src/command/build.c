/* Owns the choice of what is built: one council's years, or what a plan of many lists. */
#include "command/build.h"

#include <stdio.h>

#include "command/building.h"
#include "command/current.h"
#include "command/pool.h"
#include "command/years.h"

/* The years that are not yet what a build would make; that the others are is said. */
static size_t years_to_build(const struct options *options, struct arena *arena,
			     const struct period *years, size_t count, struct period *left)
{
	struct checksums checksums;
	size_t kept = 0;

	checksums_init(&checksums, arena);
	for (size_t i = 0; i < count; i++) {
		if (pack_currency(&checksums, options, &years[i]) == PACK_CURRENT)
			printf("%.*s/%s: as it was, of the same inputs\n", STR_ARG(options->output),
			       years[i].label);
		else
			left[kept++] = years[i];
	}
	return kept;
}

enum status build_packs(const struct options *options, struct arena *arena)
{
	const struct period *years;
	enum status status;
	size_t count;

	if (options->councils.length)
		return build_councils(options, arena);
	status = years_chosen(options, arena, &years, &count);
	if (status == STATUS_DONE && options->if_changed) {
		struct period *left = ARENA_ARRAY(arena, count, struct period);

		count = years_to_build(options, arena, years, count, left);
		years = left;
	}
	return status == STATUS_DONE && count ? build_years(options, years, count) : status;
}
