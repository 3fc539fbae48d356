/* Owns how the vocabulary reads in the manual. */
#include "command/manual.h"
#include "base/buffer.h"

#include "read/vocabulary.h"

static const char *kind_words(enum value_kind kind)
{
	switch (kind) {
	case KIND_DAY:
		return "YYYY-MM-DD";
	case KIND_MOMENT:
		return "YYYY-MM-DDThh:mm:ssZ";
	case KIND_WHOLE:
		return "a whole number";
	case KIND_DECIMAL:
		return "a decimal number";
	default:
		return "text";
	}
}

/* "internet, previous-enquiry or other". */
static void write_words(struct buffer *out, enum vocabulary_id id)
{
	const struct vocabulary *vocabulary = vocabulary_at(id);

	for (int i = 0; i < vocabulary->word_count; i++) {
		bool last = i + 1 == vocabulary->word_count;

		buffer_format(out, "%s%s",
			      i == 0 ? ""
			      : last ? " or "
				     : ", ",
			      word_at((enum word_id)(vocabulary->first_word + i))->written);
	}
}

static void write_attribute(struct buffer *out, const struct attribute *attribute)
{
	buffer_format(out, ".It Va %s%s\n", attribute->written,
		      attribute->required ? "" : " Pq may be left out");
	if (attribute->kind == KIND_WORD)
		write_words(out, attribute->vocabulary);
	else
		buffer_text(out, kind_words(attribute->kind));
	buffer_text(out, ".\n");
}

/* "contact, in authority, as often as there are": then its attributes. */
static void write_element(struct buffer *out, enum element_id id)
{
	const struct element *element = element_at(id);

	buffer_format(out, "%s.Sy %s", element->parent == ELEMENT_NONE ? "" : ".Pp\n",
		      element->tag);
	if (element->parent != ELEMENT_NONE)
		buffer_format(out, " Pq in %s, %s", element_at(element->parent)->tag,
			      element->repeats ? "any number" : "at most one");
	buffer_byte(out, '\n');
	if (element->attribute_count == 0)
		return;
	buffer_text(out, ".Bl -tag -width Ds -compact -offset indent\n");
	for (int i = 0; i < element->attribute_count; i++)
		write_attribute(out, attribute_at(element->first_attribute + i));
	buffer_text(out, ".El\n");
}

void vocabulary_write_manual(struct buffer *out)
{
	for (int id = 0; id < ELEMENT_COUNT; id++) {
		const struct element *element = element_at((enum element_id)id);

		if (element->parent == ELEMENT_NONE)
			buffer_format(out, ".Ss %s, of the namespace %s\n", element->tag,
				      element->namespace);
		write_element(out, (enum element_id)id);
	}
}
