/* The command `plan`: which packs of councils side by side have to be built. */
#ifndef HEARTH_COMMAND_PLANNING_H
#define HEARTH_COMMAND_PLANNING_H

#include "command/options.h"

struct planned {
	struct str council;	  /* the name of its folder: "E06000016" */
	struct str input, output; /* councils/E06000016, packs/E06000016 */
	struct period year;
};

struct plan {
	struct planned *packs; /* by council, then by year */
	size_t count, capacity;
	size_t current; /* packs that are what a build would make */
};

/*
 * The packs of the options' councils that have to be built: of the years given, or of all that hold
 * an extract. What was made of the same inputs by the same program is left out, as is what is
 * sealed, unless it is to be replaced. What can't be planned is said; the status that follows.
 */
enum status plan_make(struct plan *plan, const struct options *options, struct arena *arena);

/* The options of the build of one of its packs. */
struct options plan_options(const struct options *options, const struct planned *pack);

enum status print_plan(const struct options *options, struct arena *arena);

#endif
