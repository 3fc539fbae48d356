/* Owns the command line: commands, options, help. Knows nothing of what commands do. */
#include "command/options.h"
#include "base/buffer.h"
#include "base/nearest.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/diagnostic.h"
#include "base/number.h"
#include "command/manual.h"

#ifndef HEARTH_SHARE
#define HEARTH_SHARE "/usr/local/share/hearth"
#endif

#define FOR(command) (1u << COMMAND_##command)
#define FOR_ALL (~0u)

enum option_id {
#define OPTION(id, name, argument, standard, commands, help) OPTION_##id,
#include "command/options.def"
	OPTION_COUNT
};

static const struct {
	const char *name, *operands, *summary;
} commands[] = {
#define COMMAND(id, name, run, kind, operands, summary) {name, operands, summary},
#include "command/options.def"
};

static const struct {
	const char *name, *argument, *standard, *help;
	unsigned commands;
} option_rows[] = {
#define OPTION(id, name, argument, standard, commands, help)                                       \
	{name, argument, standard, help, commands},
#include "command/options.def"
};

void program_says(const char *format, ...)
{
	va_list list;

	va_start(list, format);
	fputs("hearth: ", stderr);
	vfprintf(stderr, format, list);
	fputc('\n', stderr);
	va_end(list);
}

static void print_option(FILE *out, int id)
{
	char left[40];

	snprintf(left, sizeof left, "--%s%s%s", option_rows[id].name,
		 option_rows[id].argument ? " " : "",
		 option_rows[id].argument ? option_rows[id].argument : "");
	fprintf(out, "  %-18s %s", left, option_rows[id].help);
	if (option_rows[id].standard)
		fprintf(out, " (%s)", option_rows[id].standard);
	fputc('\n', out);
}

static void print_program_help(FILE *out)
{
	fputs("Hearth turns a year of a fostering service's case extracts into the documents that\n"
	      "the council must publish: the annual report, the statement of purpose and the\n"
	      "scrutiny report, as PDF and as HTML.\n\n",
	      out);
	for (int i = 0; i < COMMAND_COUNT; i++)
		fprintf(out, "  hearth %-8s %-24s\n      %s\n", commands[i].name,
			commands[i].operands, commands[i].summary);
	fputs("\nA YEAR is a financial year as reports write it: 2024-25. Without one, the newest "
	      "year\n"
	      "of the input is meant. `hearth COMMAND --help` lists a command's options.\n\n"
	      "Exit status: 0 done; 1 the input is wrong and nothing was written; 2 the command "
	      "line\n"
	      "is wrong; 3 the system failed.\n",
	      out);
}

/* COMMAND_NONE: the program's. */
static void print_help(FILE *out, enum command command)
{
	if (command == COMMAND_NONE) {
		print_program_help(out);
		return;
	}
	fprintf(out, "hearth %s [OPTION...] %s\n\n%s\n\nOptions (and what they are by default):\n",
		commands[command].name, commands[command].operands, commands[command].summary);
	for (int id = 0; id < OPTION_COUNT; id++)
		if (option_rows[id].commands & (1u << command))
			print_option(out, id);
}

static void print_manual_option(FILE *out, int id)
{
	fprintf(out, ".It Fl Fl %s", option_rows[id].name);
	if (option_rows[id].argument)
		fprintf(out, " Ar %s", option_rows[id].argument);
	fprintf(out, "\n%s", option_rows[id].help);
	if (option_rows[id].standard)
		fprintf(out, "; by default\n.Ql %s", option_rows[id].standard);
	fputs(".\n", out);
}

/* The options of a command, its help left out; nothing when it has none. */
static void print_manual_options(FILE *out, int command)
{
	bool open = false;

	for (int id = 0; id < OPTION_COUNT; id++) {
		if (option_rows[id].commands == FOR_ALL ||
		    !(option_rows[id].commands & (1u << command)))
			continue;
		if (!open)
			fputs(".Bl -tag -width Ds\n", out);
		open = true;
		print_manual_option(out, id);
	}
	if (open)
		fputs(".El\n", out);
}

/* The commands and their options as a section of the manual page, in mdoc. */
static void print_manual(FILE *out)
{
	for (int command = 0; command < COMMAND_COUNT; command++) {
		fprintf(out, ".Ss hearth %s %s\n%s\n", commands[command].name,
			commands[command].operands, commands[command].summary);
		print_manual_options(out, command);
	}
}

