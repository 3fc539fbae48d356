#include "audit/audit.h"

#include <stdlib.h>
#include <string.h>

#include "audit/book.h"
#include "audit/drawing.h"
#include "audit/figures_file.h"
#include "audit/page.h"
#include "audit/words.h"
#include "audit/worksheet.h"
#include "base/buffer.h"

/* -- reading ----------------------------------------------------------------------------------- */

static const struct audit_file *file_named(const struct audit_pack *pack, struct str name)
{
	for (size_t i = 0; i < pack->file_count; i++)
		if (str_equal(pack->files[i].name, name))
			return &pack->files[i];
	return NULL;
}

static size_t read_sheets(struct told *told, const struct audit_pack *pack, struct sheet *sheets)
{
	size_t count = 0;

	for (size_t i = 0; i < pack->file_count; i++) {
		const struct audit_file *file = &pack->files[i];

		if (str_starts(file->name, STR("data/")) && str_ends(file->name, STR(".csv")))
			sheet_read(&sheets[count++], told, file->content, file->name);
	}
	return count;
}

/* A book's pages, each as a web page. */
static void read_book(struct told *told, const struct sheet *sheets, size_t sheet_count,
		      const struct audit_file *file)
{
	zip_t *book = book_open(file->content);

	if (!book)
		return;
	for (zip_int64_t i = 0; i < zip_get_num_entries(book, 0); i++)
		page_read(told, sheets, sheet_count, book_part(told->arena, book, (zip_uint64_t)i),
			  file->name);
	zip_discard(book);
}

static void read_drawing(struct told *told, const struct sheet *sheets, size_t count,
			 const struct audit_file *file)
{
	for (size_t i = 0; i < count; i++) {
		struct str name =
			str_format(told->arena, "charts/%.*s.svg", STR_ARG(sheets[i].name));

		if (!str_equal(file->name, name))
			continue;
		words_read(told, &sheets[i], words_of_markup(told->arena, file->content),
			   file->name);
		drawing_read(told, &sheets[i], file->content, file->name);
	}
}

/* What is said of a table beside it, its title among that: data/NAME.csv-metadata.json. */
static void read_description(struct told *told, const struct sheet *sheets, size_t count,
			     const struct audit_file *file)
{
	for (size_t i = 0; i < count; i++) {
		struct str name = str_format(told->arena, "data/%.*s.csv-metadata.json",
					     STR_ARG(sheets[i].name));

		if (str_equal(file->name, name))
			words_read(told, &sheets[i], file->content, file->name);
	}
}

static bool read_pack(struct told *told, struct arena *arena, const struct audit_pack *pack,
		      struct str *why)
{
	const struct audit_file *figures = file_named(pack, STR("figures.json"));
	struct sheet *sheets = ARENA_ARRAY(arena, pack->file_count, struct sheet);
	size_t count;
	struct str reason = STR("is missing");

	*told = (struct told){.arena = arena};
	if (!figures || !figures_file_read(told, figures->content, figures->name, &reason)) {
		*why = str_format(arena, "%.*s/figures.json can't be read: %.*s",
				  STR_ARG(pack->folder), STR_ARG(reason));
		return false;
	}
	count = read_sheets(told, pack, sheets);
	for (size_t i = 0; i < pack->file_count; i++) {
		const struct audit_file *file = &pack->files[i];

		if (str_ends(file->name, STR(".html")))
			page_read(told, sheets, count, file->content, file->name);
		else if (str_ends(file->name, STR(".epub")))
			read_book(told, sheets, count, file);
		else if (str_ends(file->name, STR(".xlsx")))
			worksheets_read(told, file->content, file->name);
		else if (str_ends(file->name, STR(".csv-metadata.json")))
			read_description(told, sheets, count, file);
		else if (str_ends(file->name, STR(".svg")))
			read_drawing(told, sheets, count, file);
	}
	return true;
}

/* -- the attack and its words ------------------------------------------------------------------ */

static int by_year(const void *a, const void *b)
{
	const struct told *left = a, *right = b;

	return (left->period.first > right->period.first) -
	       (left->period.first < right->period.first);
}

bool audit_packs(struct attack *attack, struct arena *arena, const struct audit_pack *packs,
		 size_t count, struct str *why)
{
	struct told *told = ARENA_ARRAY(arena, count, struct told);

	for (size_t i = 0; i < count; i++)
		if (!read_pack(&told[i], arena, &packs[i], why))
			return false;
	qsort(told, count, sizeof *told, by_year);
	attack_packs(attack, arena, told, count);
	return true;
}

size_t audit_narrow(const struct attack *attack, int64_t threshold)
{
	size_t narrow = 0;

	for (size_t i = 0; i < attack->count; i++)
		narrow += !interval_is_wide(&attack->intervals[i], threshold);
	return narrow;
}

static void describe_interval(struct buffer *out, const struct interval *interval,
			      int64_t threshold)
{
	buffer_format(out, "%.*s %s: %lld ", STR_ARG(interval->year),
		      measure_at(interval->id)->name, (long long)interval->least);
	if (interval->is_unbounded)
		buffer_text(out, "or more");
	else
		buffer_format(out, "to %lld", (long long)interval->most);
	buffer_text(out,
		    interval_is_wide(interval, threshold) ? "\n" : ", narrower than promised\n");
}

void audit_describe(struct buffer *out, const struct attack *attack, int64_t threshold)
{
	if (attack->is_contradictory) {
		buffer_text(out,
			    "No year fits all that is said: what is hidden could not be tried\n");
		return;
	}
	for (size_t i = 0; i < attack->count; i++)
		describe_interval(out, &attack->intervals[i], threshold);
	if (attack->without_flows)
		buffer_text(out,
			    "The years don't follow from one another, and were tried one by one\n");
	buffer_format(out, "%zu hidden figures, %zu of them narrower than from 1 to %lld\n",
		      attack->count, audit_narrow(attack, threshold), (long long)threshold);
}
