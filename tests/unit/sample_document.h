/*
 * A document with every kind of node, made by hand: for the tests of the renderers. Its council,
 * its words and its figures are made up.
 */
#ifndef HEARTH_SAMPLE_DOCUMENT_H
#define HEARTH_SAMPLE_DOCUMENT_H

#include "base/buffer.h"
#include "document/document.h"

static struct arena *sample_arena;

static struct node *sample_add(struct node *parent, enum node_kind kind)
{
	struct node *node = node_new(sample_arena, kind, (struct place){0});

	if (parent)
		node_append(parent, node);
	return node;
}

static struct node *sample_text(struct node *parent, const char *text)
{
	struct node *node = sample_add(parent, NODE_TEXT);

	node->text = str_of(text);
	return node;
}

static struct node *sample_strong(struct node *parent, const char *text)
{
	struct node *node = sample_add(parent, NODE_STRONG);

	sample_text(node, text);
	return node;
}

static struct node *sample_figure(struct node *parent, const char *text, const char *measure)
{
	struct node *node = sample_add(parent, NODE_FIGURE);

	node->figure.text = str_of(text);
	node->figure.value = str_of(text);
	node->figure.measure = measure;
	return node;
}

static struct node *sample_heading(struct node *parent, unsigned level, const char *number,
				   const char *text)
{
	struct node *node = sample_add(parent, NODE_HEADING);

	node->heading.level = level;
	node->heading.number = str_of(number);
	node->heading.id = str_slug(sample_arena, str_of(text));
	sample_text(node, text);
	return node;
}

static struct node *sample_paragraph(struct node *parent, const char *number, const char *text)
{
	struct node *node = sample_add(parent, NODE_PARAGRAPH);

	node->paragraph.number = str_of(number);
	sample_text(node, text);
	return node;
}

static struct node *sample_list(struct node *parent, bool ordered, const char *const *items,
				size_t count)
{
	struct node *list = sample_add(parent, NODE_LIST);

	list->list.ordered = ordered;
	list->list.start = 1;
	for (size_t i = 0; i < count; i++)
		sample_paragraph(sample_add(list, NODE_ITEM), "", items[i]);
	return list;
}

static struct table *sample_table(const char *name, unsigned number, const char *caption,
				  size_t columns, size_t rows, const char *const *texts)
{
	struct table *table = ARENA_NEW(sample_arena, struct table);

	table->name = str_of(name);
	table->published = true;
	table->number = number;
	table->caption = str_of(caption);
	table->column_count = columns;
	table->row_count = rows;
	table->columns = ARENA_ARRAY(sample_arena, columns, struct str);
	table->cells = ARENA_ARRAY(sample_arena, columns * rows, struct cell);
	for (size_t i = 0; i < columns; i++)
		table->columns[i] = str_of(texts[i]);
	for (size_t i = 0; i < columns * rows; i++) {
		struct cell *cell = &table->cells[i];

		cell->text = cell->plain = str_of(texts[columns + i]);
		cell->number = i % columns > 0;
		cell->measure = cell->number ? "sample.measure" : NULL;
	}
	return table;
}

static struct chart *sample_chart(const char *name, enum chart_kind kind, unsigned number,
				  size_t categories, size_t series)
{
	struct chart *chart = ARENA_NEW(sample_arena, struct chart);

	chart->name = str_of(name);
	chart->kind = kind;
	chart->number = number;
	chart->source = STR("the service\xe2\x80\x99s own case records");
	chart->category_count = categories;
	chart->series_count = series;
	chart->series = ARENA_ARRAY(sample_arena, series, struct str);
	chart->categories = ARENA_ARRAY(sample_arena, categories, struct chart_category);
	for (size_t i = 0; i < categories; i++)
		chart->categories[i].values = ARENA_ARRAY(sample_arena, series, struct chart_value);
	return chart;
}

