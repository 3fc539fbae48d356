/*
 * A folder of extracts, read as one: which files, in which order, and what only all of them
 * together can say. Owns the lists of records; the reader makes them.
 */
#include "read/extract.h"
#include "read/reader_say.h"

#include "base/buffer.h"
#include "base/files.h"
#include "read/extract_file.h"
#include "read/return_records.h"
#include "read/returns/returns.h"

#include <sys/stat.h>

/* One run over a folder. */
struct reading {
	struct extract *extract;
	const struct extract_options *options;
	struct taking taking;
	struct crew crew;
	struct identities identities;
	struct returns returns;
	struct record **tails[ELEMENT_COUNT];
	size_t extracts; /* files that are extracts */
	size_t bytes_before, bytes_all;
	bool cut_short; /* a file could not be read to its end */
};

static struct place folder_place(const struct reading *run)
{
	return (struct place){.file = run->options->folder};
}

/* --- the root -------------------------------------------------------------------------------- */

static void check_authority(struct reading *run, const struct record *root)
{
	struct reader *reader = &run->taking.reader;
	const char *authority = record_text(root, EXTRACT_AUTHORITY);
	const char *wanted = run->options->authority;
	if (!authority || !wanted || str_is(str_of(authority), wanted))
		return;
	struct place place = reader_attribute_place(reader, EXTRACT_AUTHORITY);
	diagnostic_add_source(reader->diagnostics, DIAGNOSTIC_AUTHORITY_OTHER, place,
			      reader_source(reader, place), reader_quote(reader, str_of(authority)),
			      wanted);
}

static void check_generated(struct reading *run, const struct record *root)
{
	struct reader *reader = &run->taking.reader;
	const struct period *period = run->options->period;
	int32_t generated = record_day(root, EXTRACT_GENERATED);
	if (!period || generated == DAY_NONE || generated > period->last)
		return;
	struct place place = reader_attribute_place(reader, EXTRACT_GENERATED);
	diagnostic_add_source(reader->diagnostics, DIAGNOSTIC_GENERATED_EARLY, place,
			      reader_source(reader, place), day_iso(reader->arena, generated).at,
			      day_iso(reader->arena, period->last).at);
}

static void say_wrong_cover(struct reader *reader, struct str name)
{
	const char *tags[ELEMENT_COUNT];
	size_t count = 0;
	struct buffer list = {0};
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		if (element_at(i)->parent != ELEMENT_EXTRACT)
			continue;
		buffer_format(&list, "%s%s", count ? ", " : "", element_at(i)->tag);
		tags[count++] = element_at(i)->tag;
	}
	struct place place = reader_attribute_place(reader, EXTRACT_COVERS);
	diagnostic_add_source(reader->diagnostics, DIAGNOSTIC_VALUE_WORD, place,
			      reader_source(reader, place), attribute_at(EXTRACT_COVERS)->written,
			      reader_quote(reader, name), list.at,
			      reader_advice(reader, name, tags, count));
	buffer_release(&list);
}

/* The kinds of record of which the source hands over all there were. */
static void take_covers(struct reading *run, const struct record *root)
{
	struct str names = str_of(record_text(root, EXTRACT_COVERS));
	for (size_t at = 0; at < names.length;) {
		size_t end = str_find(names, ' ', at);
		struct str name = str_slice(names, at, end);
		enum element_id element = element_find(ELEMENT_EXTRACT, name);
		at = end + 1;
		if (element != ELEMENT_NONE)
			run->extract->held[element] = true;
		else if (name.length)
			say_wrong_cover(&run->taking.reader, name);
	}
}

/* --- households that are named --------------------------------------------------------------- */

static void say_unknown_households(struct reading *run)
{
	for (size_t i = 0; i < run->identities.named_count; i++) {
		const struct record_identity *identity = run->identities.named[i];
		struct place place = {run->extract->files[identity->named.file],
				      identity->named.line, identity->named.column};
		if (!identity->record)
			diagnostic_add(run->taking.reader.diagnostics, DIAGNOSTIC_HOUSEHOLD_UNKNOWN,
				       place,
				       reader_quote(&run->taking.reader, str_of(identity->id)));
	}
}

/* --- records --------------------------------------------------------------------------------- */

static void take_root(void *taker, struct record *root)
{
	struct reading *run = taker;
	run->extracts++;
	check_authority(run, root);
	check_generated(run, root);
	take_covers(run, root);
}

