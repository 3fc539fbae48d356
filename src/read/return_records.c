#include "read/return_records.h"

#include <string.h>

static const struct {
	int16_t word, carer;
} meanings[CODE_COUNT] = {
#define CODE(field, id, written, word, carer) {WORD_##word, WORD_##carer},
#include "read/returns/code.def"
};

static enum word_id word_of(enum return_code code)
{
	return code == CODE_NONE ? WORD_NONE : (enum word_id)meanings[code].word;
}

static struct record *stand(struct record *record, uint32_t file, struct place place)
{
	record->file = file;
	record->line = place.line;
	record->column = place.column;
	return record;
}

static void set_day(struct record *record, enum attribute_id attribute, int32_t day)
{
	if (day != DAY_NONE)
		record_set_number(record, attribute, day);
}

static void set_word(struct record *record, enum attribute_id attribute, enum word_id word)
{
	if (word != WORD_NONE)
		record_set_number(record, attribute, word);
}

/* Agreed series of short breaks, which the national figures leave out. */
static bool is_short_break(const struct return_episode *episode)
{
	return episode->ls == CODE_LS_V3 || episode->ls == CODE_LS_V4;
}

static struct record *episode_record(struct arena *arena, const struct return_episode *episode)
{
	struct record *record =
		stand(record_make_with_carer(arena, ELEMENT_CHILD_EPISODE, episode->carer),
		      episode->file, episode->place);
	set_day(record, CHILD_EPISODE_FROM, episode->decom);
	set_day(record, CHILD_EPISODE_TO, episode->dec);
	set_word(record, CHILD_EPISODE_PLACEMENT,
		 is_short_break(episode) ? WORD_PLACEMENT_SHORT_BREAK_SERIES
					 : word_of(episode->pl));
	set_word(record, CHILD_EPISODE_PROVIDER,
		 episode->provider == CODE_NONE ? WORD_PROVIDER_OTHER : word_of(episode->provider));
	if (episode->ls != CODE_NONE)
		record_set_text(record, CHILD_EPISODE_LEGAL_STATUS,
				return_code_written(episode->ls));
	if (episode->dec != DAY_NONE)
		set_word(record, CHILD_EPISODE_REASON, word_of(episode->reason));
	if (episode->distance >= 0)
		record_set_number(record, CHILD_EPISODE_DISTANCE_MILES, episode->distance);
	return record;
}

static struct record *permanence_record(struct arena *arena, const struct return_episode *episode)
{
	if (is_short_break(episode) || (episode->pl != CODE_PL_U1 && episode->pl != CODE_PL_U4))
		return NULL;
	struct record *record =
		stand(record_make(arena, ELEMENT_CHILD_PERMANENCE), episode->file, episode->place);
	set_day(record, CHILD_PERMANENCE_DATE, episode->decom);
	return record;
}

static struct record *ceased_record(struct arena *arena, const struct return_episode *episode)
{
	if (is_short_break(episode) || episode->dec == DAY_NONE || episode->rec == CODE_NONE ||
	    episode->rec == CODE_REC_X1)
		return NULL;
	struct record *record =
		stand(record_make(arena, ELEMENT_CHILD_CEASED), episode->file, episode->rec_place);
	set_day(record, CHILD_CEASED_DATE, episode->dec);
	set_word(record, CHILD_CEASED_REASON, word_of(episode->rec));
	enum return_code teller = episode->rec == CODE_REC_E43 ? episode->pl : episode->rec;
	if (teller != CODE_NONE)
		set_word(record, CHILD_CEASED_CARER, (enum word_id)meanings[teller].carer);
	return record;
}

static void append(struct record *parent, struct record **last, struct record *child)
{
	if (!child)
		return;
	record_add_child(parent, *last, child);
	*last = child;
}

struct record *return_child_record(struct arena *arena, const struct return_child *child)
{
	const struct return_header *header = child->header;
	struct record *record =
		stand(record_make(arena, ELEMENT_CHILD), header->file, header->place);
	struct record *last = NULL;
	record_set_text(record, CHILD_ID, child->id);
	set_day(record, CHILD_DOB, header->dob);
	set_word(record, CHILD_SEX, word_of(header->sex));
	set_word(record, CHILD_ETHNICITY, word_of(header->ethnic));
	if (child->uasc)
		set_word(record, CHILD_UASC, WORD_FLAG_TRUE);
	for (size_t i = 0; i < child->chain_length; i++) {
		append(record, &last, episode_record(arena, child->chain[i]));
		append(record, &last, permanence_record(arena, child->chain[i]));
		append(record, &last, ceased_record(arena, child->chain[i]));
	}
	return record;
}

/* Born on 29 February, the birthday is 1 March in other years. */
static int32_t birthday(int32_t born, int age)
{
	int year, month, day;
	day_split(born, &year, &month, &day);
	int32_t same = day_add_months(born, 12 * age);
	int same_day;
	day_split(same, &year, &month, &same_day);
	return same_day == day ? same : same + 1;
}

struct record *return_staying_put_record(struct arena *arena, const struct return_child *child)
{
	const struct return_leaver *leaver = child->leaver;
	if (!leaver || !leaver->stays_put)
		return NULL;
	int32_t born = child->header ? child->header->dob : leaver->dob;
	if (born == DAY_NONE)
		return NULL;
	struct record *record =
		stand(record_make(arena, ELEMENT_STAYING_PUT), leaver->file, leaver->place);
	record_set_text(record, STAYING_PUT_ID, child->id);
	set_day(record, STAYING_PUT_DOB, born);
	set_day(record, STAYING_PUT_STARTED, birthday(born, 18));
	set_day(record, STAYING_PUT_ENDED, birthday(born, 21));
	return record;
}
