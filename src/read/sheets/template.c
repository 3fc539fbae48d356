#include "read/sheets/template.h"

#include <string.h>

#include "base/arena.h"
#include "base/workbook.h"
#include "read/sheets/columns.h"

enum { NARROW = 14, WIDE = 22, WIDEST = 100 };

struct writing {
	struct arena *arena;
	lxw_workbook *workbook;
	lxw_format *head, *required, *day, *title, *wrapped;
	lxw_col_t word_columns[VOCABULARY_COUNT]; /* where a vocabulary stands on the sheet of words
						   */
};

static const char *const guidance[] = {
	"Each sheet is one kind of record, and each row one record. Leave out the sheets that you "
	"have "
	"no records for.",
	"A head in bold has to be filled in; the others may stay empty.",
	"Where a word is asked for, the cell offers the words that are allowed.",
	"Dates are dates: 3 April 2024, however Excel shows it. Times of day are left out.",
	"A sheet with two words in its name (household approval) holds what a record may have "
	"several "
	"of: its first column names the record by its id.",
	"Ids are yours: any text that stands for one record and stays the same. Write no names of "
	"people anywhere.",
	"An empty sheet says nothing. If the year had none of a kind, say so in B4: allegation "
	"complaint.",
	"When it is filled in: hearth import fostering.xlsx > input/2024-25/extracts/fostering.xml",
};

static void write_about(struct writing *to)
{
	lxw_worksheet *sheet = workbook_add_worksheet(to->workbook, TEMPLATE_ABOUT);
	lxw_row_t row = 5;

	worksheet_set_column(sheet, 0, 0, NARROW, NULL);
	worksheet_set_column(sheet, 1, 1, WIDEST, NULL);
	worksheet_write_string(sheet, 0, 0, "Records of a fostering service, for Hearth",
			       to->title);
	worksheet_write_string(sheet, 1, 0, "Authority", to->required);
	worksheet_write_string(sheet, 2, 0, "Source", to->required);
	worksheet_write_string(sheet, 3, 0, "None of", to->head);
	for (size_t i = 0; i < sizeof guidance / sizeof *guidance; i++)
		worksheet_write_string(sheet, row++, 1, guidance[i], to->wrapped);
}

/* Excel takes no list of more than 255 characters in a cell's rule, so lists have a sheet. */
static void write_words(struct writing *to)
{
	lxw_worksheet *sheet = workbook_add_worksheet(to->workbook, TEMPLATE_WORDS);
	lxw_col_t column = 0;

	for (int id = 0; id < VOCABULARY_COUNT; id++) {
		const struct vocabulary *vocabulary = vocabulary_at(id);

		if (vocabulary->word_count == 0)
			continue;
		to->word_columns[id] = column;
		worksheet_write_string(sheet, 0, column, vocabulary->name, to->head);
		for (int i = 0; i < vocabulary->word_count; i++)
			worksheet_write_string(sheet, (lxw_row_t)i + 1, column,
					       word_at(vocabulary->first_word + i)->written, NULL);
		worksheet_set_column(sheet, column, column, WIDE, NULL);
		column++;
	}
	worksheet_hide(sheet);
}

static void allow_words(struct writing *to, lxw_data_validation *rule, enum vocabulary_id id)
{
	char first[16], last[16];

	lxw_rowcol_to_cell_abs(first, 1, to->word_columns[id], 1, 1);
	lxw_rowcol_to_cell_abs(last, (lxw_row_t)vocabulary_at(id)->word_count, to->word_columns[id],
			       1, 1);
	rule->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
	rule->value_formula =
		(char *)str_format(to->arena, "='" TEMPLATE_WORDS "'!%s:%s", first, last).at;
	rule->error_message = "Choose a word from the list.";
}

/* The rule of a column's cells; false when any text will do. */
static bool rule_of(struct writing *to, const struct attribute *attribute,
		    lxw_data_validation *rule)
{
	switch (attribute->kind) {
	case KIND_WORD:
		allow_words(to, rule, attribute->vocabulary);
		return true;
	case KIND_DAY:
		rule->validate = LXW_VALIDATION_TYPE_DATE;
		rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
		rule->minimum_datetime = (lxw_datetime){1900, 1, 1, 0, 0, 0};
		rule->maximum_datetime = (lxw_datetime){2199, 12, 31, 0, 0, 0};
		rule->error_message = "Write a real date from 1900 to 2199.";
		return true;
	case KIND_WHOLE:
		rule->validate = LXW_VALIDATION_TYPE_INTEGER;
		rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
		rule->maximum_number = 999999;
		rule->error_message = "Write a whole number.";
		return true;
	case KIND_DECIMAL:
		rule->validate = LXW_VALIDATION_TYPE_DECIMAL;
		rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
		rule->maximum_number = 999999.999;
		rule->error_message = "Write a number.";
		return true;
	default:
		return false;
	}
}

static void write_column(struct writing *to, lxw_worksheet *sheet, lxw_col_t at,
			 const struct column_of *column)
{
	bool names_record = (int)column->attribute == ATTRIBUTE_NONE;
	const struct attribute *attribute = names_record ? NULL : attribute_at(column->attribute);
	bool required = names_record || (attribute->required &&
					 element_at(column->element)->parent == ELEMENT_EXTRACT);
	lxw_data_validation rule = {0};

	worksheet_write_string(sheet, 0, at, str_terminated(to->arena, column->head),
			       required ? to->required : to->head);
	worksheet_set_column(sheet, at, at, column->head.length > NARROW ? WIDE : NARROW,
			     attribute && attribute->kind == KIND_DAY ? to->day : NULL);
	if (attribute && rule_of(to, attribute, &rule))
		worksheet_data_validation_range(sheet, 1, at, TEMPLATE_ROWS, at, &rule);
}

static void write_sheet(struct writing *to, const struct sheet_of *about)
{
	lxw_worksheet *sheet =
		workbook_add_worksheet(to->workbook, str_terminated(to->arena, about->name));

	for (size_t i = 0; i < about->column_count; i++)
		write_column(to, sheet, (lxw_col_t)i, &about->columns[i]);
	worksheet_freeze_panes(sheet, 1, 0);
}

static void make_formats(struct writing *to)
{
	to->head = workbook_add_format(to->workbook);
	format_set_bottom(to->head, LXW_BORDER_THIN);
	to->required = workbook_add_format(to->workbook);
	format_set_bottom(to->required, LXW_BORDER_THIN);
	format_set_bold(to->required);
	to->day = workbook_add_format(to->workbook);
	format_set_num_format(to->day, "yyyy-mm-dd");
	to->title = workbook_add_format(to->workbook);
	format_set_bold(to->title);
	format_set_font_size(to->title, 14);
	to->wrapped = workbook_add_format(to->workbook);
	format_set_text_wrap(to->wrapped);
}

bool template_write(struct arena *arena, struct buffer *out, struct str *why)
{
	struct workbook_in_memory made = workbook_begin(arena);
	struct writing to = {.arena = arena, .workbook = made.book};
	/* The same workbook each time it is made. */
	lxw_doc_properties properties = {.title = "Records of a fostering service",
					 .created = 1704067200};
	struct sheet_of *sheets;
	size_t count;

	workbook_set_properties(to.workbook, &properties);
	make_formats(&to);
	write_about(&to);
	sheets = sheets_of_records(arena, &count);
	write_words(&to);
	for (size_t i = 0; i < count; i++)
		write_sheet(&to, &sheets[i]);
	return workbook_end(arena, &made, out, why);
}
