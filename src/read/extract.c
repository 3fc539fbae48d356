/*
 * A folder of extracts, read as one: which files, in which order, and what only all of them
 * together can say. Owns the lists of records; the reader makes them.
 */
#include "read/extract.h"
#include "read/reader_say.h"

#include "base/buffer.h"
#include "base/files.h"
#include "read/check.h"
#include "read/identity.h"
#include "read/reader.h"
#include "read/return_records.h"
#include "read/returns/returns.h"

#include <sys/stat.h>

/* One run over a folder. */
struct reading {
	struct extract *extract;
	const struct extract_options *options;
	struct reader reader;
	struct identities identities;
	struct returns returns;
	struct record **tails[ELEMENT_COUNT];
	struct late_place late;
	struct record *current; /* the child of the root that is being read */
	size_t extracts;	/* files that are extracts */
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
	struct reader *reader = &run->reader;
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
	struct reader *reader = &run->reader;
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
			say_wrong_cover(&run->reader, name);
	}
}

/* --- households that are named --------------------------------------------------------------- */

/* The attribute by which an element names a household; ATTRIBUTE_NONE when it names none. */
static enum attribute_id naming_attribute(const struct record *record)
{
	switch (record->element) {
	case ELEMENT_ENQUIRY_APPROVAL:
		return ENQUIRY_APPROVAL_HOUSEHOLD;
	case ELEMENT_CHILD_EPISODE:
		return record_word(record, CHILD_EPISODE_PROVIDER) == WORD_PROVIDER_OWN
			       ? CHILD_EPISODE_HOUSEHOLD
			       : ATTRIBUTE_NONE;
	case ELEMENT_STAYING_PUT:
		return STAYING_PUT_HOUSEHOLD;
	case ELEMENT_PANEL_CASE:
		return PANEL_CASE_HOUSEHOLD;
	case ELEMENT_ALLEGATION:
		return ALLEGATION_HOUSEHOLD;
	case ELEMENT_REVIEW:
		return REVIEW_HOUSEHOLD;
	default:
		return ATTRIBUTE_NONE;
	}
}

static void note_household(struct reading *run, const struct record *record)
{
	enum attribute_id attribute = naming_attribute(record);
	const char *id = attribute == ATTRIBUTE_NONE ? NULL : record_text(record, attribute);
	if (!id)
		return;
	struct place place = reader_attribute_place(&run->reader, attribute);
	identities_name(&run->identities, id,
			(struct spot){record->file, place.line, place.column});
}

static void say_unknown_households(struct reading *run)
{
	for (size_t i = 0; i < run->identities.named_count; i++) {
		const struct record_identity *identity = run->identities.named[i];
		struct place place = {run->extract->files[identity->named.file],
				      identity->named.line, identity->named.column};
		if (!identity->record)
			diagnostic_add(run->reader.diagnostics, DIAGNOSTIC_HOUSEHOLD_UNKNOWN, place,
				       reader_quote(&run->reader, str_of(identity->id)));
	}
}

/* --- records --------------------------------------------------------------------------------- */

static void take_element(struct reader *reader, struct record *record)
{
	struct reading *run = reader->taker;
	if (record->element == ELEMENT_EXTRACT) {
		run->extracts++;
		check_authority(run, record);
		check_generated(run, record);
		take_covers(run, record);
		return;
	}
	bool is_record = element_at(record->element)->parent == ELEMENT_EXTRACT;
	if (is_record)
		run->current = record;
	check_element(reader, record, is_record ? NULL : run->current, &run->late);
	note_household(run, record);
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
	diagnostic_add(run->reader.diagnostics, DIAGNOSTIC_STAYING_PUT_AGE,
		       record_place(run->extract, record), age,
		       day_iso(run->reader.arena, period->last).at);
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
	diagnostic_add(run->reader.diagnostics,
		       kind == IDENTITY_SAME ? DIAGNOSTIC_RECORD_TWICE : DIAGNOSTIC_RECORD_CLASH,
		       record_place(run->extract, record), element_at(record->element)->tag,
		       STR_ARG(before.file), before.line, before.column);
}

