#include "render/html/table.h"
#include "render/html/page.h"
#include "render/type/text_width.h"

#define PHONE 280.0 /* the room of a table on a screen of 320 pixels */
#define TEXT_SIZE 16.0
#define CELL_PAD 14.0 /* between two columns, as templates/style.css has it on a phone */

static double widest_word(struct faces *faces, struct str text)
{
	double widest = 0;

	for (size_t from = 0; from < text.length;) {
		size_t to = str_find(text, ' ', from);
		double width = text_advance(faces, str_slice(text, from, to), TEXT_SIZE, true);

		widest = width > widest ? width : widest;
		from = to + 1;
	}
	return widest;
}

/* Whether the table can't be narrower than a phone, however its cells break. */
static bool is_wide(const struct web_page *page, const struct table *table)
{
	double width = 0;

	for (size_t column = 0; column < table->column_count; column++) {
		double widest = widest_word(page->options->faces, table->columns[column]);

		for (size_t row = 0; row < table->row_count; row++) {
			const struct cell *cell = &table->cells[row * table->column_count + column];
			double word = widest_word(page->options->faces, cell->text);

			widest = word > widest ? word : widest;
		}
		width += widest + CELL_PAD;
	}
	return width > PHONE;
}

static bool is_number_column(const struct table *table, size_t column)
{
	for (size_t row = 0; row < table->row_count; row++)
		if (table->cells[row * table->column_count + column].number)
			return true;
	return false;
}

/* Few columns, all of numbers: set close together, so that the eye keeps to its row. */
static bool is_short(const struct table *table)
{
	for (size_t column = 1; column < table->column_count; column++)
		if (!is_number_column(table, column))
			return false;
	return table->column_count <= 3;
}

/* A year has a hyphen, at which it must not break. */
static bool is_word(struct str text)
{
	return str_find(text, ' ', 0) == text.length && text.length <= 12;
}

static void add_head(struct html *html, const struct table *table)
{
	html_open(html, "thead");
	html_open(html, "tr");
	for (size_t column = 0; column < table->column_count; column++) {
		html_open(html, "th");
		html_attribute(html, "scope", STR("col"));
		if (is_number_column(table, column))
			html_class(html, is_word(table->columns[column]) ? "n keep" : "n");
		html_text(html, table->columns[column]);
		html_close(html, "th");
	}
	html_close(html, "tr");
	html_close(html, "thead");
}

static void add_cell(struct html *html, const struct cell *cell)
{
	html_open(html, "td");
	if (cell->number)
		html_class(html, "n");
	else
		html_direction(html, cell->text);
	if (cell->measure && cell->plain.length > 0) {
		html_open(html, "data");
		html_attribute(html, "value", cell->plain);
		html_attribute(html, "data-measure", str_of(cell->measure));
		html_text(html, cell->text);
		html_close(html, "data");
	} else {
		html_text(html, cell->text.length > 0 ? cell->text : STR("\xe2\x80\x93"));
	}
	html_close(html, "td");
}

static void add_row(struct html *html, const struct table *table, size_t row)
{
	const struct cell *cells = &table->cells[row * table->column_count];

	html_open(html, "tr");
	if (table->total_row && row + 1 == table->row_count)
		html_class(html, "total");
	html_open(html, "th");
	html_attribute(html, "scope", STR("row"));
	html_text(html, cells[0].text.length > 0 ? cells[0].text : STR("\xe2\x80\x93"));
	html_close(html, "th");
	for (size_t column = 1; column < table->column_count; column++)
		add_cell(html, &cells[column]);
	html_close(html, "tr");
}

/* Two reports in one page each have a table 1: there the title of the report tells them apart. */
static struct str region_name(const struct web_page *page, struct str caption_id)
{
	return page->fragment ? str_format(page->options->arena, "%.*s title", STR_ARG(caption_id))
			      : caption_id;
}

void html_data_link(struct web_page *page, struct str name, struct str text)
{
	struct html *html = &page->html;
	struct str address = page->fragment ? page->fragment->address : STR("");

	if (page->book || (page->fragment && address.length == 0))
		return;
	html_open(html, "p");
	html_class(html, "source");
	html_open(html, "a");
	html_attribute(html, "href",
		       str_format(page->options->arena, "%.*sdata/%.*s.csv", STR_ARG(address),
				  STR_ARG(name)));
	html_text(html, text);
	html_close(html, "a");
	html_close(html, "p");
}

void html_table_element(struct web_page *page, const struct table *table, struct str caption_id,
			struct str caption)
{
	struct html *html = &page->html;
	bool wide = !page->book && is_wide(page, table);

	if (table->column_count == 0)
		return;
	if (wide) {
		html_open(html, "div");
		html_class(html, "wide-table");
		html_attribute(html, "role", STR("region"));
		html_attribute(html, "tabindex", STR("0"));
		if (caption.length > 0)
			html_id(html, "aria-labelledby", region_name(page, caption_id));
		else
			html_attribute(html, "aria-label", STR("Table"));
	}
	html_open(html, "table");
	if (is_short(table))
		html_class(html, "short");
	if (caption.length > 0) {
		html_open(html, "caption");
		html_open(html, "span");
		html_id(html, "id", caption_id);
		html_text(html, caption);
		html_close(html, "span");
		if (table->note.length > 0)
			html_element(html, "span", "note", table->note);
		html_close(html, "caption");
	}
	add_head(html, table);
	html_open(html, "tbody");
	for (size_t row = 0; row < table->row_count; row++)
		add_row(html, table, row);
	html_close(html, "tbody");
	html_close(html, "table");
	if (wide)
		html_close(html, "div");
}

void html_table(struct web_page *page, const struct table *table)
{
	struct html *html = &page->html;
	struct arena *arena = page->options->arena;
	struct str caption = table->caption, id = table->name;

	if (table->number > 0)
		caption = str_format(arena, "Table %u: %.*s", table->number, STR_ARG(caption));
	html_open(html, "div");
	html_class(html, "table");
	if (id.length > 0)
		html_id(html, "id", str_format(arena, "table-%.*s", STR_ARG(id)));
	html_table_element(page, table, str_format(arena, "caption-%u", table->number), caption);
	if (table->source.length > 0) {
		html_open(html, "p");
		html_class(html, "source");
		html_text(html, STR("Source: "));
		html_text(html, table->source);
		html_close(html, "p");
	}
	if (table->published)
		html_data_link(page, id,
			       str_format(arena, "Data of table %u (CSV)", table->number));
	html_close(html, "div");
}
