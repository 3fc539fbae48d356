/*
 * The sink of diagnostics: keeps, sorts, prints. Owns nothing beyond the arena; decides no status.
 */
#include "base/diagnostic.h"
#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>

enum { SOURCE_BYTES = 200 };

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

static void add(struct diagnostics *list, enum diagnostic_id id, struct place place,
		struct str source, va_list arguments)
{
	enum diagnostic_level level = list->strict ? LEVEL_ERROR : rows[id].level;
	if (level == LEVEL_ERROR)
		list->errors++;
	else
		list->warnings++;
	if (list->count >= DIAGNOSTICS_KEPT)
		return;
	list->items = arena_grow(list->arena, list->items, &list->capacity, list->count + 1,
				 sizeof(*list->items));
	struct str text = str_vformat(list->arena, rows[id].text, arguments);
	list->items[list->count++] = (struct diagnostic){
		.id = id,
		.level = level,
		.place = place,
		.text = made_harmless(list->arena, text),
		.source = source,
	};
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
	source = str_slice(source, 0, SOURCE_BYTES);
	source = list->count < DIAGNOSTICS_KEPT ? str_copy(list->arena, source) : STR("");
	add(list, id, place, source, arguments);
	va_end(arguments);
}

static int compare(const void *left, const void *right)
{
	const struct diagnostic *a = left, *b = right;
	int by_file = str_compare(a->place.file, b->place.file);
	if (by_file)
		return by_file;
	if (a->place.line != b->place.line)
		return a->place.line < b->place.line ? -1 : 1;
	if (a->place.column != b->place.column)
		return a->place.column < b->place.column ? -1 : 1;
	return 0;
}

/* glibc's qsort() merges when it has memory, which is no promise: so a merge of our own. */
static void merge(struct diagnostic *items, struct diagnostic *spare, size_t half, size_t count)
{
	memcpy(spare, items, half * sizeof(*items));
	size_t a = 0, b = half, to = 0;
	while (a < half && b < count)
		items[to++] = compare(&items[b], &spare[a]) < 0 ? items[b++] : spare[a++];
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

void diagnostics_print(struct diagnostics *list, FILE *out, size_t max_errors, bool terminal)
{
	size_t printed = 0;
	diagnostics_sort(list);
	for (size_t i = 0; i < list->count; i++) {
		const struct diagnostic *item = &list->items[i];
		if (item->level == LEVEL_ERROR && max_errors && printed >= max_errors)
			continue;
		printed += item->level == LEVEL_ERROR;
		print_one(list, item, out, terminal);
	}
	if (list->errors > printed)
		fprintf(out, "hearth: %zu more error%s\n", list->errors - printed,
			list->errors - printed == 1 ? "" : "s");
}
