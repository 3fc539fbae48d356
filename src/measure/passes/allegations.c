#include "measure/passes/allegations.h"
#include "measure/passes/tally.h"

/* What came of a matter, as known at the end of the period: closed later it was still open. */
static enum word_id outcome_by_the_end(const struct tally *tally, const struct record *record,
				       enum attribute_id outcome, enum attribute_id closed)
{
	int32_t day = record_day(record, closed);

	if (day != DAY_NONE && day > tally->period->last)
		return WORD_NONE;
	return record_word(record, outcome);
}

static void count_allegation(struct tally *tally, const struct record *allegation,
			     struct map *households)
{
	if (!period_holds(tally->period, record_day(allegation, ALLEGATION_REFERRED)))
		return;
	tally_add(tally, MEASURE_ALLEGATIONS_TOTAL, allegation, 1);

	const char *id = record_text(allegation, ALLEGATION_HOUSEHOLD);

	if (id) {
		void **place = map_place(households, str_of(id));

		if (!*place) {
			*place = (void *)allegation;
			tally_add(tally, MEASURE_ALLEGATIONS_HOUSEHOLDS, allegation, 1);
		}
	}
	if (record_word(allegation, ALLEGATION_THRESHOLD) == WORD_THRESHOLD_MET)
		tally_tell(tally, MEASURE_ALLEGATIONS_THRESHOLD_MET,
			   outcome_by_the_end(tally, allegation, ALLEGATION_OUTCOME,
					      ALLEGATION_CLOSED),
			   allegation);
}

static void count_complaint(struct tally *tally, const struct record *complaint)
{
	if (!period_holds(tally->period, record_day(complaint, COMPLAINT_RECEIVED)))
		return;
	tally_add(tally, MEASURE_COMPLAINTS_TOTAL, complaint, 1);
	tally_tell(tally, MEASURE_COMPLAINTS_TOTAL,
		   outcome_by_the_end(tally, complaint, COMPLAINT_OUTCOME, COMPLAINT_CLOSED),
		   complaint);
}

void count_allegations(struct tally *tally)
{
	struct map households;

	map_init(&households, &tally->arena);
	for (const struct record *allegation = tally->extract->first[ELEMENT_ALLEGATION];
	     allegation; allegation = allegation->next)
		count_allegation(tally, allegation, &households);
	tally_each(tally, ELEMENT_COMPLAINT, count_complaint);
}
