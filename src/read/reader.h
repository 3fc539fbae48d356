/*
 * From tags to records: the machine that extracts and the project's own files share.
 *
 * It follows the vocabulary's table: which element may stand where, which attributes it has, what
 * their values may be. What it makes of a file it hands over element by element; what several
 * facts or records say together is for those who take them.
 */
#ifndef HEARTH_READ_READER_H
#define HEARTH_READ_READER_H

#include "base/map.h"
#include "read/digest.h"
#include "read/record.h"
#include "read/xml/feed.h"

enum {
	MOST_DEPTH = 8,	 /* of the vocabulary's elements */
	MOST_OWN = 32,	 /* attributes of one element in the vocabulary */
	MOST_QUOTED = 60 /* bytes of a value that a message shows */
};

struct frame {
	enum element_id element;
	struct record *record;
	struct record *last_child;
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

	struct digest digest; /* of the child of the root that is being read */

	/* The rest is the machine's own. */
	struct xml *xml;
	const struct xml_attribute *slots[MOST_OWN]; /* by the element's attributes; NULL: absent */
	struct frame stack[MOST_DEPTH];
	size_t depth;
	size_t passing_over; /* depth below an element that is passed over, itself counted */
	struct map told;     /* unknown attributes that were told, by element and name */
	const struct map *told_before; /* the same by another reader; may be NULL */
	struct buffer key;
	const unsigned char *namespace, *tags[ELEMENT_COUNT], *names[ATTRIBUTE_COUNT];
	enum element_id children[ELEMENT_COUNT]; /* of all elements, those of one together */
	int first_child[ELEMENT_COUNT], child_count[ELEMENT_COUNT];
};

void reader_init(struct reader *reader, struct arena *arena, struct diagnostics *diagnostics,
		 enum element_id root);
void reader_release(struct reader *reader);

/* False when the file could not be read to its end. */
bool reader_read(struct reader *reader, struct str path, uint32_t file_index);

/* For those who push the file's bytes by themselves, into this parser. */
struct xml *reader_begin(struct reader *reader, struct str path, uint32_t file_index);
/* xml_is_between(), and nothing is being passed over. */
bool reader_is_between(const struct reader *reader);

#endif
