#include "command/packing.h"
#include "base/buffer.h"
#include "command/run.h"
#include "render/draw/chart_picture.h"
#include "render/html/index.h"

#include "base/file.h"
#include "base/files.h"
#include "command/listing.h"
#include "command/progress.h"
#include "publish/inputs.h"
#include "render/csv.h"
#include "render/csv_metadata.h"
#include "render/spreadsheet.h"

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

static void list_file(struct run *run, struct index_item *item, const char *label, struct str name,
		      struct buffer *content)
{
	item->files[item->file_count++] = (struct index_file){str_of(label), name, content->length};
	pack_add(&run->pack, name, moved_to_arena(run, content));
}

/* The web page comes first in the list, though it is made last. */
static void put_last_first(struct index_item *item)
{
	struct index_file last = item->files[item->file_count - 1];

	for (size_t i = item->file_count - 1; i > 0; i--)
		item->files[i] = item->files[i - 1];
	item->files[0] = last;
}

/* A document in every published format; a page links to the files that were made before it. */
static bool pack_document(struct run *run, const struct document *document, struct index_item *item)
{
	struct render_options look = run_look(run);
	struct download *downloads = ARENA_ARRAY(&run->arena, format_count, struct download);

	*item = (struct index_item){.title = document->title, .summary = document->summary};
	item->files = ARENA_ARRAY(&run->arena, format_count, struct index_file);
	look.downloads = downloads;
	for (size_t i = 0; i < format_count; i++) {
		struct str name = file_named(run, "", document->name, formats[i].name);
		struct buffer out = {0};

		if (!formats[i].published || (document->web_only && formats[i].binary))
			continue;
		progress_step("Rendering", name);
		if (!formats[i].render(document, &look, &out)) {
			buffer_release(&out);
			return false;
		}
		downloads[look.download_count++] =
			(struct download){str_of(formats[i].label), name, out.length};
		list_file(run, item, formats[i].label, name, &out);
	}
	put_last_first(item);
	return true;
}

static bool pack_documents(struct run *run, struct index_section *section)
{
	bool good = true;

	*section = (struct index_section){
		.title = STR("Documents"),
		.look = INDEX_CARDS,
		.items = ARENA_ARRAY(&run->arena, run->document_count, struct index_item),
		.item_count = run->document_count};
	for (size_t i = 0; i < run->document_count; i++)
		good = pack_document(run, run->documents[i], &section->items[i]) && good;
	return good;
}

static void pack_table(struct run *run, const struct table *table, struct str name,
		       struct index_item *item)
{
	const struct document *document = run->documents[0];
	struct csv_about about = {file_named(run, "", name, "csv"), document->language,
				  document->council};
	struct buffer csv = {0}, metadata = {0};

	render_table_csv(table, &csv);
	list_file(run, item, "CSV", file_named(run, "data/", name, "csv"), &csv);
	render_table_metadata(&run->arena, table, &about, &metadata);
	pack_add(&run->pack, file_named(run, "data/", name, "csv-metadata.json"),
		 moved_to_arena(run, &metadata));
}

/* A chart as a drawing, a picture, and the table behind it. */
static bool pack_chart(struct run *run, const struct chart *chart, struct index_item *item)
{
	struct render_options look = run_look(run);
	struct buffer svg = {0}, png = {0};

	*item = (struct index_item){.title = chart->title,
				    .summary = chart->subtitle,
				    .chart = chart,
				    .files = ARENA_ARRAY(&run->arena, 3, struct index_file)};
	progress_step("Drawing", chart->name);
	if (!render_chart_svg(chart, &look, &svg) || !render_chart_png(chart, &look, &png)) {
		buffer_release(&svg);
		buffer_release(&png);
		return false;
	}
	list_file(run, item, "SVG", file_named(run, "charts/", chart->name, "svg"), &svg);
	list_file(run, item, "PNG", file_named(run, "charts/", chart->name, "png"), &png);
	pack_table(run, chart->table, chart->name, item);
	return true;
}

