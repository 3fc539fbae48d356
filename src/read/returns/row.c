/*
 * Owns the meaning of single cells. What rows say together is merge.c's and chain.c's.
 */
#include "read/returns/row.h"

#include <ctype.h>
#include <string.h>

#include "base/buffer.h"
#include "base/nearest.h"

enum { MOST_CODES = 64, MOST_SHOWN = 60 };

static struct place place_of(const struct return_row *row, enum return_field field)
{
	const struct return_cell *cell = &row->cells[field];
	return cell->place.line ? cell->place : row->place;
}

static const char *shown(struct returns *returns, struct str value)
{
	size_t cut = value.length > MOST_SHOWN ? MOST_SHOWN : value.length;
	while (cut < value.length && cut && ((unsigned char)value.at[cut] & 0xc0) == 0x80)
		cut--;
	return str_format(returns->arena, "%.*s%s", (int)cut, value.at,
			  cut < value.length ? "…" : "")
		.at;
}

/* "S, P, L, T, U, B" */
static const char *list_of(struct returns *returns, const char *const *codes, size_t count)
{
	struct buffer list = {0};
	for (size_t i = 0; i < count; i++)
		buffer_format(&list, "%s%s", i ? ", " : "", codes[i]);
	const char *copy = str_terminated(returns->arena, buffer_view(&list));
	buffer_release(&list);
	return copy;
}

static void say_empty(struct returns *returns, const struct return_row *row,
		      enum return_field field)
{
	const char *codes[MOST_CODES];
	size_t count = return_codes_of(field, codes, MOST_CODES);
	const char *advice = "write a date as DD/MM/YYYY or YYYY-MM-DD";
	if (row->columns && !row->columns[field])
		return; /* the table as a whole is told of it */
	if (count)
		advice = str_format(returns->arena, "write one of %s",
				    list_of(returns, codes, count))
				 .at;
	else if (field == FIELD_CHILD)
		advice = "write the child's id";
	diagnostic_add(returns->diagnostics, DIAGNOSTIC_RETURN_EMPTY, place_of(row, field),
		       return_field_name(field), advice);
}

static void say_wrong_code(struct returns *returns, const struct return_row *row,
			   enum return_field field)
{
	const char *codes[MOST_CODES];
	size_t count = return_codes_of(field, codes, MOST_CODES);
	struct str value = row->cells[field].value;
	const char *meant = nearest_word(value, codes, count);
	diagnostic_add(returns->diagnostics, DIAGNOSTIC_VALUE_WORD, place_of(row, field),
		       return_field_name(field), shown(returns, value),
		       list_of(returns, codes, count),
		       meant ? str_format(returns->arena, "did you mean %s?", meant).at
			     : "write one of these");
}

static enum return_code take_code(struct returns *returns, const struct return_row *row,
				  enum return_field field, bool required)
{
	struct str value = row->cells[field].value;
	if (!value.length) {
		if (required)
			say_empty(returns, row, field);
		return CODE_NONE;
	}
	enum return_code code = return_code_find(field, value);
	if (code == CODE_NONE)
		say_wrong_code(returns, row, field);
	return code;
}

/* dd/mm/yyyy or yyyy-mm-dd. */
static bool parse_day(struct str value, int32_t *day)
{
	if (value.length != 10 || value.at[2] != '/' || value.at[5] != '/')
		return day_parse(value, day);
	const char *at = value.at;
	char iso[10] = {at[6], at[7], at[8], at[9], '-', at[3], at[4], '-', at[0], at[1]};
	return day_parse((struct str){iso, sizeof iso}, day);
}

static int32_t take_day(struct returns *returns, const struct return_row *row,
			enum return_field field, bool required)
{
	struct str value = row->cells[field].value;
	int32_t day = DAY_NONE;
	if (!value.length) {
		if (required)
			say_empty(returns, row, field);
	} else if (!parse_day(value, &day)) {
		day = DAY_NONE;
		diagnostic_add(returns->diagnostics, DIAGNOSTIC_RETURN_DAY, place_of(row, field),
			       return_field_name(field), shown(returns, value));
	}
	return day;
}

static const char *take_postcode(struct returns *returns, struct str value)
{
	char *postcode = arena_bytes(returns->arena, value.length + 1);
	size_t length = 0;
	for (size_t i = 0; i < value.length; i++) {
		if (value.at[i] != ' ')
			postcode[length++] = (char)toupper((unsigned char)value.at[i]);
	}
	return postcode;
}

/* --- rows ------------------------------------------------------------------------------------ */

