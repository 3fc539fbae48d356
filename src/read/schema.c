#include "read/schema.h"
#include "base/buffer.h"
#include "read/extract.h"

/* Dates that exist, from 1900 to 2199; months of 31 and 30 days, February, leap years. */
#define YEAR "(19|20|21)[0-9]{2}"
#define LEAP "((19|21)(0[48]|[2468][048]|[13579][26])|20([02468][048]|[13579][26]))"
#define DATE                                                                                       \
	"(" YEAR "-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|" YEAR "-(0[13-9]|1[0-2])-(29|30)|" YEAR \
	"-(0[13578]|1[02])-31|" LEAP "-02-29)"
#define TIME "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"

static void write_pattern(struct buffer *out, const char *name, const char *about,
			  const char *pattern)
{
	buffer_format(out,
		      "  <xs:simpleType name=\"%s\">\n"
		      "    <xs:annotation><xs:documentation>%s</xs:documentation></xs:annotation>\n"
		      "    <xs:restriction base=\"xs:string\"><xs:pattern value=\"%s\"/>"
		      "</xs:restriction>\n"
		      "  </xs:simpleType>\n",
		      name, about, pattern);
}

static void write_kinds(struct buffer *out)
{
	buffer_text(out, "  <xs:simpleType name=\"text\">\n"
			 "    <xs:restriction base=\"xs:string\"><xs:minLength value=\"1\"/>"
			 "</xs:restriction>\n"
			 "  </xs:simpleType>\n");
	write_pattern(out, "date", "A real date from 1900 to 2199.", DATE);
	write_pattern(out, "moment", "A real date and time, UTC.", DATE "T" TIME "Z");
	write_pattern(out, "whole", "1 to 6 digits.", "[0-9]{1,6}");
	write_pattern(out, "decimal", "1 to 6 digits, then perhaps a point and 1 to 3 digits.",
		      "[0-9]{1,6}(\\.[0-9]{1,3})?");
}

/* What `covers` names: kinds of record, parted by spaces. */
static void write_record_names(struct buffer *out)
{
	buffer_text(out, "  <xs:simpleType name=\"records\">\n"
			 "    <xs:annotation><xs:documentation>Records of which the source hands "
			 "over all there were, even when there were none."
			 "</xs:documentation></xs:annotation>\n"
			 "    <xs:list><xs:simpleType><xs:restriction base=\"xs:string\">\n");
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		if (element_at(i)->parent == ELEMENT_EXTRACT)
			buffer_format(out, "      <xs:enumeration value=\"%s\"/>\n",
				      element_at(i)->tag);
	}
	buffer_text(out, "    </xs:restriction></xs:simpleType></xs:list>\n  </xs:simpleType>\n");
}

/* The name of a vocabulary as a type: "enquiry-source". */
static void write_vocabulary_name(struct buffer *out, enum vocabulary_id id)
{
	for (const char *at = vocabulary_at(id)->name; *at; at++)
		buffer_byte(out, *at == '_' ? '-' : (char)(*at | 0x20));
}

static void write_vocabulary(struct buffer *out, enum vocabulary_id id)
{
	const struct vocabulary *vocabulary = vocabulary_at(id);
	buffer_text(out, "  <xs:simpleType name=\"");
	write_vocabulary_name(out, id);
	buffer_text(out, "\">\n    <xs:restriction base=\"xs:string\">\n");
	for (int i = 0; i < vocabulary->word_count; i++) {
		const struct word *word = word_at(vocabulary->first_word + i);
		buffer_format(out, "      <xs:enumeration value=\"%s\"/>\n", word->written);
	}
	buffer_text(out, "    </xs:restriction>\n  </xs:simpleType>\n");
}

static void write_vocabularies(struct buffer *out)
{
	bool written[VOCABULARY_COUNT] = {[VOCABULARY_NONE] = true};
	for (int i = 0; i < ATTRIBUTE_COUNT; i++) {
		const struct attribute *attribute = attribute_at(i);
		if (element_at(attribute->element)->root != ELEMENT_EXTRACT ||
		    written[attribute->vocabulary])
			continue;
		write_vocabulary(out, attribute->vocabulary);
		written[attribute->vocabulary] = true;
	}
}

