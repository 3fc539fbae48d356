#include "measure/passes/service.h"
#include "measure/passes/tally.h"

static void count_staying_put(struct tally *tally, const struct record *arrangement)
{
	int32_t started = record_day(arrangement, STAYING_PUT_STARTED);
	int32_t ended = record_day(arrangement, STAYING_PUT_ENDED);
	int32_t born = record_day(arrangement, STAYING_PUT_DOB);
	int32_t last = tally->period->last;

	if (open_on(started, ended, last)) {
		tally_add(tally, MEASURE_STAYING_PUT_TOTAL, arrangement, 1);
		tally_age(tally, MEASURE_STAYING_PUT_TOTAL,
			  born == DAY_NONE ? AGE_NONE : age_on(born, last), arrangement);
	}
	if (period_holds(tally->period, started))
		tally_add(tally, MEASURE_STAYING_PUT_STARTED, arrangement, 1);
	if (period_holds(tally->period, ended))
		tally_add(tally, MEASURE_STAYING_PUT_ENDED, arrangement, 1);
}

static void count_training(struct tally *tally, const struct record *event)
{
	if (!period_holds(tally->period, record_day(event, TRAINING_EVENT_DATE)))
		return;

	int64_t attended = record_number(event, TRAINING_EVENT_ATTENDED);

	tally_add(tally, MEASURE_TRAINING_TOTAL, event, 1);
	if (attended != NUMBER_NONE)
		tally_add(tally, MEASURE_TRAINING_ATTENDED, event, attended);
}

static void count_post(struct tally *tally, const struct record *post)
{
	int64_t people = record_number(post, POST_HEADCOUNT);
	int64_t fte = record_number(post, POST_FTE);

	if (people == NUMBER_NONE || fte == NUMBER_NONE ||
	    !open_on(record_day(post, POST_FROM), record_day(post, POST_TO), tally->period->last))
		return;
	if (record_flag(post, POST_VACANT)) {
		tally_add(tally, MEASURE_STAFF_VACANCIES, post, people);
		return;
	}
	tally_add(tally, MEASURE_STAFF_FTE, post, fte);
	tally_add(tally, MEASURE_STAFF_HEADCOUNT, post, people);
}

void count_service(struct tally *tally)
{
	tally_each(tally, ELEMENT_STAYING_PUT, count_staying_put);
	tally_each(tally, ELEMENT_TRAINING_EVENT, count_training);
	tally_each(tally, ELEMENT_POST, count_post);
}
