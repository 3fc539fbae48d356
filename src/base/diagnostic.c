/*
 * The sink of diagnostics: keeps, sorts, prints. Owns nothing beyond the arena; decides no status.
 */
#include "base/diagnostic.h"
#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>

enum { SOURCE_BYTES = 200, SPARE_ERRORS = 1000, PLACES_TOLD = 3 };

struct row {
	const char *name;
	enum diagnostic_level level;
	const char *text;
};

static const struct row rows[] = {
#define DIAGNOSTIC(id, level, text) {#id, LEVEL_##level, text},
#include "base/diagnostics.def"
#undef DIAGNOSTIC
};

const char *diagnostic_name(enum diagnostic_id id)
{
	return rows[id].name;
}

const char *diagnostic_level_name(enum diagnostic_level level)
{
	return level == LEVEL_ERROR ? "error" : "warning";
}

void diagnostics_init(struct diagnostics *list, struct arena *arena)
{
	*list = (struct diagnostics){.arena = arena};
}

/* Characters that would break the line or speak to the terminal. */
static bool is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static bool is_harmless(struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		if ((unsigned char)text.at[i] < 0x20 || (unsigned char)text.at[i] >= 0x7f)
			return false;
	}
	return true;
}

/* One line of characters that print: controls as <U+000A>, bytes that aren't UTF-8 as U+FFFD. */
static struct str made_harmless(struct arena *arena, struct str text)
{
	if (is_harmless(text))
		return text;
	struct buffer out = {0};
	size_t position = 0;
	for (uint32_t c; (c = str_next(text, &position)) != 0;) {
		char bytes[4];
		if (is_control(c))
			buffer_format(&out, "<U+%04X>", (unsigned)c);
		else
			buffer_add(&out, bytes, str_encode(c, bytes));
	}
	struct str copy = str_copy(arena, buffer_view(&out));
	buffer_release(&out);
	return copy;
}

static int compare_places(const struct place *a, const struct place *b)
{
	int by_file = str_compare(a->file, b->file);
	if (by_file)
		return by_file;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	if (a->column != b->column)
		return a->column < b->column ? -1 : 1;
	return 0;
}

/* Whether what is said of that place will not be printed, nor be among what is. */
static bool is_beyond(const struct diagnostics *list, enum diagnostic_level level,
		      const struct place *place)
{
	return list->count >= DIAGNOSTICS_KEPT || (list->some_let_go && level == LEVEL_ERROR &&
						   compare_places(place, &list->last_kept) >= 0);
}

/* Keeps the first max_errors errors, by place, and all warnings. */
static void let_go(struct diagnostics *list)
{
	size_t kept = 0, errors = 0;
	diagnostics_sort(list);
	for (size_t i = 0; i < list->count; i++) {
		bool error = list->items[i].level == LEVEL_ERROR;
		if (error && errors >= list->max_errors)
			continue;
		errors += error;
		if (error)
			list->last_kept = list->items[i].place;
		list->items[kept++] = list->items[i];
	}
	list->some_let_go = true;
	list->count = kept;
	list->kept_errors = errors;
}

/* Counts one; whether it is to be kept. */
static bool counted(struct diagnostics *list, enum diagnostic_level level,
		    const struct place *place)
{
	if (level == LEVEL_ERROR)
		list->errors++;
	else
		list->warnings++;
	return !is_beyond(list, level, place);
}

static void keep(struct diagnostics *list, struct diagnostic item)
{
	list->items = arena_grow(list->arena, list->items, &list->capacity, list->count + 1,
				 sizeof(*list->items));
	list->items[list->count++] = item;
	list->kept_errors += item.level == LEVEL_ERROR;
	if (list->max_errors && list->kept_errors >= 2 * list->max_errors + SPARE_ERRORS)
		let_go(list);
}

static void add(struct diagnostics *list, enum diagnostic_id id, struct place place,
		struct str source, va_list arguments)
{
	enum diagnostic_level level = list->strict ? LEVEL_ERROR : rows[id].level;
	if (!counted(list, level, &place))
		return;
	struct str text = str_vformat(list->arena, rows[id].text, arguments);
	keep(list, (struct diagnostic){
			   .id = id,
			   .level = level,
			   .place = place,
			   .text = made_harmless(list->arena, text),
			   .source = str_copy(list->arena, str_slice(source, 0, SOURCE_BYTES)),
		   });
}

void diagnostic_repeat(struct diagnostics *list, const struct diagnostic *found, struct place place)
{
	struct diagnostic item = *found;
	item.place = place;
	item.source = STR("");
	if (counted(list, item.level, &place))
		keep(list, item);
}

void diagnostic_add(struct diagnostics *list, enum diagnostic_id id, struct place place, ...)
{
	va_list arguments;
	va_start(arguments, place);
	add(list, id, place, STR(""), arguments);
	va_end(arguments);
}

void diagnostic_add_source(struct diagnostics *list, enum diagnostic_id id, struct place place,
			   struct str source, ...)
{
	va_list arguments;
	va_start(arguments, source);
	add(list, id, place, source, arguments);
	va_end(arguments);
}