/* What Makefile puts into the manual page: the commands, or the files' elements. */
static void print_manual_section(const char *section)
{
	struct buffer out = {0};

	if (strcmp(section, "files") != 0) {
		print_manual(stdout);
		return;
	}
	vocabulary_write_manual(&out);
	fwrite(out.at, 1, out.length, stdout);
	buffer_release(&out);
}

static enum command find_command(const char *name)
{
	for (int i = 0; i < COMMAND_COUNT; i++)
		if (strcmp(commands[i].name, name) == 0)
			return (enum command)i;
	return COMMAND_NONE;
}

static bool wrong_command(const char *name)
{
	const char *names[COMMAND_COUNT];
	const char *nearest;

	for (int i = 0; i < COMMAND_COUNT; i++)
		names[i] = commands[i].name;
	nearest = nearest_word(str_of(name), names, COMMAND_COUNT);
	if (nearest)
		program_says("there is no command \"%s\": did you mean %s?", name, nearest);
	else
		program_says("there is no command \"%s\": `hearth --help` lists them", name);
	return false;
}

/* A number from 1 to 999999. */
static bool parse_limit(const char *name, const char *text, size_t *limit)
{
	int64_t value;

	if (!number_parse_whole(str_of(text), &value) || value == 0) {
		program_says("--%s takes a number from 1 to 999999, not \"%s\"", name, text);
		return false;
	}
	*limit = (size_t)value;
	return true;
}

static bool parse_format(struct options *options, const char *text)
{
	static const char *const names[] = {"text", "json", "csv"};
	size_t count = options->command == COMMAND_MEASURES ? 3 : 2;

	for (size_t i = 0; i < count; i++) {
		if (strcmp(names[i], text) == 0) {
			options->format = (enum output_format)i;
			return true;
		}
	}
	program_says("--format is text%s or json, not \"%s\"", count == 3 ? ", csv" : "", text);
	return false;
}

static bool parse_heading_level(const char *text, unsigned *level)
{
	*level = text[0] >= '1' && text[0] <= '4' && !text[1] ? (unsigned)(text[0] - '0') : 0;
	if (*level == 0)
		program_says("--heading-level takes a number from 1 to 4, not \"%s\"", text);
	return *level > 0;
}

static bool parse_threshold(const char *text, int64_t *threshold)
{
	if (number_parse_whole(str_of(text), threshold) && *threshold > 0)
		return true;
	program_says("--threshold takes a number from 1 to 999999, not \"%s\"", text);
	return false;
}

static bool parse_code(const char *text, struct str *code)
{
	*code = str_of(text);
	if (code->length == 9 && text[0] >= 'A' && text[0] <= 'Z' &&
	    strspn(text + 1, "0123456789") == 8)
		return true;
	program_says("--council takes a nine-character code, as E08000025, not \"%s\"", text);
	return false;
}

static bool take_option(struct options *options, int id, const char *argument)
{
	switch ((enum option_id)id) {
	case OPTION_INPUT:
		options->input = str_of(argument);
		return true;
	case OPTION_OUTPUT:
		options->output = str_of(argument);
		return true;
	case OPTION_TEMPLATES:
		options->templates = str_of(argument);
		return true;
	case OPTION_FONTS:
		options->fonts = str_of(argument);
		return true;
	case OPTION_REPLACE:
		return options->replace = true;
	case OPTION_STRICT:
		return options->strict = true;
	case OPTION_MAPPING:
		options->mapping = str_of(argument);
		return true;
	case OPTION_SUGGEST:
		return options->suggest = true;
	case OPTION_VERBOSE:
		return options->verbose = true;
	case OPTION_ALL:
		return options->all = true;
	case OPTION_RECORDS:
		return options->records = true;
	case OPTION_MAX_ERRORS:
		return parse_limit("max-errors", argument, &options->max_errors);
	case OPTION_JOBS:
		return parse_limit("jobs", argument, &options->jobs);
	case OPTION_COUNCILS:
		options->councils = str_of(argument);
		return true;
	case OPTION_IF_CHANGED:
		return options->if_changed = options->is_patient = true;
	case OPTION_FORMAT:
		return parse_format(options, argument);
	case OPTION_COUNCIL:
		return parse_code(argument, &options->council);
	case OPTION_FRAGMENT:
		return options->fragment = true;
	case OPTION_HEADING_LEVEL:
		return parse_heading_level(argument, &options->heading_level);
	case OPTION_THRESHOLD:
		return parse_threshold(argument, &options->threshold);
	case OPTION_KEY:
		options->key = str_of(argument);
		return true;
	case OPTION_PACK:
		options->pack = str_of(argument);
		return true;
	default:
		return true;
	}
}

