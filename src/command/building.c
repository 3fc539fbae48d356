#include "command/building.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/file.h"
#include "command/packing.h"
#include "command/result.h"
#include "command/run.h"
#include "publish/apart.h"
#include "publish/publish.h"

/* A pack that takes the place of what it was made from would be the end of both. */
static bool is_apart(const struct options *options, struct arena *arena, const char *name,
		     struct str folder)
{
	if (folder_is_apart(arena, options->output, folder))
		return true;
	program_says("the output folder %.*s holds the %s, %.*s, or lies within it: "
		     "name another with --output",
		     STR_ARG(options->output), name, STR_ARG(folder));
	return false;
}

static bool output_is_apart(const struct options *options, const struct period *years, size_t count)
{
	struct arena arena;

	arena_init(&arena);

	bool apart = is_apart(options, &arena, "input", options->input) &&
		     is_apart(options, &arena, "templates", options->templates) &&
		     is_apart(options, &arena, "fonts", options->fonts);

	/* A folder of the input may be a link to elsewhere. */
	for (size_t i = 0; i < count && apart; i++) {
		struct str year = path_join(&arena, options->input, str_of(years[i].label));

		apart = is_apart(options, &arena, "year's input", year) &&
			is_apart(options, &arena, "year's extracts",
				 path_join(&arena, year, STR("extracts"))) &&
			is_apart(options, &arena, "year's narrative",
				 path_join(&arena, year, STR("narrative")));
	}
	arena_release(&arena);
	return apart;
}

static enum status make(struct run *run)
{
	bool good = run_check(run) && run_pack(run);
	enum status status = say_diagnostics(&run->diagnostics);

	return status == STATUS_DONE && !good ? STATUS_SYSTEM : status;
}

static enum status say_published(struct run *runs, size_t count)
{
	struct buffer result = {0};

	for (size_t i = 0; i < count; i++) {
		const struct pack *pack = &runs[i].pack;

		buffer_format(&result, "%.*s: %zu files\n", STR_ARG(pack->folder), pack->count);
		if (pack->kept.length)
			buffer_format(&result, "%.*s: the former, as it was\n",
				      STR_ARG(pack->kept));
	}
	return print_result(&result);
}

static enum status publish(struct run *runs, size_t count)
{
	struct arena *arena = &runs[0].arena;
	struct pack **packs = ARENA_ARRAY(arena, count, struct pack *);
	struct diagnostics diagnostics;
	struct str why = STR("");

	diagnostics_init(&diagnostics, arena);
	for (size_t i = 0; i < count; i++)
		packs[i] = &runs[i].pack;

	enum publish_result result = packs_publish(arena, packs, count, runs[0].options->replace,
						   runs[0].options->is_patient, &diagnostics, &why);

	enum status status = say_diagnostics(&diagnostics);

	if (result == PUBLISH_DONE)
		return say_published(runs, count);
	if (result == PUBLISH_REFUSED)
		return status;
	program_says("%.*s", STR_ARG(why));
	return STATUS_SYSTEM;
}

enum status build_years(const struct options *options, const struct period *years, size_t count)
{
	enum status status = STATUS_DONE;

	if (!output_is_apart(options, years, count))
		return STATUS_USAGE;

	struct run *runs = memory_resize(NULL, count * sizeof *runs);

	for (size_t i = 0; i < count; i++) {
		run_init(&runs[i], options, &years[i]);

		enum status made = make(&runs[i]);

		status = made > status ? made : status;
	}
	if (status == STATUS_DONE)
		status = publish(runs, count);
	for (size_t i = 0; i < count; i++)
		run_release(&runs[i]);
	free(runs);
	return status;
}
