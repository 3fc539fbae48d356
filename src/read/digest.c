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
		XXH3_64bits_reset(digest->state);
	XXH3_64bits_update(digest->state, digest->said.at, digest->said.length);
	digest->said.length = 0;
	digest->folded = true;
}

/* The heads of facts differ in what stands where a value's length does. */
static const uint64_t NUMBER_FOLLOWS = 0xffffffffff;

void digest_add_number(struct digest *digest, int element, int index, int64_t number)
{
	struct buffer *said = &digest->said;
	uint64_t fact[2] = {(uint64_t)element << 48 | (uint64_t)index << 40 | NUMBER_FOLLOWS,
			    (uint64_t)number};
	if (said->length > MOST_COLLECTED)
		fold(digest);
	if (said->capacity - said->length <= sizeof(fact))
		buffer_room(said, sizeof(fact));
	memcpy(said->at + said->length, fact, sizeof(fact));
	said->length += sizeof(fact);
}

void digest_add(struct digest *digest, int element, int index, struct str value)
{
	struct buffer *said = &digest->said;
	uint64_t head = (uint64_t)element << 48 | (uint64_t)index << 40 | value.length;
	if (said->length > MOST_COLLECTED)
		fold(digest);
	if (said->capacity - said->length <= sizeof(head) + value.length)
		buffer_room(said, sizeof(head) + value.length);
	memcpy(said->at + said->length, &head, sizeof(head));
	if (value.length)
		memcpy(said->at + said->length + sizeof(head), value.at, value.length);
	said->length += sizeof(head) + value.length;
}

uint64_t digest_take(struct digest *digest)
{
	if (!digest->folded)
		return XXH3_64bits(digest->said.length ? digest->said.at : "", digest->said.length);
	fold(digest);
	return XXH3_64bits_digest(digest->state);
}
