/*
 * Rows of a return's tables: from cells, checked, to what they say of a child.
 */
#ifndef HEARTH_READ_RETURNS_ROW_H
#define HEARTH_READ_RETURNS_ROW_H

#include "base/date.h"
#include "base/map.h"
#include "read/returns/code.h"
#include "read/returns/fault.h"

/* In the order in which a CSV file's columns are looked at. */
enum return_table { TABLE_EPISODES, TABLE_HEADER, TABLE_OC3, TABLE_UASC, TABLE_NONE };

struct return_cell {
	struct str value;   /* trimmed; empty: absent */
	struct place place; /* line 0: there is no such cell */
};

struct return_row {
	enum return_table table;
	uint32_t file;
	struct place place;
	bool in_xml;
	bool child_told;     /* that it names no child */
	const bool *columns; /* of a CSV table: which fields it has; NULL in XML */
	struct return_cell cells[FIELD_COUNT];
};

struct return_header {
	struct return_header *next; /* as read */
	uint32_t file;
	struct place place;
	int32_t dob;
	enum return_code sex, ethnic;
};

struct return_episode {
	struct return_episode *next; /* as read */
	uint32_t file;
	struct place place, child_place, decom_place, rec_place;
	int32_t decom, dec;
	enum return_code rne, ls, pl, provider, rec, reason;
	const char *pl_post, *home_post; /* without spaces, in capitals; "" for none */
	uint32_t carer;			 /* its number in the chain of carers; 0: temporary */
	int64_t distance;		 /* thousandths of a mile; -1: not known */
};

/* A row of OC3 that says where the care leaver lives. */
struct return_leaver {
	struct return_leaver *next;
	uint32_t file;
	struct place place;
	int32_t dob;
	bool stays_put;
};

struct return_child {
	struct return_child *next; /* as first read */
	const char *id;
	struct return_header *headers, **last_header;
	struct return_episode *episodes, **last_episode;
	struct return_leaver *leavers, **last_leaver;
	bool uasc;
	/* After returns_merge(): what counts. */
	const struct return_header *header;
	struct return_episode **chain; /* in order of their beginning */
	size_t chain_length;
	const struct return_leaver *leaver;
};

struct return_file {
	int32_t latest; /* day that an episode begins or ends; DAY_NONE */
	bool has_episodes;
};

struct returns {
	struct arena *arena;
	struct diagnostics *diagnostics;
	struct return_file *files; /* by their numbers; those that are no returns are empty */
	size_t file_count;
	struct str first_file; /* that is a return; empty when none is */
	bool leavers_known;    /* XML, or a table of OC3 */
	struct map by_id;
	struct return_child *first, **last;
	struct return_faults faults;
	size_t fault_counts[RETURN_FAULT_COUNT];
	bool distances; /* postcodes were there */
};

void returns_take_row(struct returns *returns, const struct return_row *row);

#endif