static void write_attributes(struct buffer *out, const struct element *element)
{
	static const char *const types[] = {
		[KIND_TEXT] = "text",	[KIND_DAY] = "date",	    [KIND_MOMENT] = "moment",
		[KIND_WHOLE] = "whole", [KIND_DECIMAL] = "decimal",
	};
	for (int i = 0; i < element->attribute_count; i++) {
		const struct attribute *attribute = attribute_at(element->first_attribute + i);
		buffer_format(out, "    <xs:attribute name=\"%s\" type=\"h:", attribute->written);
		if (element->first_attribute + i == EXTRACT_COVERS)
			buffer_text(out, "records");
		else if (attribute->kind == KIND_WORD)
			write_vocabulary_name(out, attribute->vocabulary);
		else
			buffer_text(out, types[attribute->kind]);
		buffer_format(out, "\"%s/>\n", attribute->required ? " use=\"required\"" : "");
	}
	buffer_text(out, "    <xs:anyAttribute namespace=\"##other\" processContents=\"skip\"/>\n");
}

static void write_child(struct buffer *out, enum element_id child, const char *occurs)
{
	const struct element *element = element_at(child);
	buffer_format(out, "      <xs:element name=\"%s\" type=\"h:%s-%s\"%s/>\n", element->tag,
		      element_at(element->parent)->tag, element->tag, occurs);
}

/* Children that may repeat and elements of other namespaces, in any number and order. */
static void write_many(struct buffer *out, enum element_id parent)
{
	buffer_text(out, "      <xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\">\n");
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		if (element_at(i)->parent == parent && element_at(i)->repeats)
			write_child(out, i, "");
	}
	buffer_text(out, "      <xs:any namespace=\"##other\" processContents=\"skip\"/>\n"
			 "      </xs:choice>\n");
}

static void write_children(struct buffer *out, enum element_id parent)
{
	enum element_id once = ELEMENT_NONE;
	int count = 0;
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		if (element_at(i)->parent == parent && !element_at(i)->repeats) {
			once = i;
			count++;
		}
	}
	if (count > 1) {
		buffer_text(out, "    <xs:all>\n");
		for (int i = 0; i < ELEMENT_COUNT; i++) {
			if (element_at(i)->parent == parent)
				write_child(out, i, " minOccurs=\"0\"");
		}
		buffer_text(out, "    </xs:all>\n");
		return;
	}
	buffer_text(out, "    <xs:sequence>\n");
	write_many(out, parent);
	if (count) {
		buffer_text(out, "      <xs:sequence minOccurs=\"0\">\n");
		write_child(out, once, "");
		write_many(out, parent);
		buffer_text(out, "      </xs:sequence>\n");
	}
	buffer_text(out, "    </xs:sequence>\n");
}

static void write_type(struct buffer *out, enum element_id id)
{
	const struct element *element = element_at(id);
	if (element->parent == ELEMENT_NONE)
		buffer_text(out, "  <xs:complexType name=\"extract\">\n");
	else
		buffer_format(out, "  <xs:complexType name=\"%s-%s\">\n",
			      element_at(element->parent)->tag, element->tag);
	write_children(out, id);
	write_attributes(out, element);
	buffer_text(out, "  </xs:complexType>\n");
}

/* An id is unique among the records of its element. */
static void write_root(struct buffer *out)
{
	const struct element *root = element_at(ELEMENT_EXTRACT);
	buffer_format(out, "  <xs:element name=\"%s\" type=\"h:extract\">\n", root->tag);
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		const char *tag = element_at(i)->tag;
		if (element_at(i)->parent == ELEMENT_EXTRACT)
			buffer_format(out,
				      "    <xs:unique name=\"%s-id\"><xs:selector xpath=\"h:%s\"/>"
				      "<xs:field xpath=\"@id\"/></xs:unique>\n",
				      tag, tag);
	}
	buffer_text(out, "  </xs:element>\n");
}

void extract_write_schema(struct buffer *out)
{
	const char *namespace = element_at(ELEMENT_EXTRACT)->namespace;
	buffer_format(out,
		      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:h=\"%s\"\n"
		      "    targetNamespace=\"%s\" elementFormDefault=\"qualified\">\n",
		      namespace, namespace);
	write_root(out);
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		if (element_at(i)->root == ELEMENT_EXTRACT)
			write_type(out, i);
	}
	write_kinds(out);
	write_record_names(out);
	write_vocabularies(out);
	buffer_text(out, "</xs:schema>\n");
}
