#include "read/sheets/suggest.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/html_escape.h"
#include "base/nearest.h"
#include "read/sheets/cell_value.h"
#include "read/sheets/columns.h"
#include "read/sheets/sheet.h"
#include "read/sheets/template.h"

/* Words that other systems head their columns with, and ours for the same. */
static const struct {
	const char *theirs, *ours;
} synonyms[] = {
	{"reference", "id"},
	{"ref", "id"},
	{"case number", "id"},
	{"date of birth", "dob"},
	{"birth date", "dob"},
	{"gender", "sex"},
	{"date received", "received"},
	{"enquiry date", "received"},
	{"start date", "from"},
	{"start", "from"},
	{"end date", "to"},
	{"end", "to"},
	{"how heard", "source"},
	{"how did you hear", "source"},
	{"foster home", "household"},
	{"carer", "household"},
	{"date approved", "approved"},
	{"date ended", "ended"},
	{"due date", "due"},
	{"date completed", "completed"},
	{"result", "outcome"},
};

struct suggesting {
	struct arena *arena;
	struct buffer *out;
	struct sheet_of *kinds;
	size_t kind_count;
	struct str path, sheet;
	bool has_head;
};

static void add_attribute(struct buffer *out, const char *name, struct str value)
{
	buffer_format(out, " %s=\"", name);
	html_escape_attribute(out, value);
	buffer_byte(out, '"');
}

/* The column of that kind of sheet that a head is like; NULL. */
static const struct column_of *column_like(struct suggesting *self, const struct sheet_of *kind,
					   struct str head)
{
	const char *names[ATTRIBUTE_COUNT], *near;
	struct str name = head;

	for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
		if (same_name(head, str_of(synonyms[i].theirs)))
			name = str_of(synonyms[i].ours);
	for (size_t i = 0; i < kind->column_count; i++)
		names[i] = str_terminated(self->arena, kind->columns[i].head);
	near = nearest_word(name, names, kind->column_count);
	for (size_t i = 0; near && i < kind->column_count; i++)
		if (names[i] == near)
			return &kind->columns[i];
	return NULL;
}

static size_t likeness(struct suggesting *self, const struct sheet_of *kind,
		       const struct sheet_row *heads)
{
	struct str name = self->sheet.length ? self->sheet : path_name(self->path);
	size_t like = 0;

	for (size_t i = 0; i < heads->count; i++)
		if (heads->cells[i].text.length && column_like(self, kind, heads->cells[i].text))
			like += 2;
	/* "Enquiries" is like "enquiry" by its first letters. */
	for (size_t i = 0; i + 4 <= name.length && kind->name.length >= 4; i++)
		if (same_name(str_slice(name, i, i + 4), str_slice(kind->name, 0, 4)))
			return like + 3;
	return like;
}

static const struct sheet_of *kind_like(struct suggesting *self, const struct sheet_row *heads)
{
	const struct sheet_of *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < self->kind_count; i++) {
		size_t like = likeness(self, &self->kinds[i], heads);

		if (like > most) {
			most = like;
			best = &self->kinds[i];
		}
	}
	return best;
}

/* Within a comment no two hyphens may follow each other, nor may one stand at its end. */
static struct str for_comment(struct arena *arena, struct str text)
{
	struct buffer out = {0};
	struct str safe;

	for (size_t i = 0; i < text.length; i++) {
		buffer_byte(&out, text.at[i]);
		if (text.at[i] == '-')
			buffer_byte(&out, ' ');
	}
	safe = str_copy(arena, buffer_view(&out));
	buffer_release(&out);
	return safe;
}

static void suggest_column(struct suggesting *self, const struct sheet_of *kind, struct str head)
{
	const struct column_of *column = column_like(self, kind, head);

	buffer_text(self->out, column ? "    <column" : "    <!-- not understood: <column");
	add_attribute(self->out, "head", column ? head : for_comment(self->arena, head));
	add_attribute(self->out, "is", column ? column->head : STR("?"));
	buffer_text(self->out, column ? "/>\n" : "/> -->\n");
}

static void suggest_sheet(struct suggesting *self, const struct sheet_row *heads)
{
	const struct sheet_of *kind = kind_like(self, heads);

	if (!kind) {
		buffer_text(self->out, "  <!-- not understood: the sheet");
		add_attribute(self->out, "name", for_comment(self->arena, self->sheet));
		add_attribute(self->out, "file", for_comment(self->arena, path_name(self->path)));
		buffer_text(self->out, " -->\n");
		return;
	}
	buffer_text(self->out, "  <sheet");
	if (self->sheet.length)
		add_attribute(self->out, "name", self->sheet);
	else
		add_attribute(self->out, "file", path_name(self->path));
	add_attribute(self->out, "record", str_of(element_at(kind->record)->tag));
	if (kind->child != ELEMENT_NONE)
		add_attribute(self->out, "child", str_of(element_at(kind->child)->tag));
	if (heads->number > 1)
		buffer_format(self->out, " head-row=\"%u\"", heads->number);
	buffer_text(self->out, ">\n");
	for (size_t i = 0; i < heads->count; i++)
		if (heads->cells[i].text.length)
			suggest_column(self, kind, heads->cells[i].text);
	buffer_text(self->out, "  </sheet>\n");
}

static bool begin_sheet(void *context, struct str name, bool hidden)
{
	struct suggesting *self = context;

	self->sheet = name;
	self->has_head = false;
	return !hidden && !str_is(name, TEMPLATE_ABOUT);
}

/* The heads are the first row that has two texts at least: above it stand titles. */
static void take_row(void *context, const struct sheet_row *row)
{
	struct suggesting *self = context;
	size_t texts = 0;

	for (size_t i = 0; i < row->count; i++)
		texts += row->cells[i].text.length > 0 && !row->cells[i].number;
	if (self->has_head || texts < 2)
		return;
	self->has_head = true;
	suggest_sheet(self, row);
}

bool suggest_mapping(struct arena *arena, const struct import_options *options, struct buffer *out,
		     struct diagnostics *diagnostics)
{
	static const struct sheet_events events = {begin_sheet, take_row};
	struct suggesting self = {.arena = arena, .out = out};
	bool good = true;

	self.kinds = sheets_of_records(arena, &self.kind_count);
	buffer_text(out,
		    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		    "<!-- A draft: look at each line, mend what is wrong, and fill in what was "
		    "not understood. -->\n");
	buffer_format(out, "<mapping xmlns=\"%s\"", element_at(ELEMENT_MAPPING)->namespace);
	if (options->authority)
		add_attribute(out, "authority", str_of(options->authority));
	buffer_text(out, ">\n");
	for (size_t i = 0; i < options->path_count; i++) {
		self.path = str_of(options->paths[i]);
		good = sheets_read(arena, self.path, &events, &self, diagnostics) && good;
	}
	buffer_text(out, "</mapping>\n");
	return good;
}