/* Our rows as getopt's, those of the command alone; `val` is the row's number plus one. */
static void fill_getopt(struct option *rows, enum command command)
{
	size_t count = 0;

	for (int id = 0; id < OPTION_COUNT; id++) {
		if (command != COMMAND_NONE && !(option_rows[id].commands & (1u << command)))
			continue;
		rows[count++] = (struct option){
			option_rows[id].name,
			option_rows[id].argument ? required_argument : no_argument, NULL, id + 1};
	}
	rows[count] = (struct option){0};
}

static bool say_help(enum command command, int id)
{
	if (id == OPTION_VERSION)
		puts("hearth " HEARTH_VERSION);
	else
		print_help(stdout, command);
	return false;
}

static bool parse_options(struct options *options, int argc, char **argv, enum status *status)
{
	struct option rows[OPTION_COUNT + 1];
	int chosen;

	fill_getopt(rows, options->command);
	opterr = 0;
	optind = 1;
	while ((chosen = getopt_long(argc, argv, ":", rows, NULL)) != -1) {
		if (chosen == '?' || chosen == ':') {
			program_says(
				chosen == ':'
					? "%s needs a value: `hearth %s --help`"
					: "%s is not an option here: `hearth %s --help` lists them",
				argv[optind - 1], commands[options->command].name);
			return false;
		}
		if (chosen - 1 == OPTION_HELP || chosen - 1 == OPTION_VERSION) {
			*status = STATUS_DONE;
			return say_help(options->command, chosen - 1);
		}
		if (!take_option(options, chosen - 1, optarg))
			return false;
	}
	return true;
}

static int compare_periods(const void *a, const void *b)
{
	const struct period *left = a, *right = b;

	return (left->first > right->first) - (left->first < right->first);
}

static bool take_years(struct options *options, struct arena *arena, int count, char **words)
{
	size_t kept = 0;

	options->years = ARENA_ARRAY(arena, (size_t)count, struct period);
	for (int i = 0; i < count; i++) {
		if (!period_parse(str_of(words[i]), &options->years[i])) {
			program_says("\"%s\" is not a financial year: write it as 2024-25",
				     words[i]);
			return false;
		}
	}
	qsort(options->years, (size_t)count, sizeof *options->years, compare_periods);
	for (int i = 0; i < count; i++)
		if (kept == 0 || options->years[i].first != options->years[kept - 1].first)
			options->years[kept++] = options->years[i];
	options->year_count = kept;
	return true;
}

static bool too_many(const struct options *options)
{
	program_says("that is one operand too many: hearth %s %s", commands[options->command].name,
		     commands[options->command].operands);
	return false;
}

static bool missing_operand(const struct options *options)
{
	program_says("something is missing: hearth %s %s", commands[options->command].name,
		     commands[options->command].operands);
	return false;
}

/* The style of fragments is the same in all years. */
static bool is_style(const struct options *options)
{
	bool style = str_is(options->subject, "hearth.css");

	if (style)
		program_says("hearth.css is of no year: write hearth render hearth.css");
	return style;
}

/* Whether the options of fragments are with one, and that is of a web page. */
static bool fits_fragment(const struct options *options)
{
	static const char example[] = "hearth render --fragment annual-report.html";

	if (options->fragment && !str_ends(options->subject, STR(".html"))) {
		program_says("--fragment is for web pages, not for \"%.*s\": write %s",
			     STR_ARG(options->subject), example);
		return false;
	}
	if (!options->fragment && (options->heading_level > 0 || options->pack.length > 0)) {
		program_says("--heading-level and --pack go with --fragment: write %s", example);
		return false;
	}
	return true;
}

/* A plan is of many councils; the folder of one goes with a build of one. */
static bool fits_councils(const struct options *options)
{
	if (options->command == COMMAND_PLAN && !options->councils.length)
		program_says("plan needs the folder of the councils: hearth plan --councils DIR");
	else if (options->councils.length && options->input.length)
		program_says("--input is one council's folder, --councils that of many: "
			     "give one of them");
	else
		return true;
	return false;
}

