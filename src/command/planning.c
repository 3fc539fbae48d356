/* Owns the list of packs to build, and the line that an engine gets of each. */
#include "command/planning.h"

#include <ctype.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/files.h"
#include "command/current.h"
#include "command/result.h"
#include "command/years.h"

struct options plan_options(const struct options *options, const struct planned *pack)
{
	struct options one = *options;

	one.councils = STR("");
	one.input = pack->input;
	one.output = pack->output;
	return one;
}

static void plan_year(struct plan *plan, struct checksums *checksums, const struct options *options,
		      const struct planned *pack)
{
	struct options one = plan_options(options, pack);
	enum currency currency = pack_currency(checksums, &one, &pack->year);

	if (currency == PACK_CURRENT || (currency == PACK_SEALED && !options->replace)) {
		plan->current++;
		return;
	}
	plan->packs = arena_grow(checksums->arena, plan->packs, &plan->capacity, plan->count + 1,
				 sizeof *plan->packs);
	plan->packs[plan->count++] = *pack;
}

/* The years that were asked for, as far as the council has them: that it hasn't one is said. */
static void plan_years_given(struct plan *plan, struct checksums *checksums,
			     const struct options *options, struct planned pack)
{
	for (size_t i = 0; i < options->year_count; i++) {
		pack.year = options->years[i];

		if (folder_exists(path_join(checksums->arena, pack.input, str_of(pack.year.label))))
			plan_year(plan, checksums, options, &pack);
		else
			program_says("%.*s has no year %s: passed over", STR_ARG(pack.input),
				     pack.year.label);
	}
}

static void plan_years_held(struct plan *plan, struct checksums *checksums,
			    const struct options *options, struct planned pack)
{
	struct folder_entry *entries;
	size_t count, years = 0;
	struct str why;

	if (!files_list(checksums->arena, pack.input, &entries, &count, &why)) {
		program_says("%.*s: passed over", STR_ARG(why));
		return;
	}
	for (size_t i = 0; i < count; i++) {
		if (!entries[i].is_folder || !period_parse(entries[i].name, &pack.year) ||
		    !year_holds_extract(checksums->arena,
					path_join(checksums->arena, pack.input, entries[i].name)))
			continue;
		years++;
		plan_year(plan, checksums, options, &pack);
	}
	if (!years)
		program_says("%.*s has no year with extracts: passed over", STR_ARG(pack.input));
}

static enum status no_councils(const struct options *options, struct str why)
{
	program_says("%.*s: name the folder in which each council has its own, as in "
		     "councils/E06000016",
		     STR_ARG(why.length ? why : options->councils));
	return files_system_fault() ? STATUS_SYSTEM : STATUS_USAGE;
}

enum status plan_make(struct plan *plan, const struct options *options, struct arena *arena)
{
	struct checksums checksums;
	struct folder_entry *entries;
	struct str why = STR("");
	size_t count;

	*plan = (struct plan){0};
	checksums_init(&checksums, arena);
	if (!files_list(arena, options->councils, &entries, &count, &why))
		return no_councils(options, why);
	for (size_t i = 0; i < count; i++) {
		struct planned pack = {
			.council = entries[i].name,
			.input = path_join(arena, options->councils, entries[i].name),
			.output = path_join(arena, options->output, entries[i].name)};

		if (!entries[i].is_folder || str_starts(entries[i].name, STR(".")))
			continue;
		if (options->year_count)
			plan_years_given(plan, &checksums, options, pack);
		else
			plan_years_held(plan, &checksums, options, pack);
	}
	return plan->count + plan->current ? STATUS_DONE : no_councils(options, why);
}

/* -- as lines -----------------------------------------------------------------------------------
 */

/* A word as a shell takes it: in quotes where it holds more than letters, digits and the like. */
static void write_word(struct buffer *out, struct str word)
{
	bool plain = word.length > 0;

	for (size_t i = 0; i < word.length; i++)
		plain = plain &&
			(isalnum((unsigned char)word.at[i]) || strchr("_./:=+-,@%", word.at[i]));
	if (plain) {
		buffer_str(out, word);
		return;
	}
	buffer_byte(out, '\'');
	for (size_t i = 0; i < word.length; i++) {
		if (word.at[i] == '\'')
			buffer_text(out, "'\\''");
		else
			buffer_byte(out, word.at[i]);
	}
	buffer_byte(out, '\'');
}

static void write_option(struct buffer *out, const char *name, struct str value)
{
	buffer_format(out, " --%s ", name);
	write_word(out, value);
}

static void write_line(struct buffer *out, const struct options *options,
		       const struct planned *pack)
{
	buffer_format(out, "%.*s\t%s\t", STR_ARG(pack->council), pack->year.label);
	write_word(out, options->program);
	buffer_text(out, " build --if-changed");
	write_option(out, "input", pack->input);
	write_option(out, "output", pack->output);
	write_option(out, "templates", options->templates);
	write_option(out, "fonts", options->fonts);
	buffer_format(out, " %s\n", pack->year.label);
}

enum status print_plan(const struct options *options, struct arena *arena)
{
	struct buffer result = {0};
	struct plan plan;
	enum status status = plan_make(&plan, options, arena);

	for (size_t i = 0; i < plan.count; i++)
		write_line(&result, options, &plan.packs[i]);
	if (status == STATUS_DONE)
		return print_result(&result);
	buffer_release(&result);
	return status;
}