/* One row of figures: a label, then a value for each series; below 0 it is not known. */
static void sample_row(struct chart *chart, size_t row, const char *label, const double *amounts)
{
	struct chart_category *category = &chart->categories[row];

	category->label = str_of(label);
	for (size_t j = 0; j < chart->series_count; j++) {
		struct chart_value *value = &category->values[j];

		value->known = amounts[j] >= 0;
		value->amount = value->known ? amounts[j] : 0;
		value->text = value->known ? str_format(sample_arena, "%g", amounts[j])
					   : STR("\xe2\x80\x93");
		value->measure = "sample.measure";
	}
}

static void sample_data(struct chart *chart, const char *head)
{
	struct table *table = ARENA_NEW(sample_arena, struct table);
	size_t columns = chart->series_count + 1;

	table->name = chart->name;
	table->caption = chart->subtitle;
	table->column_count = columns;
	table->row_count = chart->category_count;
	table->columns = ARENA_ARRAY(sample_arena, columns, struct str);
	table->cells = ARENA_ARRAY(sample_arena, columns * table->row_count, struct cell);
	table->columns[0] = str_of(head);
	for (size_t j = 1; j < columns; j++)
		table->columns[j] =
			chart->series[j - 1].length > 0 ? chart->series[j - 1] : STR("Number");
	for (size_t i = 0; i < table->row_count; i++) {
		struct cell *row = &table->cells[i * columns];

		row[0].text = row[0].plain = chart->categories[i].label;
		for (size_t j = 1; j < columns; j++) {
			const struct chart_value *value = &chart->categories[i].values[j - 1];

			row[j] = (struct cell){.text = value->text, .number = true};
			row[j].plain = value->known ? value->text : STR("");
			row[j].measure = value->measure;
		}
	}
	chart->table = table;
}

static struct chart *sample_bars(unsigned number)
{
	static const char *const labels[] = {"Internet",	 "Recruitment event",
					     "Facebook",	 "Recommended by a foster carer",
					     "Previous enquiry", "Advertising",
					     "Word of mouth",	 "Not given"};
	static const double amounts[] = {30, 12, 4, 3, 3, 2, 2, 1};
	static const char *const shares[] = {"53%", "21%", "7%", "5%", "5%", "4%", "4%", "2%"};
	struct chart *chart = sample_chart("enquiries-by-source", CHART_BARS, number, 8, 1);

	chart->title = STR("Half of the enquiries came through the internet");
	chart->subtitle = STR("Enquiries to the fostering service by source, 1 April 2024 to "
			      "31 March 2025; 57 in all");
	chart->description =
		STR("This bar chart shows that of 57 enquiries, 30 (53%) came through the "
		    "internet, the largest source, followed by 12 (21%) at recruitment events.");
	for (size_t i = 0; i < 8; i++) {
		sample_row(chart, i, labels[i], &amounts[i]);
		chart->categories[i].values[0].share = str_of(shares[i]);
	}
	sample_data(chart, "Source");
	return chart;
}

static struct chart *sample_steps(unsigned number)
{
	static const char *const labels[] = {"Enquiries", "Applications", "Initial visits",
					     "Assessments", "Households approved"};
	static const double amounts[] = {57, 35, 29, 17, 16};
	struct chart *chart = sample_chart("way-to-approval", CHART_BARS, number, 5, 1);

	chart->title = STR("From 57 enquiries to 16 approved households");
	chart->subtitle = STR("Steps of the way to approval, 2024-25");
	chart->description = STR("This chart shows each step of the way to approval. The largest "
				 "loss is between enquiry and application (22).");
	for (size_t i = 0; i < 5; i++)
		sample_row(chart, i, labels[i], &amounts[i]);
	sample_data(chart, "Step");
	return chart;
}

