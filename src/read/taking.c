/* The reader's events turned into records that are complete. Owns the reader. */
#include "read/taking.h"

#include "read/reader_say.h"

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

static void note_household(struct taking *taking, const struct record *record)
{
	enum attribute_id attribute = naming_attribute(record);
	const char *id = attribute == ATTRIBUTE_NONE ? NULL : record_text(record, attribute);
	if (!id)
		return;
	struct place place = reader_attribute_place(&taking->reader, attribute);
	struct pending named =
		identity_named(id, (struct spot){record->file, place.line, place.column});
	taking->ask(taking->taker, &named);
}

static void take_element(struct reader *reader, struct record *record)
{
	struct taking *taking = reader->taker;
	if (record->element == ELEMENT_EXTRACT) {
		taking->root_end = xml_tag_end(reader->xml);
		if (taking->root)
			taking->root(taking->taker, record);
		return;
	}
	bool is_record = element_at(record->element)->parent == ELEMENT_EXTRACT;
	if (is_record)
		taking->current = record;
	check_element(reader, record, is_record ? NULL : taking->current, &taking->late);
	note_household(taking, record);
}

static void take_complete(struct reader *reader, struct record *record)
{
	struct taking *taking = reader->taker;
	check_complete(reader, record, &taking->late);
	/* Every record's first attribute. */
	const char *id = record_text(record, element_at(record->element)->first_attribute);
	uint64_t digest = digest_take(&reader->digest);
	struct pending pending =
		id ? identity_of(record, id, digest) : (struct pending){.record = record};
	taking->ask(taking->taker, &pending);
}

static void on_progress(struct reader *reader, uint64_t taken)
{
	struct taking *taking = reader->taker;
	if (taking->progress)
		taking->progress(taking->taker, taken);
}

void taking_init(struct taking *taking, struct arena *arena, struct diagnostics *diagnostics)
{
	*taking = (struct taking){0};
	reader_init(&taking->reader, arena, diagnostics, ELEMENT_EXTRACT);
	taking->reader.taker = taking;
	taking->reader.digests = true;
	taking->reader.element = take_element;
	taking->reader.complete = take_complete;
	taking->reader.progress = on_progress;
}

void taking_release(struct taking *taking)
{
	reader_release(&taking->reader);
}