/* glibc's qsort() merges when it has memory, which is no promise: so a merge of our own. */
static void merge(struct diagnostic *items, struct diagnostic *spare, size_t half, size_t count)
{
	memcpy(spare, items, half * sizeof(*items));
	size_t a = 0, b = half, to = 0;
	while (a < half && b < count)
		items[to++] = compare_places(&items[b].place, &spare[a].place) < 0 ? items[b++]
										   : spare[a++];
	memcpy(items + to, spare + a, (half - a) * sizeof(*items));
}

void diagnostics_sort(struct diagnostics *list)
{
	if (list->count < 2)
		return;
	struct diagnostic *spare = memory_resize(NULL, list->count * sizeof(*spare));
	for (size_t half = 1; half < list->count; half *= 2) {
		for (size_t from = 0; from + half < list->count; from += half * 2) {
			size_t left = list->count - from;
			merge(list->items + from, spare, half, left < half * 2 ? left : half * 2);
		}
	}
	free(spare);
}

static void print_place(struct arena *arena, const struct place *place, FILE *out)
{
	struct str file = made_harmless(arena, place->file);
	fprintf(out, "%.*s:", STR_ARG(file));
	if (place->line)
		fprintf(out, "%u:", place->line);
	if (place->line && place->column)
		fprintf(out, "%u:", place->column);
}

/* The source line, and below it a caret under the column; tabs stay tabs so that both agree. */
static void print_source(struct arena *arena, const struct diagnostic *item, FILE *out)
{
	size_t before = item->place.column ? item->place.column - 1 : 0;
	if (!item->source.length || before > item->source.length)
		return;
	struct buffer line = {0}, caret = {0};
	size_t position = 0;
	for (uint32_t c; (c = str_next(item->source, &position)) != 0;) {
		char bytes[4];
		size_t length = str_encode(c == '\t' || !is_control(c) ? c : 0xfffd, bytes);
		buffer_add(&line, bytes, length);
		if (position <= before)
			buffer_byte(&caret, c == '\t' ? '\t' : ' ');
	}
	struct str shown = str_copy(arena, buffer_view(&line));
	fprintf(out, "  %.*s\n  %.*s^\n", STR_ARG(shown), (int)caret.length,
		caret.at ? caret.at : "");
	buffer_release(&line);
	buffer_release(&caret);
}

static void print_one(struct diagnostics *list, const struct diagnostic *item, FILE *out,
		      bool terminal)
{
	print_place(list->arena, &item->place, out);
	fprintf(out, " %s: %.*s\n", diagnostic_level_name(item->level), STR_ARG(item->text));
	if (terminal)
		print_source(list->arena, item, out);
}

/* Of a kind that has many warnings: the first stands for all, and names the places of two more. */
static void print_many(struct diagnostics *list, size_t first, size_t of_kind, FILE *out,
		       bool terminal)
{
	const struct diagnostic *item = &list->items[first];
	size_t told = 1;
	print_place(list->arena, &item->place, out);
	fprintf(out, " %s: %.*s (%zu of this kind, the next at ",
		diagnostic_level_name(item->level), STR_ARG(item->text), of_kind);
	for (size_t i = first + 1; i < list->count && told < PLACES_TOLD; i++) {
		const struct place *place = &list->items[i].place;
		struct str file = made_harmless(list->arena, place->file);
		if (list->items[i].id != item->id)
			continue;
		fprintf(out, "%s%.*s:%u:%u", told > 1 ? " and " : "", STR_ARG(file), place->line,
			place->column);
		told++;
	}
	fputs("; hearth check --all lists them)\n", out);
	if (terminal)
		print_source(list->arena, item, out);
}

/* Prints a warning, or passes over it when another of its kind has stood for it. */
static void print_warning(struct diagnostics *list, size_t at, const size_t *of_kind, bool *printed,
			  FILE *out, bool terminal)
{
	enum diagnostic_id id = list->items[at].id;
	if (list->all || of_kind[id] <= DIAGNOSTICS_OF_A_KIND)
		print_one(list, &list->items[at], out, terminal);
	else if (!printed[id])
		print_many(list, at, of_kind[id], out, terminal);
	printed[id] = true;
}

void diagnostics_print(struct diagnostics *list, FILE *out, bool terminal)
{
	size_t errors = 0, of_kind[DIAGNOSTIC_COUNT] = {0};
	bool printed[DIAGNOSTIC_COUNT] = {false};
	diagnostics_sort(list);
	for (size_t i = 0; i < list->count; i++)
		of_kind[list->items[i].id] += list->items[i].level == LEVEL_WARNING;
	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].level == LEVEL_WARNING) {
			print_warning(list, i, of_kind, printed, out, terminal);
		} else if (!list->max_errors || errors < list->max_errors) {
			print_one(list, &list->items[i], out, terminal);
			errors++;
		}
	}
	if (list->errors > errors)
		fprintf(out, "hearth: %zu more error%s\n", list->errors - errors,
			list->errors - errors == 1 ? "" : "s");
}
