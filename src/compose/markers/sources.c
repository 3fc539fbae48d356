#include "compose/markers/sources.h"
#include "compose/markers/borrowed.h"
#include "compose/markers/comparison.h"
#include "compose/markers/outdated.h"
#include "compose/markers/repeated.h"
#include "compose/markers/scan.h"
#include "compose/markers/source.h"
#include "compose/markers/unbound.h"

/* One step of the search for circles: a source, and how many of its includes were followed. */
struct step {
	const struct source *source;
	size_t followed;
};

/* A file that includes itself, directly or through others, would never end. */
static bool has_circle(struct sources *sources)
{
	struct arena *arena = sources->composer->arena;
	struct step *path = ARENA_ARRAY(arena, sources->count + 1, struct step);
	char *state = arena_alloc(arena, sources->count + 1); /* 0 new, 1 on the path, 2 done */
	size_t depth = 1;

	path[0] = (struct step){sources->items[0], 0};
	state[0] = 1;
	while (depth) {
		struct step *top = &path[depth - 1];

		if (top->followed == top->source->include_count) {
			state[top->source->index] = 2;
			depth--;
			continue;
		}
		const struct marker *marker =
			&sources->markers[top->source->includes[top->followed++]];

		if (state[marker->source->index] == 1) {
			composer_complain_text(sources->composer, marker->place,
					       source_line(top->source, marker->place.line),
					       "%.*s includes itself here: take the line out",
					       STR_ARG(marker->source->path));
			return true;
		}
		if (state[marker->source->index] == 0) {
			state[marker->source->index] = 1;
			path[depth++] = (struct step){marker->source, 0};
		}
	}
	return false;
}

/* Words that were another year's. */
static void check_of_the_year(struct composer *composer, const struct source *source)
{
	outdated_check(composer, source);
	repeated_check(composer, source);
	comparison_check(composer, source);
}

bool sources_read(struct sources *sources, struct composer *composer, struct str path)
{
	size_t errors = composer->errors;

	*sources = (struct sources){.composer = composer};
	map_init(&sources->by_path, composer->arena);
	map_init(&sources->texts, composer->arena);
	if (!sources_find(sources, path, true))
		return false;
	/* Scanning adds what is included at the end of the list. */
	for (size_t i = 0; i < sources->count; i++)
		source_scan(sources, sources->items[i]);
	for (size_t i = 0; i < sources->text_count; i++)
		source_scan(sources, sources->text_items[i]);
	for (size_t i = 0; i < sources->count; i++)
		unbound_check(composer, sources->items[i]);
	for (size_t i = 0; i < sources->count; i++)
		borrowed_check(composer, sources->items[i]);
	for (size_t i = 0; i < sources->count; i++)
		check_of_the_year(composer, sources->items[i]);
	return !has_circle(sources) && composer->errors == errors;
}
