/*
 * XXH3 over the facts, each with a head that says which it is and how long. What is said is
 * collected first, as one call for a record costs less than one for each fact.
 */
#include "read/digest.h"
#include "base/buffer.h"

#include <string.h>

enum { MOST_COLLECTED = 64 * 1024 };

void digest_release(struct digest *digest)
{
	buffer_release(&digest->said);
	XXH3_freeState(digest->state);
	*digest = (struct digest){0};
}

void digest_clear(struct digest *digest)
{
	digest->said.length = 0;
	digest->folded = false;
}

static void fold(struct digest *digest)
{
	if (!digest->state)
		digest->state = XXH3_createState();
	if (!digest->state)
		memory_exhausted();
	if (!digest->folded)
		XXH3_128bits_reset(digest->state);
	XXH3_128bits_update(digest->state, digest->said.at, digest->said.length);
	digest->said.length = 0;
	digest->folded = true;
}

void digest_add(struct digest *digest, int element, int index, struct str value)
{
	struct {
		uint16_t element, index;
		uint32_t length;
	} head = {(uint16_t)element, (uint16_t)index, (uint32_t)value.length};
	if (digest->said.length > MOST_COLLECTED)
		fold(digest);
	char *room = buffer_room(&digest->said, sizeof(head) + value.length);
	memcpy(room, &head, sizeof(head));
	if (value.length)
		memcpy(room + sizeof(head), value.at, value.length);
	digest->said.length += sizeof(head) + value.length;
}

void digest_take(struct digest *digest, uint64_t taken[2])
{
	XXH128_hash_t hash;
	if (digest->folded) {
		fold(digest);
		hash = XXH3_128bits_digest(digest->state);
	} else {
		hash = XXH3_128bits(digest->said.length ? digest->said.at : "",
				    digest->said.length);
	}
	taken[0] = hash.low64;
	taken[1] = hash.high64;
}