static struct chart *sample_stacked(unsigned number)
{
	static const char *const labels[] = {"Kinship approval", "Mainstream approval",
					     "First annual review", "Deregistration", "Other"};
	static const double amounts[][3] = {
		{48, 2, 4}, {16, 0, 2}, {22, 0, 1}, {26, 3, 0}, {-1, 0, 0}};
	struct chart *chart = sample_chart("panel-outcomes", CHART_STACKED, number, 5, 3);

	chart->title = STR("Panel heard 137 matters and turned down five");
	chart->subtitle = STR("Panel recommendations by type of case, 2024-25");
	chart->description = STR("This stacked bar chart shows recommendations by type of case. In "
				 "each, more than four in five were positive.");
	chart->note = STR("A dash stands for a figure that was not recorded.");
	chart->series[0] = STR("Positive");
	chart->series[1] = STR("Negative");
	chart->series[2] = STR("Deferred");
	for (size_t i = 0; i < 5; i++)
		sample_row(chart, i, labels[i], amounts[i]);
	sample_data(chart, "Type of case");
	return chart;
}

static struct chart *sample_columns(unsigned number)
{
	static const char *const labels[] = {"Under 1", "1 to 4", "5 to 9", "10 to 15",
					     "16 and over"};
	static const double amounts[][2] = {{14, 12}, {51, 48}, {77, 80}, {122, 131}, {0, 64}};
	struct chart *chart = sample_chart("children-by-age", CHART_COLUMNS, number, 5, 2);

	chart->title = STR("Most fostered children are 10 to 15");
	chart->subtitle = STR("Children in foster care by age on 31 March");
	chart->description = STR("This column chart shows children by age in two years.");
	chart->series[0] = STR("2023-24");
	chart->series[1] = STR("2024-25");
	for (size_t i = 0; i < 5; i++)
		sample_row(chart, i, labels[i], amounts[i]);
	sample_data(chart, "Age");
	return chart;
}

static struct chart *sample_dots(unsigned number)
{
	static const char *const labels[] = {
		"Children in foster care", "Placed within 20 miles of home",
		"Three or more placements in the year", "Same placement for two years or more"};
	static const double amounts[][2] = {{64, 67}, {81.2, 77.4}, {9, 10}, {70, -1}};
	struct chart *chart = sample_chart("england", CHART_DOTS, number, 4, 2);

	chart->title = STR("More children live near home than in England");
	chart->subtitle = STR("Per cent of children looked after, 31 March 2025");
	chart->description = STR("This dot chart compares four rates with England\xe2\x80\x99s.");
	chart->series[0] = STR("Sampleshire");
	chart->series[1] = STR("England");
	for (size_t i = 0; i < 4; i++)
		sample_row(chart, i, labels[i], amounts[i]);
	sample_data(chart, "Rate");
	return chart;
}

static struct chart *sample_lines(unsigned number)
{
	static const char *const labels[] = {"2021-22", "2022-23", "2023-24", "2024-25"};
	static const double amounts[][3] = {
		{140, 43, 15}, {101, 47, 16}, {68, 29, 11}, {57, 35, 16}};
	struct chart *chart = sample_chart("outcomes-over-years", CHART_LINES, number, 4, 3);

	chart->title = STR("Enquiries fell for the third year");
	chart->subtitle = STR("Enquiries, applications and approvals, 2021-22 to 2024-25");
	chart->description = STR("This line chart shows that enquiries fell from 140 to 57 in four "
				 "years, while approvals stayed between 11 and 16.");
	chart->series[0] = STR("Enquiries");
	chart->series[1] = STR("Applications");
	chart->series[2] = STR("Approvals");
	for (size_t i = 0; i < 4; i++)
		sample_row(chart, i, labels[i], amounts[i]);
	sample_data(chart, "Year");
	return chart;
}

