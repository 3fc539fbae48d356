/*
 * From tags to records: the machine that extracts and the project's own files share.
 *
 * It follows the vocabulary's table: which element may stand where, which attributes it has, what
 * their values may be. What it makes of a file it hands over element by element; what several
 * facts or records say together is for those who take them.
 */
#ifndef HEARTH_READER_H
#define HEARTH_READER_H

#include "base/map.h"
#include "read/digest.h"
#include "read/record.h"
#include "read/xml.h"

enum {
	MOST_DEPTH = 8,	 /* of the vocabulary's elements */
	MOST_OWN = 32,	 /* attributes of one element in the vocabulary */
	MOST_QUOTED = 60 /* bytes of a value that a message shows */
};

struct frame {
	enum element_id element;
	struct record *record;
	struct record **tail;  /* where the record's next child goes */
	enum element_id guess; /* the child that came last: the next is often the same */
	uint64_t seen;	       /* children that have come, by their distance from this element */
};

struct reader {
	struct arena *arena;
	struct diagnostics *diagnostics;
	enum element_id root;
	void *taker; /* for the three below */
	/* The element's attributes are read; during its tag, so that places can be asked for. */
	void (*element)(struct reader *reader, struct record *record);
	/* A child of the root has ended. */
	void (*complete)(struct reader *reader, struct record *record);
	void (*progress)(struct reader *reader, uint64_t taken);
	bool digests;	   /* of each child of the root, to be taken when it is complete */
	bool keep_records; /* in their root: the root's children hold all */

	struct str file; /* the one being read */
	uint32_t file_index;
	struct record *root_record; /* of the file that was read last; NULL when its root is wrong
				     */
	bool is_return;		    /* an SSDA903 return */

	struct digest digest; /* of the child of the root that is being read */

	/* The rest is the machine's own. */
	struct xml *xml;
	const struct xml_attribute *slots[MOST_OWN]; /* by the element's attributes; NULL: absent */
	struct frame stack[MOST_DEPTH];
	size_t depth;
	size_t passing_over; /* depth below an element that is passed over, itself counted */
	struct map told;     /* unknown attributes that were told, by element and name */
	struct buffer key;
	const unsigned char *namespace, *tags[ELEMENT_COUNT], *names[ATTRIBUTE_COUNT];
	union value absent[ATTRIBUTE_COUNT];
	enum element_id children[ELEMENT_COUNT]; /* of all elements, those of one together */
	int first_child[ELEMENT_COUNT], child_count[ELEMENT_COUNT];
};

void reader_init(struct reader *reader, struct arena *arena, struct diagnostics *diagnostics,
		 enum element_id root);
void reader_release(struct reader *reader);

/* False when the file could not be read to its end. */
bool reader_read(struct reader *reader, struct str path, uint32_t file_index);

/* reader_say.c. During `element`: whether the attribute is there, right or wrong; its place. */
bool reader_is_written(const struct reader *reader, enum attribute_id attribute);
struct place reader_attribute_place(struct reader *reader, enum attribute_id attribute);
struct place reader_tag_place(struct reader *reader);
struct str reader_source(const struct reader *reader, struct place place);

/* What a message shows of a text from a file: NUL-terminated, cut when it is long. */
const char *reader_quote(struct reader *reader, struct str text);
/* "did you mean internet?", or the nearest all the same, or what is allowed. */
const char *reader_advice(struct reader *reader, struct str word, const char *const *candidates,
			  size_t count);

/* Of the tag that is being read: what it is, where it belongs, what would be right instead. */
void reader_say_about_tag(struct reader *reader, enum diagnostic_id id, const char *first,
			  const char *second);
void reader_say_unknown(struct reader *reader, enum element_id parent, const unsigned char *name);
/* Once for each element and name, however many records have it. */
void reader_say_unknown_attribute(struct reader *reader, const struct element *about,
				  enum element_id element, const struct xml_attribute *attribute);

/* value.c: one attribute's value; faults go to the diagnostics, and the value stays absent. */
void reader_take_value(struct reader *reader, struct record *record, int index);

#endif
