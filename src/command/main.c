/* The program: what it was asked, what it may do, and who does it. */
#include "base/buffer.h"
#include "base/file.h"
#include "command/auditing.h"
#include "command/building.h"
#include "command/confine.h"
#include "command/looking.h"
#include "command/new.h"
#include "command/packs.h"
#include "command/rendering.h"
#include "command/result.h"
#include "command/sheets.h"
#include "command/years.h"

/* -- what the run may do ----------------------------------------------------------------------- */

/* A folder that stands beside what is written: a pack is swapped within it. */
static struct str folder_above(struct arena *arena, struct str folder)
{
	return str_format(arena, "%.*s/..", STR_ARG(folder));
}

/*
 * Keeps the run to its own folders. The sanitizers and what counts covered lines write where and
 * when they like, so a program built with them is let be.
 */
static void confine_run(const struct options *options, struct arena *arena)
{
#ifndef HEARTH_UNCONFINED
	struct str *read = ARENA_ARRAY(arena, options->folder_count + 6, struct str);
	struct str *written = ARENA_ARRAY(arena, options->folder_count + 2, struct str);
	struct confinement to = {.read = read, .written = written};
	struct str why;

	/* What is to be written in has to be there: that of a council that starts is not yet. */
	if (options->council.length && !folder_make(arena, options->input, &why))
		program_says("%.*s", STR_ARG(why));

	read[to.read_count++] = options->input;
	read[to.read_count++] = options->templates;
	read[to.read_count++] = options->fonts;
	read[to.read_count++] = options->output;
	if (options->command == COMMAND_BUILD)
		written[to.written_count++] = options->output;
	if (options->command == COMMAND_NEW)
		written[to.written_count++] = options->input;
	if (options->key.length)
		read[to.read_count++] = options->key;
	if (options->mapping.length)
		read[to.read_count++] = options->mapping;
	for (size_t i = 0; i < options->folder_count; i++) {
		struct str folder = str_of(options->folders[i]);

		if (options->command == COMMAND_IMPORT)
			read[to.read_count++] = folder;
		else if (options->command == COMMAND_SEAL)
			written[to.written_count++] = folder_above(arena, folder);
		else
			read[to.read_count++] = folder_above(arena, folder);
	}
	if (!confine(arena, &to, &why) && options->verbose)
		program_says("%.*s", STR_ARG(why));
#else
	(void)options;
	(void)arena;
	(void)folder_above;
#endif
}

/* What each row of options.def runs: a command about years is handed them, others find their own.
 */
static const struct {
	enum status (*years)(const struct options *options, const struct period *years,
			     size_t count);
	enum status (*alone)(const struct options *options, struct arena *arena);
} commands[] = {
#define COMMAND(id, name, run, kind, operands, summary) [COMMAND_##id] = {.kind = run},
#include "command/options.def"
};

static enum status run_command(const struct options *options, struct arena *arena)
{
	const struct period *years;
	enum status status;
	size_t count;

	if (commands[options->command].alone)
		return commands[options->command].alone(options, arena);
	status = years_chosen(options, arena, &years, &count);
	return status == STATUS_DONE ? commands[options->command].years(options, years, count)
				     : status;
}

int main(int argc, char **argv)
{
	struct options options;
	struct arena arena;
	enum status status;

	results_begin();
	arena_init(&arena);
	if (options_parse(&options, &arena, argc, argv, &status)) {
		confine_run(&options, &arena);
		status = run_command(&options, &arena);
	}
	arena_release(&arena);
	return (int)results_end(status);
}
