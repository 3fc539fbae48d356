/*
 * Packs into the output folder: all that a run has made, or none.
 */
#ifndef HEARTH_PUBLISH_PUBLISH_H
#define HEARTH_PUBLISH_PUBLISH_H

#include "base/diagnostic.h"
#include "publish/pack.h"

enum publish_result { PUBLISH_DONE, PUBLISH_REFUSED, PUBLISH_FAILED };

/*
 * Puts the packs, all of one output folder, in their places (swap.h). What stands there is replaced
 * when it is a draft and nothing else; with `replace` any other pack, too, which is kept beside
 * under the name pack->kept. Else the packs are refused with an error for each. What a run that
 * died has left is put right first, and told as warnings. PUBLISH_FAILED sets *why;
 * that another run is writing there is such a failure, unless `patient`, which waits for it.
 */
enum publish_result packs_publish(struct arena *arena, struct pack **packs, size_t count,
				  bool replace, bool patient, struct diagnostics *diagnostics,
				  struct str *why);

#endif
