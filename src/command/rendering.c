#include "command/rendering.h"

#include <stdio.h>
#include <unistd.h>

#include "base/address.h"
#include "base/buffer.h"
#include "command/result.h"
#include "command/run.h"
#include "command/years.h"
#include "render/html/fragment.h"

/* "annual-report.pdf": the document's name, or NULL, and the format, or NULL. */
static const char *split_subject(struct str subject, const struct format **format)
{
	size_t dot = str_find(subject, '.', 0);

	*format = format_find(str_slice(subject, dot + 1, subject.length));
	for (const char *const *name = document_names; *name; name++)
		if (str_is(str_slice(subject, 0, dot), *name))
			return *name;
	return NULL;
}

static enum status unknown_document(struct str subject)
{
	program_says("there is no \"%.*s\" to render: write DOCUMENT.FORMAT, as in",
		     STR_ARG(subject));
	for (const char *const *name = document_names; *name; name++)
		for (size_t i = 0; i < format_count; i++)
			fprintf(stderr, "  %s.%s\n", *name, formats[i].name);
	fputs("  hearth.css\n", stderr);
	return STATUS_USAGE;
}

/* With ids of the document and its year, so that a page can hold several. */
static bool render_part(struct run *run, const struct document *document, struct buffer *out)
{
	const struct options *options = run->options;
	struct render_options look = run_look(run);
	struct str address = options->pack;
	struct fragment fragment = {
		.level = options->heading_level > 0 ? options->heading_level : 2,
		.prefix = str_format(&run->arena, "%.*s-%s-", STR_ARG(document->name),
				     run->period.label)};

	if (address.length > 0 && !str_ends(address, STR("/")))
		address = str_format(&run->arena, "%.*s/", STR_ARG(address));
	fragment.address = address;
	return render_fragment(document, &look, &fragment, out);
}

static enum status style(const struct options *options)
{
	struct buffer result = {0};
	enum status status;
	struct run run;
	bool good;

	run_init(&run, options, &(struct period){0});

	struct render_options look = run_look(&run);

	good = render_style(&look, &result);
	status = finish_command(&run.diagnostics, good, &result);
	run_release(&run);
	return status;
}

/* Whether a fragment may link to the address. */
static bool is_wrong_address(struct str address)
{
	if (address.length == 0 || link_is_safe(address))
		return false;
	program_says("--pack takes a web address, not \"%.*s\": write it as in "
		     "https://www.example.gov.uk/fostering/2024-25/",
		     STR_ARG(address));
	return true;
}

static enum status render_document(const struct options *options, const struct period *year)
{
	const struct format *format;
	const char *name = split_subject(options->subject, &format);
	struct document *document = NULL;
	struct buffer result = {0};
	enum status status;
	struct run run;
	bool good;

	if (!name || !format)
		return unknown_document(options->subject);
	if (is_wrong_address(options->pack))
		return STATUS_USAGE;
	if (format->binary && isatty(STDOUT_FILENO)) {
		program_says("a %s is not for the terminal: write it to a file with >",
			     format->label);
		return STATUS_USAGE;
	}
	run_init(&run, options, year);
	if (run_read(&run))
		document = run_compose(&run, name);
	good = document && (options->fragment ? render_part(&run, document, &result)
					      : run_render(&run, document, format, &result));
	status = finish_command(&run.diagnostics, good, &result);
	run_release(&run);
	return status;
}

enum status render_subject(const struct options *options, struct arena *arena)
{
	const struct period *years;
	enum status status;
	size_t count;

	if (str_is(options->subject, "hearth.css"))
		return style(options);
	status = years_chosen(options, arena, &years, &count);
	return status == STATUS_DONE ? render_document(options, years) : status;
}
