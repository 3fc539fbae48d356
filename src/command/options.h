/*
 * The command line as a struct. Parsed by getopt_long from the rows of options.def.
 */
#ifndef HEARTH_COMMAND_OPTIONS_H
#define HEARTH_COMMAND_OPTIONS_H

#include <stdio.h>

#include "base/date.h"

#define HEARTH_VERSION "1.0.0"

enum command {
	COMMAND_NONE = -1,
#define COMMAND(id, name, run, kind, operands, summary) COMMAND_##id,
#include "command/options.def"
	COMMAND_COUNT
};

enum output_format { FORMAT_TEXT, FORMAT_JSON, FORMAT_CSV };

/* Exit statuses: cli manual. */
enum status { STATUS_DONE = 0, STATUS_INPUT = 1, STATUS_USAGE = 2, STATUS_SYSTEM = 3 };

struct options {
	enum command command;
	struct str program; /* as it was called */
	struct str input, output, templates, fonts;
	bool replace, strict, records, all;
	size_t max_errors; /* 0: no limit */
	enum output_format format;
	struct period *years; /* as written, oldest first, each once; none: the newest is meant */
	size_t year_count;
	struct str subject; /* the MEASURE, the DOCUMENT.FORMAT, the council's NAME */
	struct str council; /* the CODE of a council that starts; may be empty */
	bool verbose, suggest;
	struct str councils;	/* the folder of many councils; may be empty */
	size_t jobs;		/* at once; 0: not given */
	bool if_changed;	/* a pack that would become what it is stays */
	bool is_patient;	/* waits while another run writes in the output folder */
	struct str mapping;	/* a file; may be empty */
	bool fragment;		/* of a page, for a page of the council's site */
	unsigned heading_level; /* of its title, 1 to 4; 0: not given */
	struct str pack;	/* where the pack is on the web; may be empty */
	int64_t threshold;	/* of an audit: the largest number that is small */
	struct str key;		/* the file of minisign's key; may be empty */
	const char **folders;	/* the DIRs of seal, verify and audit, the FILEs of import */
	size_t folder_count;
	int64_t now;   /* SOURCE_DATE_EPOCH, or the time */
	int32_t today; /* the day; that of SOURCE_DATE_EPOCH when it is later */
};

/*
 * Parses; false when the program should end at once with *status: after --help or --version (0), or
 * when the command line is wrong (2), which was then said on standard error.
 */
bool options_parse(struct options *options, struct arena *arena, int argc, char **argv,
		   enum status *status);

/* "hearth: ..." on standard error. */
__attribute__((format(printf, 1, 2))) void program_says(const char *format, ...);

#endif
