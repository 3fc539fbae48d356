/* The program: what it was asked, what it may do, and who does it. */
#include "command/auditing.h"
#include "command/build.h"
#include "command/limits.h"
#include "command/looking.h"
#include "command/new.h"
#include "command/packs.h"
#include "command/planning.h"
#include "command/rendering.h"
#include "command/result.h"
#include "command/sheets.h"
#include "command/years.h"

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
		limit_run(&options, &arena);
		status = run_command(&options, &arena);
	}
	arena_release(&arena);
	return (int)results_end(status);
}
