/*
 * Reading of data.xml: every chart and table that it declares.
 */
#include "compose/data/data.h"
#include "compose/data/chart.h"
#include "compose/data/table.h"
#include "read/settings.h"

#include "base/file.h"

#include "compose/data/sketch.h"

/* Reads data.xml; what is wrong with it is said once for all documents. */
static const struct record *read_declarations(struct sketch *sketch)
{
	struct composer *composer = sketch->composer;
	struct diagnostics found;
	const struct record *root;

	diagnostics_init(&found, sketch->arena);
	root = settings_read(sketch->arena, sketch->path, ELEMENT_DATA, &found);
	for (size_t i = 0; i < found.count; i++)
		composer_complain(composer,
				  found.items[i].level == LEVEL_ERROR ? DIAGNOSTIC_SETTINGS_ERROR
								      : DIAGNOSTIC_SETTINGS_WARNING,
				  found.items[i].place, found.items[i].source, found.items[i].text,
				  STR(""));
	return root;
}

/* A name is a file's name and an anchor: letters, digits, hyphens; and each is given once. */
static void check_name(struct sketch *sketch, struct map *names, const struct record *record,
		       struct str name)
{
	struct str slug = str_slug(sketch->arena, name);
	void **place = map_place(names, name);

	if (!str_equal(slug, name))
		composer_complain_text(sketch->composer, sketch_place(sketch, record), STR(""),
				       "the name \"%.*s\" becomes a file's name: write it \"%.*s\"",
				       STR_ARG(name), STR_ARG(slug));
	if (*place)
		composer_complain_text(
			sketch->composer, sketch_place(sketch, record), STR(""),
			"\"%.*s\" was declared before, at line %u: give each a name of its own",
			STR_ARG(name), ((const struct record *)*place)->line);
	else
		*place = (void *)record;
}

bool data_read(struct composer *composer, struct data *data)
{
	size_t errors = composer->errors;
	struct sketch sketch = {
		composer, composer->arena, composer->facts,
		path_join(composer->arena, composer->options->templates, STR("data.xml"))};
	const struct record *root = read_declarations(&sketch);
	struct map names;

	*data = (struct data){.unread = !root};
	if (!root)
		return false;
	map_init(&names, composer->arena);
	data->charts =
		ARENA_ARRAY(composer->arena, sketch_count(root, ELEMENT_CHART), struct chart *);
	data->tables =
		ARENA_ARRAY(composer->arena, sketch_count(root, ELEMENT_TABLE), struct table *);
	for (const struct record *at = record_children(root); at; at = at->next) {
		bool is_chart = at->element == ELEMENT_CHART;

		check_name(&sketch, &names, at,
			   str_of(record_text(at, is_chart ? CHART_NAME : TABLE_NAME)));
		if (is_chart) {
			data->charts[data->chart_count++] = sketch_chart(&sketch, at);
			continue;
		}
		struct table *table = sketch_table(&sketch, at);

		table->published = true;
		data->tables[data->table_count++] = table;
	}
	return composer->errors == errors;
}

const struct chart *data_chart(const struct data *data, struct str name)
{
	for (size_t i = 0; i < data->chart_count; i++) {
		if (str_equal(data->charts[i]->name, name))
			return data->charts[i];
	}
	return NULL;
}

const struct table *data_table(const struct data *data, struct str name)
{
	for (size_t i = 0; i < data->table_count; i++) {
		if (str_equal(data->tables[i]->name, name))
			return data->tables[i];
	}
	return NULL;
}
