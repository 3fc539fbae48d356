/* Owns what a pack holds: documents in every format, charts, data, index, manifest. */
#include "report.h"

#include "base/file.h"
#include "measure/listing.h"
#include "progress.h"
#include "publish/inputs.h"
#include "render/csv.h"

static struct str moved_to_arena(struct run *run, struct buffer *buffer)
{
	struct str content = str_copy(&run->arena, buffer_view(buffer));

	buffer_release(buffer);
	return content;
}

static struct str file_named(struct run *run, const char *folder, struct str name,
			     const char *ending)
{
	return str_format(&run->arena, "%s%.*s.%s", folder, STR_ARG(name), ending);
}

/* A document in every published format; a page links to the files that were made before it. */
static bool pack_document(struct run *run, const struct document *document,
			  struct index_group *group)
{
	struct render_options look = run_look(run);
	struct download *downloads = ARENA_ARRAY(&run->arena, format_count, struct download);

	*group = (struct index_group){.title = document->title, .summary = document->summary};
	group->files = ARENA_ARRAY(&run->arena, format_count, struct index_file);
	look.downloads = downloads;
	for (size_t i = 0; i < format_count; i++) {
		struct str name = file_named(run, "", document->name, formats[i].name);
		struct str label = str_of(formats[i].label);
		struct buffer out = {0};

		if (!formats[i].published || (document->web_only && formats[i].binary))
			continue;
		progress_step("Rendering", name);
		if (!formats[i].render(document, &look, &out)) {
			buffer_release(&out);
			return false;
		}
		downloads[look.download_count++] = (struct download){label, name, out.length};
		group->files[group->file_count++] = (struct index_file){label, name, out.length};
		pack_add(&run->pack, name, moved_to_arena(run, &out));
	}
	return true;
}

static void list_file(struct run *run, struct index_group *group, struct str label, struct str name,
		      struct buffer *content)
{
	group->files[group->file_count++] = (struct index_file){label, name, content->length};
	pack_add(&run->pack, name, moved_to_arena(run, content));
}

static bool pack_charts(struct run *run, struct chart **charts, size_t count,
			struct index_group *group)
{
	struct render_options look = run_look(run);

	*group = (struct index_group){
		.title = STR("Charts"),
		.summary = STR("Each chart as a drawing (SVG) and a picture (PNG), for slides and "
			       "the press."),
		.files = ARENA_ARRAY(&run->arena, count * 2, struct index_file)};
	for (size_t i = 0; i < count; i++) {
		struct buffer svg = {0}, png = {0};

		progress_step("Drawing", charts[i]->name);
		if (!render_chart_svg(charts[i], &look, &svg) ||
		    !render_chart_png(charts[i], &look, &png)) {
			buffer_release(&svg);
			buffer_release(&png);
			return false;
		}
		list_file(run, group,
			  str_format(&run->arena, "%.*s (SVG)", STR_ARG(charts[i]->title)),
			  file_named(run, "charts/", charts[i]->name, "svg"), &svg);
		list_file(run, group,
			  str_format(&run->arena, "%.*s (PNG)", STR_ARG(charts[i]->title)),
			  file_named(run, "charts/", charts[i]->name, "png"), &png);
	}
	return true;
}

static void pack_tables(struct run *run, struct chart **charts, size_t chart_count,
			struct table **tables, size_t table_count, struct index_group *group)
{
	*group = (struct index_group){
		.title = STR("Data"),
		.summary = STR(
			"The figures behind each chart and table, and every measure of the year."),
		.files =
			ARENA_ARRAY(&run->arena, chart_count + table_count + 1, struct index_file)};
	for (size_t i = 0; i < chart_count + table_count; i++) {
		const struct table *table =
			i < chart_count ? charts[i]->table : tables[i - chart_count];
		struct str name = i < chart_count ? charts[i]->name : table->name;
		struct str label = i < chart_count ? charts[i]->title : table->caption;
		struct buffer csv = {0};

		render_table_csv(table, &csv);
		list_file(run, group, str_format(&run->arena, "%.*s (CSV)", STR_ARG(label)),
			  file_named(run, "data/", name, "csv"), &csv);
	}
}

