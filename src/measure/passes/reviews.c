#include "measure/passes/reviews.h"
#include "measure/passes/tally.h"

static void count_due(struct tally *tally, const struct record *review)
{
	int32_t due = record_day(review, REVIEW_DUE);
	int32_t completed = record_day(review, REVIEW_COMPLETED);

	if (!period_holds(tally->period, due))
		return;
	tally_add(tally, MEASURE_REVIEWS_DUE, review, 1);
	if (!by_the_end(tally, completed))
		tally_add(tally, MEASURE_REVIEWS_OVERDUE, review, 1);
	else if (completed <= due)
		tally_add(tally, MEASURE_REVIEWS_ON_TIME, review, 1);
	else
		tally_add(tally, MEASURE_REVIEWS_LATE, review, 1);
}

static void count_feedback(struct tally *tally, const struct record *review)
{
	const struct record *feedback = record_child(review, ELEMENT_REVIEW_FEEDBACK);

	if (!feedback)
		return;

	enum word_id supported = record_word(feedback, REVIEW_FEEDBACK_SUPPORTED);
	enum word_id extra = record_word(feedback, REVIEW_FEEDBACK_EXTRA_SUPPORT);

	if (supported != WORD_NONE)
		tally_add(tally, AUXILIARY_SUPPORTED_GIVEN, review, 1);
	if (supported == WORD_SUPPORTED_YES)
		tally_add(tally, AUXILIARY_SUPPORTED_YES, review, 1);
	if (extra == WORD_EXTRA_SUPPORT_MET || extra == WORD_EXTRA_SUPPORT_UNMET)
		tally_add(tally, AUXILIARY_EXTRA_SUPPORT_NEEDED, review, 1);
	if (extra == WORD_EXTRA_SUPPORT_MET)
		tally_add(tally, AUXILIARY_EXTRA_SUPPORT_MET, review, 1);
}

static void count_review(struct tally *tally, const struct record *review)
{
	count_due(tally, review);
	if (!period_holds(tally->period, record_day(review, REVIEW_COMPLETED)))
		return;
	tally_add(tally, MEASURE_REVIEWS_COMPLETED, review, 1);
	count_feedback(tally, review);
}

void count_reviews(struct tally *tally)
{
	tally_each(tally, ELEMENT_REVIEW, count_review);
}