/* Whether an arrangement is among those counted on the year's last day. */
static bool is_open(const struct record *record, int32_t day)
{
	return open_on(record_day(record, STAYING_PUT_STARTED),
		       record_day(record, STAYING_PUT_ENDED), day);
}

static void check_age(struct reading *run, const struct record *record)
{
	const struct period *period = run->options->period;
	int32_t born = record_day(record, STAYING_PUT_DOB);
	if (!period || born == DAY_NONE || !is_open(record, period->last))
		return;
	int age = age_on(born, period->last);
	if (age >= 18 && age <= 20)
		return;
	diagnostic_add(run->taking.reader.diagnostics, DIAGNOSTIC_STAYING_PUT_AGE,
		       record_place(run->extract, record), age,
		       day_iso(run->taking.reader.arena, period->last).at);
}

static void append(struct reading *run, struct record *record)
{
	*run->tails[record->element] = record;
	run->tails[record->element] = &record->next;
	run->extract->count[record->element]++;
	if (record->element == ELEMENT_STAYING_PUT)
		check_age(run, record);
}

/* A record that was there before is told and not counted again. */
static void take_judged(void *taker, struct record *record, enum identity_kind kind,
			const struct record *first)
{
	struct reading *run = taker;
	if (kind == IDENTITY_NEW) {
		append(run, record);
		return;
	}
	struct place before = record_place(run->extract, first);
	diagnostic_add(run->taking.reader.diagnostics,
		       kind == IDENTITY_SAME ? DIAGNOSTIC_RECORD_TWICE : DIAGNOSTIC_RECORD_CLASH,
		       record_place(run->extract, record), element_at(record->element)->tag,
		       STR_ARG(before.file), before.line, before.column);
}

static void ask(struct reading *run, const struct pending *pending)
{
	if (pending->id)
		identities_ask(&run->identities, pending);
	else
		append(run, pending->record);
}

static void take_asked(void *taker, const struct pending *pending)
{
	struct reading *run = taker;
	if (pending->record)
		run->extract->held[pending->record->element] = true; /* even if it is faulty */
	ask(run, pending);
}

/* --- returns --------------------------------------------------------------------------------- */

/* Children come from returns or from extracts, never from both. */
static void check_no_children(struct reading *run)
{
	const struct record *child = run->extract->first[ELEMENT_CHILD];
	if (child)
		diagnostic_add(run->taking.reader.diagnostics, DIAGNOSTIC_RETURN_BESIDE_CHILDREN,
			       record_place(run->extract, child), STR_ARG(run->returns.first_file));
}

static void add_staying(struct reading *run, struct record *staying)
{
	const char *id = record_text(staying, STAYING_PUT_ID);
	digest_clear(&run->taking.reader.digest);
	struct pending pending =
		id ? identity_of(staying, id, digest_take(&run->taking.reader.digest))
		   : (struct pending){.record = staying};
	ask(run, &pending);
}

/* The records of all returns, put together. */
static void take_returns(struct reading *run)
{
	struct extract *extract = run->extract;
	returns_settle(&run->returns, run->options->postcodes);
	extract->staying_ends = extract->held[ELEMENT_STAYING_PUT];
	if (!run->returns.first_file.length)
		return;
	check_no_children(run);
	if (!run->returns.leavers_known && !extract->held[ELEMENT_STAYING_PUT])
		diagnostic_add(run->taking.reader.diagnostics, DIAGNOSTIC_RETURN_NO_LEAVERS,
			       folder_place(run));
	extract->from_return = true;
	extract->distances = run->returns.distances;
	extract->held[ELEMENT_CHILD] = extract->held[ELEMENT_STAYING_PUT] = true;
	for (int i = 0; i < RETURN_FAULT_COUNT; i++)
		extract->return_faults[i] = run->returns.fault_counts[i];
	for (const struct return_child *child = run->returns.first; child; child = child->next) {
		struct record *staying = return_staying_put_record(extract->arena, child);
		if (child->header)
			append(run, return_child_record(extract->arena, child));
		if (staying)
			add_staying(run, staying);
	}
	identities_settle(&run->identities);
}

struct place record_place(const struct extract *extract, const struct record *record)
{
	return (struct place){extract->files[record->file], record->line, record->column};
}