static bool pack_data(struct run *run, struct index_group *groups)
{
	struct compose_options options = run_words(run);
	struct chart **charts;
	struct table **tables;
	size_t chart_count, table_count;
	struct buffer json = {0};

	if (!compose_data(&run->facts, &options, &charts, &chart_count, &tables, &table_count) ||
	    !pack_charts(run, charts, chart_count, &groups[0]))
		return false;
	pack_tables(run, charts, chart_count, tables, table_count, &groups[1]);
	figures_write_json(&json, &run->facts);
	list_file(run, &groups[1], STR("Every measure of the year (JSON)"), STR("figures.json"),
		  &json);
	return true;
}

/* The years before that are sealed, newest first: their packs stand beside this one. */
static bool list_archive(struct run *run, struct index_group *group)
{
	const struct facts *facts = &run->facts;

	*group = (struct index_group){
		.title = STR("Earlier years"),
		.files = ARENA_ARRAY(&run->arena, facts->past_count, struct index_file)};
	for (size_t i = facts->past_count; i > 0; i--) {
		const struct past_year *year = &facts->past[i - 1];
		struct str label = str_of(year->figures.period.label);

		if (year->sealed)
			group->files[group->file_count++] = (struct index_file){
				label,
				str_format(&run->arena, "../%.*s/index.html", STR_ARG(label)), 0};
	}
	return group->file_count > 0;
}

static bool pack_index(struct run *run, struct index_group *groups, size_t count)
{
	const struct record *authority = run->facts.authority;
	struct render_options look = run_look(run);
	struct index_page page = {.council = str_of(record_text(authority, AUTHORITY_NAME)),
				  .title = str_format(&run->arena, "Fostering service: the year %s",
						      run->period.label),
				  .subtitle = run->documents[0]->subtitle,
				  .language = run->documents[0]->language,
				  .website = run->documents[0]->website,
				  .groups = groups,
				  .group_count = count};
	struct buffer out = {0};

	if (!render_index(&page, &look, &out))
		return false;
	pack_add(&run->pack, STR("index.html"), moved_to_arena(run, &out));
	return true;
}

/* What was read, each under a name that is the same on every machine. */
static bool pack_manifest(struct run *run)
{
	struct inputs inputs = {.arena = &run->arena};
	struct str year = str_of(run->period.label), why = STR("");
	struct manifest manifest = {
		.program = STR("hearth " HEARTH_VERSION), .year = year, .built = run->options->now};
	bool noted = inputs_add(&inputs, STR("input/authority.xml"),
				run_input(run, "authority.xml"), &why) &&
		     inputs_add(&inputs, STR("input/history.xml"), run_input(run, "history.xml"),
				&why) &&
		     inputs_add(&inputs, STR("input/benchmarks.xml"),
				run_input(run, "benchmarks.xml"), &why) &&
		     inputs_add_folder(&inputs, path_join(&run->arena, STR("input"), year),
				       run->folder, &why) &&
		     inputs_add_folder(&inputs, STR("templates"), run->options->templates, &why) &&
		     inputs_add_folder(&inputs, STR("fonts"), run->options->fonts, &why);

	if (!noted) {
		program_says("%.*s", STR_ARG(why));
		return false;
	}
	manifest.inputs = inputs.files;
	manifest.input_count = inputs.count;
	pack_add_manifest(&run->pack, &manifest);
	return true;
}

bool run_pack(struct run *run)
{
	struct index_group *groups =
		ARENA_ARRAY(&run->arena, run->document_count + 3, struct index_group);
	size_t group_count = run->document_count + 2;
	bool good = true;

	pack_init(&run->pack, &run->arena,
		  path_join(&run->arena, run->options->output, str_of(run->period.label)));
	for (size_t i = 0; i < run->document_count; i++)
		good = pack_document(run, run->documents[i], &groups[i]) && good;
	good = good && pack_data(run, groups + run->document_count);
	if (good && list_archive(run, &groups[group_count]))
		group_count++;
	good = good && pack_index(run, groups, group_count) && pack_manifest(run);
	progress_end();
	return good && run->diagnostics.errors == 0;
}