static void sample_headlines(struct node *parent)
{
	static const char *const values[] = {"57", "16", "64%", "35"};
	static const char *const labels[] = {" enquiries, 11 fewer than last year",
					     " households approved, 5 more than last year",
					     " of children looked after are in foster care",
					     " special guardianship orders made"};
	struct node *headlines = sample_add(parent, NODE_HEADLINES);

	for (size_t i = 0; i < 4; i++) {
		struct node *headline = sample_add(headlines, NODE_HEADLINE);

		sample_figure(sample_add(headline, NODE_STRONG), values[i], "sample.measure");
		sample_text(headline, labels[i]);
	}
}

static void sample_panel(struct node *panels, const char *title, const char *style,
			 const char *const *items, size_t count)
{
	struct node *panel = sample_add(panels, NODE_PANEL);

	panel->panel.title = str_of(title);
	panel->panel.style = str_of(style);
	sample_list(panel, false, items, count);
}

static void sample_words(struct node *root)
{
	static const char *const good[] = {
		"More than one enquirer in four became an approved carer.",
		"Two carers were paid for bringing a friend."};
	static const char *const next[] = {"Hold events in the four wards without carers.",
					   "Answer every enquiry within a day."};
	struct node *paragraph, *link, *span, *quote, *item;

	sample_heading(root, 3, "2.1", "Enquiries and where they came from");
	paragraph = sample_paragraph(root, "2.1.1", "The service received ");
	sample_figure(paragraph, "57", "enquiries.total");
	sample_text(paragraph,
		    " enquiries in the year, 11 fewer than in 2023-24. Fewer people asked, "
		    "but ");
	sample_text(sample_add(paragraph, NODE_EMPHASIS), "more");
	sample_text(paragraph, " of those who did went on. Our pages ");
	link = sample_add(paragraph, NODE_LINK);
	link->link.target = STR("https://www.sampleshire.example/fostering");
	sample_text(link, "www.sampleshire.example/fostering");
	sample_text(paragraph, " say how to begin, and ");
	link = sample_add(paragraph, NODE_LINK);
	link->link.target = STR("https://www.gov.uk/foster-carers");
	sample_text(link, "the government\xe2\x80\x99s guide");
	sample_text(paragraph, " what it asks; both lead to ");
	link = sample_add(paragraph, NODE_LINK);
	link->link.target = STR("#fostering-panel");
	sample_text(link, "the panel");
	sample_text(paragraph, ". <b>Bold</b> & \"quoted\" is text.");
	quote = sample_add(root, NODE_QUOTE);
	sample_paragraph(
		quote, "",
		"\xe2\x80\x9cThey asked what I thought, and then they did it.\xe2\x80\x9d");
	paragraph = sample_paragraph(root, "2.1.2", "In Welsh one says ");
	span = sample_add(paragraph, NODE_SPAN);
	span->language = STR("cy");
	sample_text(span, "gofal maeth");
	sample_text(paragraph, "; in lists, successes/achievements and "
			       "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch.");
	sample_list(root, false, good, 2);
	item = sample_list(root, true, next, 2)->last;
	sample_list(item, false, good, 2);
	struct node *panels = sample_add(root, NODE_PANELS);

	sample_panel(panels, "What went well", "success", good, 2);
	sample_panel(panels, "Next steps", "next", next, 2);
}

static void sample_ways(struct node *root)
{
	static const char *const names[] = {"Enquiry.", "Initial visit.",
					    "Training and assessment.", "Panel and decision."};
	static const char *const texts[] = {
		" By telephone, the website or at an event; answered within one working day.",
		" A social worker comes to the home and explains what fostering asks and gives.",
		" Skills to Foster, checks and references, and the assessment itself.",
		" Panel recommends; the decision-maker decides."};
	struct node *pathway = sample_add(root, NODE_PATHWAY), *address;

	for (size_t i = 0; i < 4; i++) {
		struct node *paragraph = sample_add(sample_add(pathway, NODE_ITEM), NODE_PARAGRAPH);

		sample_strong(paragraph, names[i]);
		sample_text(paragraph, texts[i]);
	}
	sample_add(root, NODE_RULE);
	address = sample_add(root, NODE_ADDRESS);
	sample_text(address, "The fostering service");
	sample_add(address, NODE_BREAK);
	sample_text(address, "1 Example Street");
	sample_add(address, NODE_BREAK);
	sample_text(address, "Sampleton");
}

