#include "command/new.h"

#include <unistd.h>

#include "base/file.h"
#include "command/new_council.h"
#include "command/new_year.h"
#include "read/settings.h"

static void make_folders(struct making *making)
{
	make_folder(making, path_join(making->arena, making->folder, STR("extracts")));
	make_folder(making, path_join(making->arena, making->folder, STR("narrative")));
}

static enum status made(const struct making *making)
{
	if (making->failed)
		return STATUS_SYSTEM;
	printf("Put the year's extracts into %.*s/extracts; `hearth check %s` says what is to be "
	       "filled in.\n",
	       STR_ARG(making->folder), making->period.label);
	return STATUS_DONE;
}

/* The newest year before that has a front page. */
static bool find_last(struct making *making)
{
	struct arena *arena = making->arena;
	struct folder_entry *entries;
	size_t count;
	struct str why;
	bool found = false;

	if (!folder_list(arena, making->options->input, &entries, &count, &why))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct period period;
		struct str folder = path_join(arena, making->options->input, entries[i].name);

		if (!period_parse(entries[i].name, &period) ||
		    period.first >= making->period.first ||
		    (found && period.first <= making->last.first) ||
		    !file_exists(path_join(arena, folder, STR("report.xml"))))
			continue;
		making->last = period;
		found = true;
	}
	return found;
}

static enum status new_year(struct making *making)
{
	struct arena *arena = making->arena;
	struct diagnostics diagnostics;

	if (!find_last(making)) {
		program_says("%.*s holds no year before %s to begin from: `hearth new --council "
			     "CODE NAME %s` makes a first one",
			     STR_ARG(making->options->input), making->period.label,
			     making->period.label);
		return STATUS_INPUT;
	}

	struct str last = path_join(arena, making->options->input, str_of(making->last.label));
	const struct record *report;

	diagnostics_init(&diagnostics, arena);
	report = settings_read(arena, path_join(arena, last, STR("report.xml")), ELEMENT_REPORT,
			       &diagnostics);
	diagnostics_print(&diagnostics, stderr, isatty(STDERR_FILENO));
	if (!report)
		return STATUS_INPUT;
	make_folders(making);
	make_front_page(making, report);
	carry_narratives(making);
	make_history(making);
	return made(making);
}

/* The last year that has ended. */
static struct period ended_year(int32_t today)
{
	int year, month, day;

	day_split(today, &year, &month, &day);
	return period_of(month >= 4 ? year - 1 : year - 2);
}

static enum status new_council(struct making *making)
{
	struct str authority =
		path_join(making->arena, making->options->input, STR("authority.xml"));
	struct needs needs;
	struct str why;

	if (file_exists(authority)) {
		program_says("%.*s is there already: name another folder with --input",
			     STR_ARG(authority));
		return STATUS_INPUT;
	}
	if (!needs_read(&needs, making->arena, making->options->templates, &why)) {
		program_says("%.*s: say with --templates where the templates are", STR_ARG(why));
		return STATUS_USAGE;
	}
	make_folders(making);
	make_council(making, &needs);
	return made(making);
}

enum status new_input(const struct options *options, struct arena *arena)
{
	struct making making = {.options = options, .arena = arena};

	making.period = options->year_count ? options->years[0] : ended_year(options->today);
	making.last = period_of(making.period.first_year - 1);
	making.folder = path_join(arena, options->input, str_of(making.period.label));
	return options->council.length ? new_council(&making) : new_year(&making);
}