static void take_header(struct returns *returns, const struct return_row *row,
			struct return_child *child)
{
	struct return_header header = {
		.file = row->file,
		.place = row->place,
		.dob = take_day(returns, row, FIELD_DOB, true),
		.sex = take_code(returns, row, FIELD_SEX, false),
		.ethnic = take_code(returns, row, FIELD_ETHNIC, false),
	};
	if (!child)
		return;
	if (row->in_xml && str_is(row->cells[FIELD_UASC].value, "1"))
		child->uasc = true;
	*child->last_header = ARENA_NEW(returns->arena, struct return_header);
	**child->last_header = header;
	child->last_header = &(*child->last_header)->next;
}

static void note_latest(struct returns *returns, const struct return_episode *episode)
{
	struct return_file *file = &returns->files[episode->file];
	file->has_episodes = true;
	if (episode->decom > file->latest)
		file->latest = episode->decom;
	if (episode->dec > file->latest)
		file->latest = episode->dec;
}

static struct return_episode read_episode(struct returns *returns, const struct return_row *row)
{
	return (struct return_episode){
		.file = row->file,
		.place = row->place,
		.child_place = place_of(row, FIELD_CHILD),
		.decom_place = place_of(row, FIELD_DECOM),
		.rec_place = place_of(row, FIELD_REC),
		.decom = take_day(returns, row, FIELD_DECOM, true),
		.rne = take_code(returns, row, FIELD_RNE, true),
		.ls = take_code(returns, row, FIELD_LS, true),
		.pl = take_code(returns, row, FIELD_PL, true),
		.provider = take_code(returns, row, FIELD_PLACE_PROVIDER, false),
		.dec = take_day(returns, row, FIELD_DEC, false),
		.rec = take_code(returns, row, FIELD_REC, false),
		.reason = take_code(returns, row, FIELD_REASON_PLACE_CHANGE, false),
		.pl_post = take_postcode(returns, row->cells[FIELD_PL_POST].value),
		.home_post = take_postcode(returns, row->cells[FIELD_HOME_POST].value),
		.distance = -1,
	};
}

/* A row that ends before it begins is left out whole. */
static void take_episode(struct returns *returns, const struct return_row *row,
			 struct return_child *child)
{
	struct return_episode episode = read_episode(returns, row);
	note_latest(returns, &episode);
	if (!child || episode.decom == DAY_NONE)
		return;
	if (episode.dec != DAY_NONE && episode.dec < episode.decom) {
		return_faults_add(&returns->faults, RETURN_FAULT_ENDS_EARLY,
				  place_of(row, FIELD_DEC), (struct place){.line = 0});
		return;
	}
	*child->last_episode = ARENA_NEW(returns->arena, struct return_episode);
	**child->last_episode = episode;
	child->last_episode = &(*child->last_episode)->next;
}

static void take_leaver(struct returns *returns, const struct return_row *row,
			struct return_child *child)
{
	struct str accommodation = row->cells[FIELD_ACCOM].value;
	int32_t dob = take_day(returns, row, FIELD_DOB, false);
	if (!child || !accommodation.length)
		return;
	*child->last_leaver = ARENA_NEW(returns->arena, struct return_leaver);
	**child->last_leaver = (struct return_leaver){
		.file = row->file,
		.place = row->place,
		.dob = dob,
		.stays_put = str_is(accommodation, "Z1") || str_is(accommodation, "Z2"),
	};
	child->last_leaver = &(*child->last_leaver)->next;
}

/* The child that the row names, new or not; NULL when it names none. */
static struct return_child *child_of(struct returns *returns, const struct return_row *row)
{
	struct str id = row->cells[FIELD_CHILD].value;
	if (!id.length) {
		if (!row->child_told)
			say_empty(returns, row, FIELD_CHILD);
		return NULL;
	}
	struct return_child *child = map_lookup(&returns->by_id, id);
	if (child)
		return child;
	child = ARENA_NEW(returns->arena, struct return_child);
	child->id = str_terminated(returns->arena, id);
	child->last_header = &child->headers;
	child->last_episode = &child->episodes;
	child->last_leaver = &child->leavers;
	*map_place(&returns->by_id, str_of(child->id)) = child;
	*returns->last = child;
	returns->last = &child->next;
	return child;
}

void returns_take_row(struct returns *returns, const struct return_row *row)
{
	struct return_child *child = child_of(returns, row);
	switch (row->table) {
	case TABLE_EPISODES:
		take_episode(returns, row, child);
		break;
	case TABLE_HEADER:
		take_header(returns, row, child);
		break;
	case TABLE_OC3:
		take_leaver(returns, row, child);
		break;
	case TABLE_UASC:
		take_day(returns, row, FIELD_DOB, false);
		if (child)
			child->uasc = true;
		break;
	case TABLE_NONE:
		break;
	}
}
