/* Cutting down by hb-subset. */
#include "render/type/subset.h"

#include <hb-subset.h>

#include "base/buffer.h"
#include "render/type/woff.h"

static hb_subset_input_t *characters_input(const hb_set_t *shown)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();

	if (!input)
		return NULL;
	hb_set_union(hb_subset_input_unicode_set(input), shown);
	hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG),
		   HB_TAG('t', 'n', 'u', 'm'));
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	return input;
}

static hb_subset_input_t *glyphs_input(const hb_set_t *shown)
{
	static const hb_tag_t needless[] = {
		HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
		HB_TAG('k', 'e', 'r', 'n'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'),
		HB_TAG('O', 'S', '/', '2'), HB_TAG('c', 'm', 'a', 'p'), HB_TAG('S', 'T', 'A', 'T'),
		HB_TAG('D', 'S', 'I', 'G'), HB_TAG('g', 'a', 's', 'p'), HB_TAG('m', 'e', 't', 'a'),
	};
	hb_subset_input_t *input = hb_subset_input_create_or_fail();

	if (!input)
		return NULL;
	hb_set_union(hb_subset_input_glyph_set(input), shown);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS |
						 HB_SUBSET_FLAGS_NOTDEF_OUTLINE |
						 HB_SUBSET_FLAGS_NO_HINTING);
	hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);

	for (size_t i = 0; i < sizeof(needless) / sizeof(*needless); i++)
		hb_set_add(drop, needless[i]);
	return input;
}

/* Adds the font file that is left. */
static void cut(const struct face *face, enum subset_kind kind, const hb_set_t *shown,
		struct buffer *out)
{
	hb_subset_input_t *input =
		kind == SUBSET_GLYPHS ? glyphs_input(shown) : characters_input(shown);
	hb_face_t *part = input ? hb_subset_or_fail(face->face, input) : NULL;
	hb_blob_t *blob = part ? hb_face_reference_blob(part) : NULL;
	unsigned length = 0;
	const char *bytes = blob ? hb_blob_get_data(blob, &length) : NULL;

	buffer_add(out, bytes, length);
	hb_blob_destroy(blob);
	hb_face_destroy(part);
	hb_subset_input_destroy(input);
}

/* What the cut is made of: the kind, the face, and what is shown. */
static void key_write(struct buffer *key, const struct face *face, enum subset_kind kind,
		      const hb_set_t *shown)
{
	hb_codepoint_t first = HB_SET_VALUE_INVALID, last = HB_SET_VALUE_INVALID;

	buffer_byte(key, (char)kind);
	buffer_byte(key, (char)face->slot);
	while (hb_set_next_range(shown, &first, &last)) {
		buffer_add(key, &first, sizeof(first));
		buffer_add(key, &last, sizeof(last));
	}
}

static struct str *kept_lookup(struct faces *faces, struct str key)
{
	pthread_mutex_lock(&faces->mutex);
	struct str *kept = map_lookup(&faces->kept, key);

	pthread_mutex_unlock(&faces->mutex);
	return kept;
}

/* Keeps it; two threads that made the same at once both get the first one's. */
static struct str *kept_add(struct faces *faces, struct str key, struct str bytes)
{
	pthread_mutex_lock(&faces->mutex);
	struct str *kept = map_lookup(&faces->kept, key);

	if (!kept) {
		kept = ARENA_NEW(&faces->arena, struct str);
		*kept = str_copy(&faces->arena, bytes);
		*map_place(&faces->kept, str_copy(&faces->arena, key)) = kept;
	}
	pthread_mutex_unlock(&faces->mutex);
	return kept;
}

/* The plain cut, of characters or of glyphs. */
static struct str plain_subset(struct faces *faces, const struct face *face, enum subset_kind kind,
			       const hb_set_t *shown)
{
	struct buffer key = {0}, made = {0};

	key_write(&key, face, kind, shown);
	const struct str *kept = kept_lookup(faces, buffer_view(&key));

	if (!kept) { /* made without the lock: it may take a while */
		cut(face, kind, shown, &made);
		kept = kept_add(faces, buffer_view(&key), buffer_view(&made));
	}
	buffer_release(&key);
	buffer_release(&made);
	return *kept;
}

static struct str packed_subset(struct faces *faces, const struct face *face, const hb_set_t *shown)
{
	struct buffer key = {0}, made = {0};

	key_write(&key, face, SUBSET_WOFF, shown);
	const struct str *kept = kept_lookup(faces, buffer_view(&key));

	if (!kept) {
		if (!woff_pack(plain_subset(faces, face, SUBSET_CHARACTERS, shown), &made))
			buffer_clear(&made);
		kept = kept_add(faces, buffer_view(&key), buffer_view(&made));
	}
	buffer_release(&key);
	buffer_release(&made);
	return *kept;
}

struct str face_subset(struct faces *faces, const struct face *face, enum subset_kind kind,
		       const hb_set_t *shown)
{
	return kind == SUBSET_WOFF ? packed_subset(faces, face, shown)
				   : plain_subset(faces, face, kind, shown);
}