static void add_record(struct reading *run, struct record *record)
{
	/* Every record's first attribute. */
	const char *id = record_text(record, element_at(record->element)->first_attribute);
	uint64_t digest = digest_take(&run->reader.digest);
	if (id)
		identities_add(&run->identities, record, id, digest);
	else
		append(run, record);
}

static void take_complete(struct reader *reader, struct record *record)
{
	struct reading *run = reader->taker;
	run->extract->held[record->element] = true; /* even if it is faulty */
	check_complete(reader, record, &run->late);
	add_record(run, record);
}

/* --- returns --------------------------------------------------------------------------------- */

/* Children come from returns or from extracts, never from both. */
static void check_no_children(struct reading *run)
{
	const struct record *child = run->extract->first[ELEMENT_CHILD];
	if (child)
		diagnostic_add(run->reader.diagnostics, DIAGNOSTIC_RETURN_BESIDE_CHILDREN,
			       record_place(run->extract, child), STR_ARG(run->returns.first_file));
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
		diagnostic_add(run->reader.diagnostics, DIAGNOSTIC_RETURN_NO_LEAVERS,
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
		digest_clear(&run->reader.digest);
		if (staying)
			add_record(run, staying);
	}
	identities_settle(&run->identities);
}

struct place record_place(const struct extract *extract, const struct record *record)
{
	return (struct place){extract->files[record->file], record->line, record->column};
}

/* --- the folder ------------------------------------------------------------------------------ */

static bool is_extract_name(struct str name)
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
		diagnostic_add(run->reader.diagnostics, DIAGNOSTIC_FOLDER_UNREADABLE,
			       folder_place(run), why.at);
		return false;
	}
	extract->files = ARENA_ARRAY(extract->arena, count, struct str);
	for (size_t i = 0; i < count; i++) {
		struct str path = path_join(extract->arena, run->options->folder, entries[i].name);
		if (is_extract_name(entries[i].name)) {
			extract->files[extract->file_count++] = path;
			run->bytes_all += file_bytes(path.at);
		} else {
			diagnostic_add(run->reader.diagnostics, DIAGNOSTIC_FILE_OTHER_NAME,
				       (struct place){.file = path});
		}
	}
	return true;
}

static void on_progress(struct reader *reader, uint64_t taken)
{
	struct reading *run = reader->taker;
	const struct extract_options *options = run->options;
	if (options->progress)
		options->progress(options->progress_context, reader->file,
				  run->bytes_before + (size_t)taken, run->bytes_all);
}

static void say_missing_types(struct reading *run)
{
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		if (element_at(i)->parent == ELEMENT_EXTRACT && !run->extract->held[i])
			diagnostic_add(run->reader.diagnostics, DIAGNOSTIC_TYPE_MISSING,
				       folder_place(run), element_at(i)->tag, element_at(i)->tag);
	}
}

static void read_files(struct reading *run)
{
	struct extract *extract = run->extract;
	returns_init(&run->returns, extract->arena, run->reader.diagnostics, extract->file_count);
	for (size_t i = 0; i < extract->file_count; i++) {
		struct str path = extract->files[i];
		bool is_return = returns_claim(path);
		bool whole = is_return ? returns_read(&run->returns, path, (uint32_t)i)
				       : reader_read(&run->reader, path, (uint32_t)i);
		run->cut_short = run->cut_short || !whole;
		run->bytes_before += file_bytes(extract->files[i].at);
	}
	identities_settle(&run->identities);
	take_returns(run);
	if (!run->extracts && !run->returns.first_file.length && !run->reader.diagnostics->errors) {
		diagnostic_add(run->reader.diagnostics, DIAGNOSTIC_NO_EXTRACT, folder_place(run));
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
	reader_init(&run->reader, arena, diagnostics, ELEMENT_EXTRACT);
	run->reader.taker = run;
	run->reader.digests = true;
	run->reader.element = take_element;
	run->reader.complete = take_complete;
	run->reader.progress = on_progress;
	if (list_files(run))
		read_files(run);
	reader_release(&run->reader);
	identities_release(&run->identities);
	return diagnostics->errors == errors;
}
