#include "command/new_council.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/html_escape.h"

static void write_attribute(struct buffer *out, const char *name, struct str value)
{
	buffer_format(out, " %s=\"", name);
	html_escape_attribute(out, value);
	buffer_byte(out, '"');
}

static void write_setting(struct buffer *out, const struct setting_need *need)
{
	const struct element *element = element_at(need->element);

	buffer_format(out, "  <%s", element->tag);
	for (int i = 0; i < element->attribute_count; i++) {
		const struct attribute *attribute = attribute_at(element->first_attribute + i);

		if (str_is(str_of(attribute->written), "id"))
			write_attribute(out, "id", need->id);
		else if (attribute->required || need->asked[i])
			write_attribute(out, attribute->written, STR(""));
	}
	buffer_text(out, "/>\n");
}

static void write_settings(struct buffer *out, const struct needs *needs, enum element_id element,
			   const char *about)
{
	buffer_format(out, "\n  <!-- %s -->\n", about);
	for (size_t i = 0; i < needs->setting_count; i++) {
		if (needs->settings[i]->element == element)
			write_setting(out, needs->settings[i]);
	}
}

static void make_authority(struct making *making, const struct needs *needs)
{
	struct buffer out = {0};

	buffer_format(
		&out,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<!--\n"
		"  Who the council is. What is empty is to be filled in: an empty attribute is "
		"an error.\n"
		"-->\n"
		"<authority xmlns=\"%s\"\n          ",
		element_at(ELEMENT_AUTHORITY)->namespace);
	write_attribute(&out, "code", making->options->council);
	write_attribute(&out, "name", making->options->subject);
	buffer_text(&out, "\n           short-name=\"\" place=\"\" website=\"\" "
			  "language=\"en-GB\">\n");
	write_settings(&out, needs, ELEMENT_CONTACT,
		       "How to reach the people that the documents name: roles and teams. More is "
		       "printed when it is given: telephone, email, web, address (its lines parted "
		       "by “; ”)");
	write_settings(&out, needs, ELEMENT_STANDARD,
		       "What the service keeps to, in words, as it stands in a sentence: “24 "
		       "hours”");
	write_settings(&out, needs, ELEMENT_WORDING, "The council's own names for things");
	buffer_text(&out, "</authority>\n");
	make_file(making, path_join(making->arena, making->options->input, STR("authority.xml")),
		  buffer_view(&out));
	buffer_release(&out);
}

static const char front_page[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<!--\n"
	"  The front page of %s. What is empty is to be filled in: an empty attribute is an "
	"error.\n"
	"  Members' decisions come in when the meeting has been: <decision text=\"…\"/>\n"
	"-->\n"
	"<report xmlns=\"%s\" year=\"%s\" statement-year=\"%s\" version=\"1\"\n"
	"        date=\"\" statement-date=\"\" next-review=\"\">\n"
	"  <meeting commission=\"\" date=\"\"/>\n"
	"  <lead role=\"\"/>\n"
	"  <author role=\"\"/>\n"
	"  <wards affected=\"\"/>\n"
	"  <recommendation text=\"\"/>\n"
	"  <implication title=\"Financial implications\" text=\"\" role=\"\" date=\"\"/>\n"
	"  <implication title=\"Legal implications\" text=\"\" role=\"\" date=\"\"/>\n"
	"  <implication title=\"Equalities implications\" text=\"\" role=\"\" date=\"\"/>\n"
	"</report>\n";

static void make_first_front_page(struct making *making)
{
	struct period next = period_of(making->period.first_year + 1);
	struct str text =
		str_format(making->arena, front_page, making->period.label,
			   element_at(ELEMENT_REPORT)->namespace, making->period.label, next.label);

	make_file(making, path_join(making->arena, making->folder, STR("report.xml")), text);
}

/* Braces would end the comment that the heading is quoted in. */
static struct str without_braces(struct arena *arena, struct str text)
{
	struct str plain = str_copy(arena, text);

	for (size_t i = 0; i < plain.length; i++) {
		if (plain.at[i] == '{' || plain.at[i] == '}')
			((char *)plain.at)[i] = ' ';
	}
	return plain;
}

static void make_narrative(struct making *making, const struct narrative_need *need)
{
	struct str folder = path_join(making->arena, making->folder, STR("narrative"));
	struct str heading = without_braces(making->arena, need->heading);
	struct str text =
		str_format(making->arena,
			   "{{! not looked at yet: here belong this council's words for “%.*s” "
			   "(templates: %.*s); take this line out when they are written }}\n",
			   STR_ARG(heading), STR_ARG(need->source));

	make_file(making, path_join(making->arena, folder, need->file), text);
}

void make_council(struct making *making, const struct needs *needs)
{
	make_authority(making, needs);
	make_first_front_page(making);
	make_file(making, path_join(making->arena, making->options->input, STR("history.xml")),
		  str_format(making->arena,
			     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			     "<!-- Figures as they were published for earlier years. -->\n"
			     "<history xmlns=\"%s\" authority=\"%.*s\">\n</history>\n",
			     element_at(ELEMENT_HISTORY)->namespace,
			     STR_ARG(making->options->council)));
	for (size_t i = 0; i < needs->narrative_count; i++)
		make_narrative(making, &needs->narratives[i]);
}
