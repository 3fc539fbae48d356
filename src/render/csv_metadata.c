#include "render/csv_metadata.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "render/csv.h"
#include "render/spreadsheet.h"

/* Adds a property; one without a value is left out. */
static void add_text(json_t *object, const char *name, struct str text)
{
	if (text.length)
		json_object_set_new(object, name, json_stringn(text.at, text.length));
}

/* A name that a URI template can hold: "share_foster_carers"; letters of other scripts are left
 * out. The column's number sets equal ones apart. */
static struct str column_name(struct arena *arena, struct str head, size_t at)
{
	struct str slug = str_slug(arena, head);
	char *name;

	if (!slug.length)
		return str_format(arena, "column_%zu", at + 1);
	name = (char *)str_terminated(arena, slug);
	for (size_t i = 0; i < slug.length; i++)
		if (name[i] == '-')
			name[i] = '_';
	return (struct str){name, slug.length};
}

static void set_apart(struct arena *arena, struct str *names, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (str_equal(names[i], names[at]))
			names[at] = str_format(arena, "%.*s_%zu", STR_ARG(names[at]), at + 1);
}

/* "under 1", of a share, is no number. */
static bool is_number(struct str plain)
{
	for (size_t i = 0; i < plain.length; i++)
		if (!strchr("-.0123456789", plain.at[i]))
			return false;
	return true;
}

/* Whether a column holds nothing but numbers, and what is not known; and all of them percentages.
 */
static bool is_numeric(const struct table *table, size_t column, bool *percent)
{
	size_t shares = 0, numbers = 0;

	for (size_t row = 0; row < table->row_count; row++) {
		const struct cell *cell = &table->cells[row * table->column_count + column];

		if (!cell->number || !is_number(cell->plain))
			return false;
		numbers += cell->plain.length > 0;
		shares += cell->plain.length > 0 && str_ends(cell->text, STR("%"));
	}
	*percent = numbers > 0 && shares == numbers;
	return true;
}

static json_t *describe_column(const struct table *table, size_t column, struct str name)
{
	json_t *object = json_object();
	bool percent = false, numeric = is_numeric(table, column, &percent);
	struct buffer title = {0};

	add_text(object, "name", name);
	csv_text(&title, table->columns[column], false);
	add_text(object, "titles", buffer_view(&title));
	buffer_release(&title);
	add_text(object, "datatype", numeric ? STR("decimal") : STR("string"));
	if (percent)
		add_text(object, "schema:unitText", STR("percent"));
	return object;
}

static json_t *describe_columns(struct arena *arena, const struct table *table)
{
	size_t count = table->column_count;
	struct str *heads = table_unique_heads(arena, table);
	struct str *names = ARENA_ARRAY(arena, count, struct str);
	json_t *schema = json_object(), *columns = json_array();

	for (size_t i = 0; i < count; i++) {
		names[i] = column_name(arena, heads[i], i);
		set_apart(arena, names, i);
		json_array_append_new(columns, describe_column(table, i, names[i]));
	}
	json_object_set_new(schema, "columns", columns);
	if (count)
		json_object_set_new(schema, "rowTitles",
				    json_pack("[s%]", names[0].at, names[0].length));
	return schema;
}

void render_table_metadata(struct arena *arena, const struct table *table,
			   const struct csv_about *about, struct buffer *out)
{
	json_t *object = json_object();
	char *text;

	json_object_set_new(object, "@context",
			    json_pack("[s{ss%}]", "http://www.w3.org/ns/csvw", "@language",
				      about->language.at, about->language.length));
	add_text(object, "url", about->file);
	add_text(object, "dc:title", table->caption);
	add_text(object, "dc:description", table->note);
	add_text(object, "dc:source", table->source);
	add_text(object, "dc:publisher", about->publisher);
	json_object_set_new(object, "dialect",
			    json_pack("{ss sb s[s]}", "encoding", "utf-8", "header", 1,
				      "lineTerminators", "\r\n"));
	json_object_set_new(object, "tableSchema", describe_columns(arena, table));
	text = json_dumps(object, JSON_INDENT(2));
	if (!text)
		memory_exhausted();
	buffer_text(out, text);
	buffer_byte(out, '\n');
	free(text);
	json_decref(object);
}
