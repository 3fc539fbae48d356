#include "read/returns/fault.h"

#include <stdlib.h>

enum { SHOWN = 5 };

static const struct {
	enum diagnostic_id id;
	const char *words;
} rows[RETURN_FAULT_COUNT] = {
#define FAULT(id, name, words) {DIAGNOSTIC_RETURN_##id, words},
#include "read/returns/fault.def"
};

void return_faults_add(struct return_faults *faults, enum return_fault fault, struct place place,
		       struct place other)
{
	faults->found = arena_grow(faults->arena, faults->found, &faults->capacity,
				   faults->count + 1, sizeof(*faults->found));
	faults->found[faults->count++] = (struct return_fault_found){fault, place, other};
}

static int compare(const void *left, const void *right)
{
	const struct return_fault_found *a = left, *b = right;
	if (a->fault != b->fault)
		return a->fault < b->fault ? -1 : 1;
	int files = str_compare(a->place.file, b->place.file);
	if (files)
		return files;
	if (a->place.line != b->place.line)
		return a->place.line < b->place.line ? -1 : 1;
	return a->place.column < b->place.column ? -1 : a->place.column > b->place.column;
}

static void tell(const struct return_fault_found *found, struct diagnostics *diagnostics)
{
	const char *other = "";
	if (found->other.line)
		other = str_format(diagnostics->arena, "%.*s:%u:%u", STR_ARG(found->other.file),
				   found->other.line, found->other.column)
				.at;
	diagnostic_add(diagnostics, rows[found->fault].id, found->place, other);
}

void return_faults_tell(struct return_faults *faults, size_t counts[RETURN_FAULT_COUNT],
			struct diagnostics *diagnostics)
{
	struct place sixth[RETURN_FAULT_COUNT];
	if (faults->count)
		qsort(faults->found, faults->count, sizeof(*faults->found), compare);
	for (size_t i = 0; i < faults->count; i++) {
		const struct return_fault_found *found = &faults->found[i];
		size_t before = counts[found->fault]++;
		if (before < SHOWN)
			tell(found, diagnostics);
		else if (before == SHOWN)
			sixth[found->fault] = found->place;
	}
	for (int fault = 0; fault < RETURN_FAULT_COUNT; fault++) {
		if (counts[fault] > SHOWN)
			diagnostic_add(diagnostics, DIAGNOSTIC_RECORD_MORE, sixth[fault],
				       counts[fault] - SHOWN, rows[fault].words);
	}
}