static bool pack_charts(struct run *run, struct chart **charts, size_t count,
			struct index_section *section)
{
	*section = (struct index_section){
		.title = STR("Charts"),
		.summary = STR("Each chart as a drawing (SVG) and a picture (PNG), for slides and "
			       "the press, with the figures behind it (CSV)."),
		.look = INDEX_GALLERY,
		.items = ARENA_ARRAY(&run->arena, count, struct index_item),
		.item_count = count};
	section->item_count = 0;
	for (size_t i = 0; i < count; i++) {
		if (charts[i]->absent)
			continue;
		if (!pack_chart(run, charts[i], &section->items[section->item_count++]))
			return false;
	}
	return true;
}

/* Every measure as a table of its own, for the workbook: its group, its value, how it is named. */
static struct table *table_of_measures(struct run *run)
{
	static const char *const heads[] = {"Measure", "About", "Figure", "Unit", "Name"};
	enum { COLUMNS = sizeof heads / sizeof *heads };
	struct table *table = ARENA_NEW(&run->arena, struct table);

	*table = (struct table){
		.caption = STR("Every measure of the year"),
		.columns = ARENA_ARRAY(&run->arena, COLUMNS, struct str),
		.column_count = COLUMNS,
		.cells = ARENA_ARRAY(&run->arena, COLUMNS * MEASURE_COUNT, struct cell),
		.row_count = MEASURE_COUNT};
	for (size_t i = 0; i < COLUMNS; i++)
		table->columns[i] = str_of(heads[i]);
	for (int id = 0; id < MEASURE_COUNT; id++) {
		const struct measure *measure = measure_at(id);
		const struct figure *figure = &run->facts.figures.of[id];
		struct cell *cells = &table->cells[id * COLUMNS];

		cells[0].text = str_of(measure->label);
		cells[1].text = str_of(measure_group(id));
		cells[2] =
			(struct cell){figure_printed(&run->arena, id, figure),
				      figure_plain(&run->arena, id, figure), measure->name, true};
		cells[3].text = str_of(measure_unit_name(measure->unit));
		cells[4].text = str_of(measure->name);
	}
	return table;
}

/* Every table of the pack in one workbook: those of documents, those behind charts, all measures.
 */
static bool pack_workbook(struct run *run, struct chart **charts, size_t chart_count,
			  struct table **tables, size_t table_count, struct index_item *item)
{
	const struct document *document = run->documents[0];
	const struct table **all =
		ARENA_ARRAY(&run->arena, chart_count + table_count + 1, const struct table *);
	struct spreadsheet about = {
		.title = str_format(&run->arena, "Fostering service: the year %s, in figures",
				    run->period.label),
		.council = document->council,
		.subtitle = document->subtitle,
		.website = document->website,
		.notice = run->facts.sample,
		.created = run->options->now,
		.tables = all};
	struct buffer out = {0};
	struct str why = STR("");

	for (size_t i = 0; i < table_count; i++)
		all[about.table_count++] = tables[i];
	for (size_t i = 0; i < chart_count; i++)
		if (!charts[i]->absent)
			all[about.table_count++] = charts[i]->table;
	all[about.table_count++] = table_of_measures(run);
	if (!render_spreadsheet(&run->arena, &about, &out, &why)) {
		diagnostic_add(&run->diagnostics, DIAGNOSTIC_WORKBOOK_FAILED,
			       (struct place){.file = STR("data/figures.xlsx")},
			       str_terminated(&run->arena, why));
		buffer_release(&out);
		return false;
	}
	*item = (struct index_item){.title = STR("Every table, in one workbook"),
				    .files = ARENA_ARRAY(&run->arena, 1, struct index_file)};
	list_file(run, item, "Excel workbook", STR("data/figures.xlsx"), &out);
	return true;
}

static void pack_tables(struct run *run, struct table **tables, size_t count,
			struct index_section *section)
{
	struct index_item *items = ARENA_ARRAY(&run->arena, count + 2, struct index_item);
	struct buffer json = {0};

	*section = (struct index_section){.title = STR("Data"),
					  .summary = STR("The tables of the documents, and every "
							 "measure of the year. Beside each CSV "
							 "file stands what its columns are, for "
							 "programs: NAME.csv-metadata.json."),
					  .look = INDEX_LIST,
					  .items = items,
					  .item_count = count + 1};
	for (size_t i = 0; i <= count; i++)
		items[i].files = ARENA_ARRAY(&run->arena, 1, struct index_file);
	for (size_t i = 0; i < count; i++) {
		items[i].title = tables[i]->caption;
		pack_table(run, tables[i], tables[i]->name, &items[i]);
	}
	items[count].title = STR("Every measure of the year");
	figures_write_json(&json, &run->facts);
	list_file(run, &items[count], "JSON", STR("figures.json"), &json);
}