/* --- the folder ------------------------------------------------------------------------------ */

bool extract_is_name(struct str name)
{
	return str_ends_any_case(name, STR(".xml")) || str_ends_any_case(name, STR(".xml.gz")) ||
	       str_ends_any_case(name, STR(".csv"));
}

static size_t file_bytes(const char *path)
{
	struct stat about;
	return stat(path, &about) == 0 && S_ISREG(about.st_mode) ? (size_t)about.st_size : 0;
}

/* Sorts the folder's entries into files to read and others to warn of. */
static bool list_files(struct reading *run)
{
	struct extract *extract = run->extract;
	struct folder_entry *entries;
	size_t count;
	struct str why;
	if (run->options->file.length) {
		extract->files = ARENA_NEW(extract->arena, struct str);
		extract->files[extract->file_count++] = run->options->file;
		return true;
	}
	if (!files_list(extract->arena, run->options->folder, &entries, &count, &why)) {
		diagnostic_add(run->taking.reader.diagnostics, DIAGNOSTIC_FOLDER_UNREADABLE,
			       folder_place(run), why.at);
		return false;
	}
	extract->files = ARENA_ARRAY(extract->arena, count, struct str);
	for (size_t i = 0; i < count; i++) {
		struct str path = path_join(extract->arena, run->options->folder, entries[i].name);
		if (extract_is_name(entries[i].name)) {
			extract->files[extract->file_count++] = path;
			run->bytes_all += file_bytes(path.at);
		} else {
			diagnostic_add(run->taking.reader.diagnostics, DIAGNOSTIC_FILE_OTHER_NAME,
				       (struct place){.file = path});
		}
	}
	return true;
}

static void on_progress(void *taker, uint64_t taken)
{
	struct reading *run = taker;
	const struct extract_options *options = run->options;
	if (options->progress)
		options->progress(options->progress_context, run->taking.reader.file,
				  run->bytes_before + (size_t)taken, run->bytes_all);
}

static void say_missing_types(struct reading *run)
{
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		if (element_at(i)->parent == ELEMENT_EXTRACT && !run->extract->held[i])
			diagnostic_add(run->taking.reader.diagnostics, DIAGNOSTIC_TYPE_MISSING,
				       folder_place(run), element_at(i)->tag, element_at(i)->tag);
	}
}

static void read_files(struct reading *run)
{
	struct extract *extract = run->extract;
	returns_init(&run->returns, extract->arena, run->taking.reader.diagnostics,
		     extract->file_count);
	for (size_t i = 0; i < extract->file_count; i++) {
		struct str path = extract->files[i];
		bool is_return = returns_claim(path);
		bool whole = is_return ? returns_read(&run->returns, path, (uint32_t)i)
				       : extract_file_read(&run->taking, &run->crew, path,
							   (uint32_t)i, run->options->piece_bytes);
		run->cut_short = run->cut_short || !whole;
		run->bytes_before += file_bytes(extract->files[i].at);
	}
	identities_settle(&run->identities);
	take_returns(run);
	if (!run->extracts && !run->returns.first_file.length &&
	    !run->taking.reader.diagnostics->errors) {
		diagnostic_add(run->taking.reader.diagnostics, DIAGNOSTIC_NO_EXTRACT,
			       folder_place(run));
		return;
	}
	if (!run->cut_short)
		say_unknown_households(run);
	say_missing_types(run);
}

bool extract_read(struct extract *extract, struct arena *arena,
		  const struct extract_options *options, struct diagnostics *diagnostics)
{
	size_t errors = diagnostics->errors;
	struct reading *run = ARENA_NEW(arena, struct reading);
	*extract = (struct extract){.arena = arena};
	run->extract = extract;
	run->options = options;
	for (int i = 0; i < ELEMENT_COUNT; i++)
		run->tails[i] = &extract->first[i];
	identities_init(&run->identities, arena);
	run->identities.judge = take_judged;
	run->identities.taker = run;
	taking_init(&run->taking, arena, diagnostics);
	run->taking.taker = run;
	run->taking.root = take_root;
	run->taking.ask = take_asked;
	run->taking.progress = on_progress;
	crew_init(&run->crew, options->jobs);
	if (list_files(run))
		read_files(run);
	crew_release(&run->crew, arena);
	taking_release(&run->taking);
	identities_release(&run->identities);
	return diagnostics->errors == errors;
}