static void sample_place_chart(struct document *document, struct chart *chart)
{
	sample_add(document->root, NODE_CHART)->chart = chart;
	document->charts[document->chart_count++] = chart;
}

static void sample_place_table(struct document *document, struct table *table)
{
	sample_add(document->root, NODE_TABLE)->table = table;
	document->tables[document->table_count++] = table;
}

static void sample_body(struct document *document)
{
	static const char *const outcomes[] = {"Outcome",   "2021-22",	    "2022-23",
					       "2023-24",   "2024-25",	    "Enquiries",
					       "140",	    "101",	    "68",
					       "57",	    "Applications", "43",
					       "47",	    "29",	    "35",
					       "Approvals", "15",	    "16",
					       "11",	    "16",	    "Approvals per enquiry",
					       "10.7%",	    "15.8%",	    "16.2%",
					       "28.1%"};
	static const char *const small[] = {"Kind",	  "Number", "Enhanced", "4",
					    "Short-term", "9",	    "All",	"13"};
	struct node *root = document->root;
	struct table *total = sample_table("kinds", 2, "Approvals by kind", 2, 3, small);

	sample_heading(root, 2, "1", "The year at a glance");
	sample_headlines(root);
	sample_heading(root, 2, "2", "Recruiting foster carers");
	sample_words(root);
	sample_place_chart(document, sample_bars(1));
	sample_heading(root, 3, "2.2", "Applications and initial visits");
	sample_paragraph(root, "2.2.1", "Each step is shown with what left before the next.");
	sample_place_chart(document, sample_steps(2));
	sample_place_table(document,
			   sample_table("outcomes", 1, "Outcomes over four years", 5, 4, outcomes));
	sample_place_chart(document, sample_lines(3));
	sample_heading(root, 2, "3", "The foster carers we have");
	total->total_row = true;
	total->note = STR("Kinship carers are not counted here.");
	total->source = STR("the service\xe2\x80\x99s own case records");
	sample_place_table(document, total);
	sample_place_chart(document, sample_columns(4));
	sample_place_chart(document, sample_dots(5));
	sample_heading(root, 2, "4", "Fostering panel");
	sample_paragraph(root, "4.1", "Panel met 24 times.");
	sample_place_chart(document, sample_stacked(6));
	sample_heading(root, 3, "4.1", "The way to approval");
	sample_heading(root, 4, "4.1.1", "Step by step");
	sample_ways(root);
}

__attribute__((unused)) static struct document *sample_document(struct arena *arena)
{
	struct document *document = ARENA_NEW(arena, struct document);

	sample_arena = arena;
	document->name = STR("sample");
	document->title = STR("Fostering annual report");
	document->subtitle = STR("1 April 2024 to 31 March 2025");
	document->council = STR("Sampleshire Council");
	document->running = STR("Fostering annual report 2024-25");
	document->author = STR("Service Manager, Fostering");
	document->summary = STR("What Sampleshire\xe2\x80\x99s fostering service did in 2024-25.");
	document->language = STR("en-GB");
	document->website = STR("https://www.sampleshire.example/fostering");
	document->created = 1747000000;
	document->cover_count = 2;
	document->cover = ARENA_ARRAY(arena, 2, struct cover_line);
	document->cover[0] = (struct cover_line){STR("For"), STR("The scrutiny commission")};
	document->cover[1] =
		(struct cover_line){STR("Written by"), STR("Service Manager, Fostering")};
	document->charts = ARENA_ARRAY(arena, 8, struct chart *);
	document->tables = ARENA_ARRAY(arena, 4, struct table *);
	document->root = sample_add(NULL, NODE_DOCUMENT);
	sample_body(document);
	return document;
}

#endif
