/* Whether a pack is what a build would make again: its manifest names the same inputs and program.
 */
#ifndef HEARTH_COMMAND_CURRENT_H
#define HEARTH_COMMAND_CURRENT_H

#include "base/date.h"
#include "base/map.h"
#include "command/options.h"

enum currency {
	PACK_TO_BUILD, /* there is none, or it was made of something else, or can't be read */
	PACK_CURRENT,  /* a build would make it again as it is */
	PACK_SEALED,   /* made of something else, but it is what was published */
};

/* Checksums that were taken: templates and fonts are the same for many packs. */
struct checksums {
	struct arena *arena;
	struct map by_path; /* to const char *: 64 digits; "" for what can't be read */
};

void checksums_init(struct checksums *checksums, struct arena *arena);

/* The pack of that year, by the options' folders: nothing of it is built, and no input is judged.
 */
enum currency pack_currency(struct checksums *checksums, const struct options *options,
			    const struct period *year);

#endif
