/* Owns the look for the year that is meant. */
#include "command/years.h"

#include "base/files.h"
#include "read/extract.h"

static struct str year_folder(const struct options *options, struct arena *arena,
			      const struct period *year)
{
	return path_join(arena, options->input, str_of(year->label));
}

bool year_holds_extract(struct arena *arena, struct str folder)
{
	struct folder_entry *entries;
	struct str why;
	size_t count;

	if (!files_list(arena, path_join(arena, folder, STR("extracts")), &entries, &count, &why))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!entries[i].is_folder && extract_is_name(entries[i].name))
			return true;
	return false;
}

static enum status newest_year(const struct options *options, struct arena *arena,
			       struct period *newest)
{
	struct folder_entry *entries;
	struct period year;
	struct str why;
	size_t count;
	bool found = false;

	if (!files_list(arena, options->input, &entries, &count, &why)) {
		program_says("%.*s: say with --input where the input is", STR_ARG(why));
		return files_system_fault() ? STATUS_SYSTEM : STATUS_USAGE;
	}
	for (size_t i = 0; i < count; i++) {
		if (!entries[i].is_folder || !period_parse(entries[i].name, &year) ||
		    (found && year.first <= newest->first) ||
		    !year_holds_extract(arena, year_folder(options, arena, &year)))
			continue;
		*newest = year;
		found = true;
	}
	if (files_system_fault()) {
		program_says("the system failed: %s", files_system_fault());
		return STATUS_SYSTEM;
	}
	if (!found)
		program_says("%.*s holds no year with extracts: put them in %.*s/2024-25/extracts "
			     "(each year in a folder of its own)",
			     STR_ARG(options->input), STR_ARG(options->input));
	return found ? STATUS_DONE : STATUS_INPUT;
}

enum status years_chosen(const struct options *options, struct arena *arena,
			 const struct period **years, size_t *count)
{
	struct period *newest;

	*years = options->years;
	*count = options->year_count;
	for (size_t i = 0; i < *count; i++) {
		struct str folder = year_folder(options, arena, &options->years[i]);

		if (!folder_exists(folder)) {
			program_says("there is no folder %.*s for the year %s", STR_ARG(folder),
				     options->years[i].label);
			return STATUS_USAGE;
		}
	}
	if (*count)
		return STATUS_DONE;
	newest = ARENA_NEW(arena, struct period);
	*years = newest;
	*count = 1;
	return newest_year(options, arena, newest);
}
