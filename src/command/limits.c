/* Owns which folders a command may read, and in which it may write. */
#include "command/limits.h"

#include "base/file.h"
#include "command/confine.h"

/* A folder that stands beside what is written: a pack is swapped within it. */
static struct str folder_above(struct arena *arena, struct str folder)
{
	return str_format(arena, "%.*s/..", STR_ARG(folder));
}

/*
 * Keeps the run to its own folders. The sanitizers and what counts covered lines write where and
 * when they like, so a program built with them is let be.
 */
void limit_run(const struct options *options, struct arena *arena)
{
#ifndef HEARTH_UNCONFINED
	struct str *read = ARENA_ARRAY(arena, options->folder_count + 8, struct str);
	struct str *written = ARENA_ARRAY(arena, options->folder_count + 2, struct str);
	struct confinement to = {.read = read, .written = written};
	struct str why;

	/* What is to be written in has to be there: that of a council that starts is not yet. */
	if (options->council.length && !folder_make(arena, options->input, &why))
		program_says("%.*s", STR_ARG(why));

	if (options->councils.length)
		read[to.read_count++] = options->councils;
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
