#include "measure/passes/recruitment.h"
#include "measure/passes/tally.h"

/* The day of an enquiry's only child of a kind; DAY_NONE when it isn't there. */
static int32_t day_of_step(const struct record *enquiry, enum element_id element,
			   enum attribute_id attribute)
{
	const struct record *step = record_child(enquiry, element);

	return step ? record_day(step, attribute) : DAY_NONE;
}

struct steps {
	int32_t applied, visited, assessed, assessment_done, closed;
};

static struct steps steps_of(const struct record *enquiry)
{
	return (struct steps){
		.applied = day_of_step(enquiry, ELEMENT_ENQUIRY_APPLICATION,
				       ENQUIRY_APPLICATION_RECEIVED),
		.visited = day_of_step(enquiry, ELEMENT_ENQUIRY_INITIAL_VISIT,
				       ENQUIRY_INITIAL_VISIT_DATE),
		.assessed = day_of_step(enquiry, ELEMENT_ENQUIRY_ASSESSMENT,
					ENQUIRY_ASSESSMENT_STARTED),
		.assessment_done = day_of_step(enquiry, ELEMENT_ENQUIRY_ASSESSMENT,
					       ENQUIRY_ASSESSMENT_COMPLETED),
		.closed = day_of_step(enquiry, ELEMENT_ENQUIRY_CLOSED, ENQUIRY_CLOSED_DATE),
	};
}

static void count_visit(struct tally *tally, const struct record *enquiry,
			const struct steps *steps)
{
	tally_add(tally, MEASURE_VISITS_TOTAL, enquiry, 1);
	if (by_the_end(tally, steps->assessed))
		tally_add(tally, MEASURE_VISITS_PROGRESSED, enquiry, 1);
	else if (by_the_end(tally, steps->closed))
		tally_add(tally, MEASURE_VISITS_CLOSED, enquiry, 1);
	else
		tally_add(tally, MEASURE_VISITS_OPEN, enquiry, 1);
}

static void count_enquiry(struct tally *tally, const struct record *enquiry)
{
	const struct period *period = tally->period;
	struct steps steps = steps_of(enquiry);

	if (period_holds(period, record_day(enquiry, ENQUIRY_RECEIVED))) {
		tally_add(tally, MEASURE_ENQUIRIES_TOTAL, enquiry, 1);
		if (!by_the_end(tally, steps.applied))
			tally_add(tally, MEASURE_ENQUIRIES_NOT_APPLIED, enquiry, 1);
	}
	if (period_holds(period, steps.applied)) {
		tally_add(tally, MEASURE_APPLICATIONS_TOTAL, enquiry, 1);
		if (!by_the_end(tally, steps.visited) && by_the_end(tally, steps.closed))
			tally_add(tally, MEASURE_APPLICATIONS_CLOSED_BEFORE_VISIT, enquiry, 1);
	}
	if (period_holds(period, steps.visited))
		count_visit(tally, enquiry, &steps);
	if (period_holds(period, steps.assessed))
		tally_add(tally, MEASURE_ASSESSMENTS_STARTED, enquiry, 1);
	if (period_holds(period, steps.assessment_done))
		tally_add(tally, MEASURE_ASSESSMENTS_COMPLETED, enquiry, 1);
}

static void count_event(struct tally *tally, const struct record *event)
{
	if (period_holds(tally->period, record_day(event, RECRUITMENT_EVENT_DATE)))
		tally_add(tally, MEASURE_EVENTS_TOTAL, event, 1);
}

void count_recruitment(struct tally *tally)
{
	tally_each(tally, ELEMENT_ENQUIRY, count_enquiry);
	tally_each(tally, ELEMENT_RECRUITMENT_EVENT, count_event);
}
