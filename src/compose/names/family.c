/*
 * Families of measures, found by their names. Keeps nothing.
 */
#include "compose/names/family.h"
#include "base/nearest.h"

#include "base/diagnostic.h"

enum { MOST_PARTS = 8 };

struct parts {
	struct str of[MOST_PARTS];
	size_t count;
};

static struct parts split(struct str name)
{
	struct parts parts = {0};
	size_t at = 0;

	while (parts.count < MOST_PARTS && at <= name.length) {
		size_t dot = str_find(name, '.', at);

		parts.of[parts.count++] = str_slice(name, at, dot);
		at = dot + 1;
	}
	return parts;
}

static bool begins(const struct parts *name, const struct parts *with)
{
	for (size_t i = 0; i < with->count; i++) {
		if (i >= name->count ||
		    (!str_is(with->of[i], "*") && !str_equal(name->of[i], with->of[i])))
			return false;
	}
	return true;
}

static bool has_star(const struct parts *parts)
{
	for (size_t i = 0; i < parts->count; i++) {
		if (str_is(parts->of[i], "*"))
			return true;
	}
	return false;
}

/* The measures of `more` parts beyond the family's, whose last part is `last` where it is given. */
static struct family gather(struct arena *arena, const struct parts *family, size_t more,
			    struct str last)
{
	struct family found = {ARENA_ARRAY(arena, MEASURE_COUNT, enum measure_id), 0};
	enum measure_unit unit = UNIT_COUNT;

	for (int id = 0; id < MEASURE_COUNT; id++) {
		const struct measure *measure = measure_at((enum measure_id)id);
		struct parts parts = split(str_of(measure->name));

		if (parts.count != family->count + more || !begins(&parts, family))
			continue;
		if (last.length && !str_equal(parts.of[parts.count - 1], last))
			continue;
		if (found.count && measure->unit != unit)
			continue;
		unit = measure->unit;
		found.members[found.count++] = (enum measure_id)id;
	}
	return found;
}

/* The last part that all measures of two parts more share; empty when they don't. */
static struct str shared_last(const struct parts *family)
{
	struct str last = STR("");

	for (int id = 0; id < MEASURE_COUNT; id++) {
		struct parts parts = split(str_of(measure_at((enum measure_id)id)->name));

		if (parts.count != family->count + 2 || !begins(&parts, family))
			continue;
		if (last.length && !str_equal(last, parts.of[parts.count - 1]))
			return STR("");
		last = parts.of[parts.count - 1];
	}
	return last;
}

struct family family_named(struct arena *arena, struct str name)
{
	struct parts family = split(name);

	if (has_star(&family))
		return gather(arena, &family, 0, STR(""));
	struct family found = gather(arena, &family, 1, STR(""));

	if (found.count)
		return found;
	struct str last = shared_last(&family);

	return last.length ? gather(arena, &family, 2, last) : found;
}

/* "enquiries.source" of "enquiries.source.internet" when the marker of that much is `marker`. */
static struct str name_of_marker(struct str name, struct str marker)
{
	if (name.length <= marker.length || name.at[marker.length] != '.')
		return STR("");
	for (size_t i = 0; i < marker.length; i++) {
		char byte = name.at[i];

		if (byte >= 'a' && byte <= 'z')
			byte = (char)(byte - 'a' + 'A');
		else if (byte == '.' || byte == '-')
			byte = '_';
		if (byte != marker.at[i])
			return STR("");
	}
	return str_slice(name, 0, marker.length);
}

struct family family_marked(struct arena *arena, struct str marker)
{
	for (int id = 0; id < MEASURE_COUNT; id++) {
		struct str name =
			name_of_marker(str_of(measure_at((enum measure_id)id)->name), marker);

		if (name.length)
			return family_named(arena, name);
	}
	return (struct family){0};
}

const char *family_nearest(struct arena *arena, struct str marker)
{
	const char **candidates = ARENA_ARRAY(arena, MEASURE_COUNT * 2, const char *);
	size_t count = 0;

	for (int id = 0; id < MEASURE_COUNT; id++) {
		const struct measure *measure = measure_at((enum measure_id)id);
		struct str name = str_of(measure->name);

		for (size_t dot = str_find(name, '.', 0); dot < name.length;
		     dot = str_find(name, '.', dot + 1)) {
			if (family_named(arena, str_slice(name, 0, dot)).count > 1 &&
			    count < MEASURE_COUNT * 2)
				candidates[count++] = str_terminated(
					arena, str_slice(str_of(measure->marker), 0, dot));
		}
	}
	return nearest_word(marker, candidates, count);
}