static bool take_operands(struct options *options, struct arena *arena, int count, char **words)
{
	switch (options->command) {
	case COMMAND_BUILD:
	case COMMAND_CHECK:
	case COMMAND_PLAN:
		return take_years(options, arena, count, words);
	case COMMAND_MEASURES:
		return count > 1 ? too_many(options) : take_years(options, arena, count, words);
	case COMMAND_EXPLAIN:
	case COMMAND_RENDER:
		if (count == 0)
			return missing_operand(options);
		options->subject = str_of(words[0]);
		if (!fits_fragment(options) || (count > 1 && is_style(options)))
			return false;
		return count > 2 ? too_many(options)
				 : take_years(options, arena, count - 1, words + 1);
	case COMMAND_NEW:
		if (count == 0)
			return missing_operand(options);
		if (options->council.length) {
			options->subject = str_trim(str_of(words[0]));
			if (!options->subject.length)
				return missing_operand(options);
			count--;
			words++;
		}
		return count > 1 ? too_many(options) : take_years(options, arena, count, words);
	case COMMAND_IMPORT:
	case COMMAND_SEAL:
	case COMMAND_VERIFY:
	case COMMAND_AUDIT:
		options->folders = (const char **)words;
		options->folder_count = (size_t)count;
		return count > 0 || missing_operand(options);
	default:
		return count == 0 || too_many(options);
	}
}

enum { STANDARD_THRESHOLD = 5 };

#define SECONDS_OF_A_DAY 86400

/* SOURCE_DATE_EPOCH as https://reproducible-builds.org/specs/source-date-epoch/ has it. */
static bool take_time(struct options *options)
{
	const char *text = getenv("SOURCE_DATE_EPOCH");
	char *end;

	options->now = (int64_t)time(NULL);
	options->today = (int32_t)(options->now / SECONDS_OF_A_DAY);
	if (!text)
		return true;
	errno = 0;
	options->now = strtoll(text, &end, 10);
	if (errno || end == text || *end || options->now < 0 || options->now > 7258118399) {
		program_says("SOURCE_DATE_EPOCH is \"%s\", not the seconds since 1970", text);
		return false;
	}
	/* An earlier time than it is makes a pack anew as it was; it undoes no meeting. */
	if (options->now / SECONDS_OF_A_DAY > options->today)
		options->today = (int32_t)(options->now / SECONDS_OF_A_DAY);
	return true;
}

/* The folder as given; else the one beside the caller; else the installed one. */
static struct str standard_folder(struct str given, const char *here, const char *installed)
{
	struct stat status;

	if (given.length)
		return given;
	return str_of(stat(here, &status) == 0 ? here : installed);
}

static void take_defaults(struct options *options)
{
	options->input = standard_folder(options->input, "input", "input");
	options->output = standard_folder(options->output, "output", "output");
	options->templates =
		standard_folder(options->templates, "templates", HEARTH_SHARE "/templates");
	options->fonts = standard_folder(options->fonts, "fonts", HEARTH_SHARE "/fonts");
}

bool options_parse(struct options *options, struct arena *arena, int argc, char **argv,
		   enum status *status)
{
	*options = (struct options){.command = COMMAND_NONE, .threshold = STANDARD_THRESHOLD};
	*status = STATUS_USAGE;
	if (argc < 2) {
		print_help(stderr, COMMAND_NONE);
		return false;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0 ||
	    strcmp(argv[1], "--version") == 0) {
		*status = STATUS_DONE;
		return say_help(argc > 2 ? find_command(argv[2]) : COMMAND_NONE,
				argv[1][2] == 'v' ? OPTION_VERSION : OPTION_HELP);
	}
	if (strcmp(argv[1], "manual") == 0) {
		*status = STATUS_DONE;
		print_manual_section(argc > 2 ? argv[2] : "");
		return false;
	}
	options->program = str_of(argv[0]);
	options->command = find_command(argv[1]);
	if (options->command == COMMAND_NONE)
		return wrong_command(argv[1]);
	if (!parse_options(options, argc - 1, argv + 1, status))
		return false;
	if (!fits_councils(options))
		return false;
	take_defaults(options);
	return take_operands(options, arena, argc - 1 - optind, argv + 1 + optind) &&
	       take_time(options);
}
