/*
 * All records of a run: the case extracts of a year, read as one.
 *
 * Reading and validating are one pass over each file (libxml2's SAX2 push parser, 64 KiB at a
 * time); what concerns several records (clashing ids, references to households, kinds of record
 * that no file holds) is settled at the end. Every fault goes to the diagnostics.
 */
#ifndef HEARTH_READ_EXTRACT_H
#define HEARTH_READ_EXTRACT_H

#include "read/record.h"
#include "read/returns/fault.h"

struct extract {
	struct arena *arena;
	struct str *files; /* the paths as given, in the order read: by byte */
	size_t file_count;
	struct record *first[ELEMENT_COUNT]; /* the records of each element name, as written */
	size_t count[ELEMENT_COUNT];
	/* Kinds of record that are known about: some file holds one, or an extract covers the kind
	   and there was none. */
	bool held[ELEMENT_COUNT];
	/* Children come from SSDA903 returns, which name no households; */
	bool from_return;
	bool distances;	   /* whether they could be measured; */
	bool staying_ends; /* some file tells when Staying Put ended: a return doesn't; */
	size_t return_faults[RETURN_FAULT_COUNT]; /* what didn't fit together in them. */
};

struct extract_options {
	struct str folder;     /* input/2024-25/extracts */
	struct str file;       /* this one alone, in place of a folder; may be empty */
	struct str postcodes;  /* input/postcodes.csv, which may be missing; or empty */
	const char *authority; /* the code that every extract must carry; NULL: any */
	const struct period
		*period; /* for `generated on or before the last day`, Staying Put ages */
	/* Told how far reading has come, about every 64 KiB; may be NULL. */
	void (*progress)(void *context, struct str file, size_t bytes_done, size_t bytes_all);
	void *progress_context;
	size_t jobs;	    /* cores to use; 0: those that there are. Nothing else depends on it. */
	size_t piece_bytes; /* a large file is cut into such pieces; 0: as is best */
};

/*
 * Reads every extract of the folder into `extract`. False when there were errors (they are in
 * `diagnostics`); the records read so far are there all the same.
 */
bool extract_read(struct extract *extract, struct arena *arena,
		  const struct extract_options *options, struct diagnostics *diagnostics);

struct place record_place(const struct extract *extract, const struct record *record);

/* Whether a file of that name in the folder of extracts is read: .xml, .xml.gz or .csv. */
bool extract_is_name(struct str name);

#endif
