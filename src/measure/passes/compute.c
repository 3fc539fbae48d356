#include "measure/passes/compute.h"
#include "base/number.h"
#include "measure/passes/allegations.h"
#include "measure/passes/approvals.h"
#include "measure/passes/children.h"
#include "measure/passes/households.h"
#include "measure/passes/kinship.h"
#include "measure/passes/panel.h"
#include "measure/passes/recruitment.h"
#include "measure/passes/reviews.h"
#include "measure/passes/service.h"
#include "measure/passes/tally.h"

static struct figure rate_of(const int64_t *amount, const struct rule *rule)
{
	struct figure figure = {.is_rate = true,
				.numerator = amount[rule->left],
				.denominator = amount[rule->right]};

	if (figure.denominator > 0) {
		figure.known = true;
		figure.value = number_percent(figure.numerator, figure.denominator);
	}
	return figure;
}

static struct figure figure_of(const int64_t *amount, enum measure_id id)
{
	const struct rule *rule = rule_at(id);

	if (rule->kind == RULE_RATE)
		return rate_of(amount, rule);
	if (rule->kind == RULE_DIFFERENCE) {
		return (struct figure){.known = true,
				       .value = amount[rule->left] - amount[rule->right]};
	}
	return (struct figure){.known = true, .value = amount[id]};
}

void measure_year(const struct extract *extract, const struct period *period,
		  struct figures *figures, struct counted *counted)
{
	struct tally tally;

	tally_init(&tally, extract, period, counted);
	households_index(&tally);
	count_recruitment(&tally);
	count_approvals(&tally);
	count_households(&tally);
	count_children(&tally);
	count_kinship(&tally);
	count_panel(&tally);
	count_allegations(&tally);
	count_reviews(&tally);
	count_service(&tally);

	figures->period = *period;
	for (int id = 0; id < MEASURE_COUNT; id++)
		figures->of[id] = measure_has_records(id, extract)
					  ? figure_of(tally.amount, id)
					  : (struct figure){.reason = REASON_NO_RECORDS};
	tally_release(&tally);
}