static bool pack_data(struct run *run, struct index_section *sections)
{
	struct compose_options options = run_words(run);
	struct chart **charts;
	struct table **tables;
	size_t chart_count, table_count;

	if (!compose_data(&run->facts, &options, &charts, &chart_count, &tables, &table_count) ||
	    !pack_charts(run, charts, chart_count, &sections[0]))
		return false;
	pack_tables(run, tables, table_count, &sections[1]);
	return pack_workbook(run, charts, chart_count, tables, table_count,
			     &sections[1].items[sections[1].item_count++]);
}

/* The years before that are sealed, newest first: their packs stand beside this one. */
static void list_archive(struct run *run, struct index_section *section)
{
	const struct facts *facts = &run->facts;

	*section = (struct index_section){
		.title = STR("Earlier years"),
		.look = INDEX_LINKS,
		.items = ARENA_ARRAY(&run->arena, facts->past_count, struct index_item)};
	for (size_t i = facts->past_count; i > 0; i--) {
		struct index_item *item = &section->items[section->item_count];
		struct str label = str_of(facts->past[i - 1].figures.period.label);

		if (!facts->past[i - 1].sealed)
			continue;
		*item = (struct index_item){.title = str_copy(&run->arena, label),
					    .files = ARENA_ARRAY(&run->arena, 1, struct index_file),
					    .file_count = 1};
		item->files[0].href = str_format(&run->arena, "../%.*s/index.html", STR_ARG(label));
		section->item_count++;
	}
}

static bool pack_index(struct run *run, struct index_section *sections, size_t count)
{
	const struct record *authority = run->facts.authority;
	struct render_options look = run_look(run);
	struct index_page page = {.council = str_of(record_text(authority, AUTHORITY_NAME)),
				  .title = str_format(&run->arena, "Fostering service: the year %s",
						      run->period.label),
				  .subtitle = run->documents[0]->subtitle,
				  .language = run->documents[0]->language,
				  .website = run->documents[0]->website,
				  .notice = run->facts.sample,
				  .headlines = run->documents[0]->headlines,
				  .sections = sections,
				  .section_count = count};
	struct buffer out = {0};

	if (!render_index(&page, &look, &out))
		return false;
	pack_add(&run->pack, STR("index.html"), moved_to_arena(run, &out));
	return true;
}

/*
 * What was read, each under a name that is the same on every machine. Of this year's own pack, when
 * one is there, nothing is made, though it is compared with: a pack doesn't depend on its former
 * self.
 */
static bool pack_manifest(struct run *run)
{
	const struct options *options = run->options;
	struct str year = str_of(run->period.label);
	struct manifest manifest = {
		.program = STR("hearth " HEARTH_VERSION), .year = year, .built = options->now};
	const struct input_folder folders[] = {
		{run->pack.folder, STR("")},
		{run->folder, path_join(&run->arena, STR("input"), year)},
		{options->templates, STR("templates")},
		{options->fonts, STR("fonts")},
		{options->input, STR("input")},
		{options->output, STR("output")},
	};

	if (!files_check_unchanged(&run->diagnostics))
		return false;
	manifest.inputs = inputs_read(&run->arena, folders, sizeof folders / sizeof *folders,
				      &manifest.input_count);
	pack_add_manifest(&run->pack, &manifest);
	return true;
}

bool run_pack(struct run *run)
{
	enum { DOCUMENTS, CHARTS, TABLES, ARCHIVE, SECTION_COUNT };
	struct index_section sections[SECTION_COUNT] = {0};
	bool good;

	pack_init(&run->pack, &run->arena,
		  path_join(&run->arena, run->options->output, str_of(run->period.label)));
	good = pack_documents(run, &sections[DOCUMENTS]) && pack_data(run, &sections[CHARTS]);
	list_archive(run, &sections[ARCHIVE]);
	good = good && pack_index(run, sections, SECTION_COUNT) && pack_manifest(run);
	progress_end();
	return good && run->diagnostics.errors == 0;
}
