#include "measure/trial/sample.h"

#include "measure/trial/history.h"

bool sample_published(const struct facts *facts, enum measure_id id)
{
	return facts->sample_year && facts->sample_year->figures.of[id].known;
}

static int count_published(const struct facts *facts)
{
	int count = 0;

	for (int id = 0; id < MEASURE_COUNT; id++)
		count += sample_published(facts, (enum measure_id)id);
	return count;
}

void sample_read(struct facts *facts, struct arena *arena, struct str history)
{
	struct facts read = {.period = facts->period, .authority = facts->authority};
	struct diagnostics unsaid;

	if (record_word(facts->authority, AUTHORITY_SAMPLE) != WORD_SAMPLE_YES)
		return;
	diagnostics_init(&unsaid, arena);
	history_read(&read, arena, history, &unsaid);
	facts->sample_year = read.published_count > 0 ? &read.published[0] : NULL;
	facts->sample_in_short =
		str_format(arena, "Invented case records; %d of %d figures are real",
			   count_published(facts), (int)MEASURE_COUNT);
	facts->sample = str_format(
		arena,
		"This is a sample: the case records behind it are invented. Of its %d figures, %d "
		"are those that %s published for %s; the others are not real.",
		(int)MEASURE_COUNT, count_published(facts),
		record_text(facts->authority, AUTHORITY_NAME), facts->period.label);
}
