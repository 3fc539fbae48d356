/*
 * libxml2's push parser, its events turned into ours; decides nothing about what a file should say.
 *
 * The parser is never halted from within a callback, since it may be in the middle of a tag:
 * `stopped` makes it mute, and no more is pushed.
 */
#include "read/xml/parser.h"

#include <libxml/parserInternals.h>
#include <string.h>

#include "read/xml/state.h"

enum {
	MOST_NESTED = 1000000, /* open elements, each of which takes memory */
	MOST_SHOWN = 200       /* bytes of a line, beside what is wrong in it */
};

/* --- places ---------------------------------------------------------------------------------- */

static uint64_t offset_of(const struct xml *xml, const unsigned char *at)
{
	const xmlParserInput *input = xml->parser->input;
	return xml->skipped + (uint64_t)input->consumed + (uint64_t)(at - input->base);
}

uint64_t xml_offset_now(const struct xml *xml)
{
	return offset_of(xml, xml->parser->input->cur);
}

static struct place place_of(struct xml *xml, uint64_t offset)
{
	struct place place = window_place(&xml->window, offset);
	place.file = xml->file;
	return place;
}

struct place xml_tag_place(struct xml *xml)
{
	return place_of(xml, xml->tag);
}

/* The usual case: the value stands in the parser's buffer as it is written, NAME="VALUE". */
static size_t position_before_value(const struct xml *xml, const struct xml_attribute *attribute)
{
	const unsigned char *value = attribute->value, *tag = xml->tag_start;
	size_t length = strlen((const char *)attribute->name);
	if (attribute->prefix || value < tag || value > xml->parser->input->cur ||
	    (size_t)(value - tag) < length + 3)
		return 0;
	const unsigned char *name = value - 2 - length;
	if (value[-2] != '=' || memcmp(name, attribute->name, length) != 0 ||
	    !markup_is_space(name[-1]))
		return 0;
	size_t position = (size_t)(name - tag);
	return memchr(tag, '\n', position) ? 0 : position;
}

struct place xml_attribute_place(struct xml *xml, const struct xml_attribute *attribute)
{
	struct place place = xml_tag_place(xml);
	size_t before = position_before_value(xml, attribute);
	if (before) {
		place.column += (uint32_t)before;
		return place;
	}
	struct str tag = window_rest(&xml->window, xml->tag);
	size_t position = markup_attribute(tag, str_of((const char *)attribute->prefix),
					   str_of((const char *)attribute->name));
	for (size_t i = 0; i < position; i++) {
		place.column++;
		if (tag.at[i] == '\n') {
			place.line++;
			place.column = 1;
		}
	}
	return place;
}

/* Only the beginning of a line is of use, and a line may be a whole file. */
struct str xml_source(const struct xml *xml, struct place place)
{
	const struct window *window = &xml->window;
	if (window->line_start < window->from || place.line < window->line ||
	    place.column > MOST_SHOWN)
		return STR("");
	struct str rest = window_rest(window, window->line_start);
	size_t at = 0;
	for (uint32_t line = window->line; line < place.line; line++)
		at = str_find(rest, '\n', at) + 1;
	struct str shown = str_slice(rest, at, at + MOST_SHOWN);
	shown = str_slice(shown, 0, str_find(shown, '\n', 0));
	return str_trim(shown).length ? shown : STR("");
}

/* --- faults ---------------------------------------------------------------------------------- */

void xml_stop(struct xml *xml)
{
	xml->stopped = true;
}

void xml_pass_over_text(struct xml *xml, bool pass_over)
{
	xml->passing_over = pass_over;
}

void xml_fail_with(struct xml *xml, enum diagnostic_id id, struct place place, const char *what)
{
	if (xml->stopped)
		return;
	xml->stopped = true;
	xml->failed = true;
	diagnostic_add_source(xml->diagnostics, id, place, xml_source(xml, place), what);
}

void xml_fail_at(struct xml *xml, enum diagnostic_id id, uint64_t offset, const char *what)
{
	if (!xml->stopped)
		xml_fail_with(xml, id, place_of(xml, offset), what);
}

/* libxml2's sentence without its full stop and the lines of the file that it may quote. */
static struct str message_of(const xmlError *error)
{
	struct str message = str_trim(str_of(error->message));
	message = str_slice(message, 0, str_find(message, '\n', 0));
	while (message.length && strchr(".!\n ", message.at[message.length - 1]))
		message.length--;
	return message.length ? message : STR("its structure is broken");
}

static bool is_cut_off(const struct xml *xml, const xmlError *error)
{
	return error->code == XML_ERR_DOCUMENT_END && xml->parser->nameNr > 0;
}

/* Where reading stopped; in the middle of a text libxml2 has not moved its position yet. */
static uint64_t error_offset(const struct xml *xml, const xmlError *error)
{
	uint64_t now = xml_offset_now(xml);
	if (is_cut_off(xml, error))
		return window_end(&xml->window);
	if (error->code != XML_ERR_MISPLACED_CDATA_END)
		return now;
	struct str rest = window_rest(&xml->window, now);
	const char *end = memmem(rest.at, rest.length, "]]>", 3);
	return end ? now + (uint64_t)(end - rest.at) : now;
}

/* What libxml2 will not hold in memory at once is no fault of the XML. */
static bool is_limit(const xmlError *error)
{
	return error->code == XML_ERR_INTERNAL_ERROR || error->code == XML_ERR_NAME_TOO_LONG;
}

static enum diagnostic_id fault_of(const xmlError *error)
{
	if (is_limit(error))
		return DIAGNOSTIC_XML_LIMIT;
	return error->domain == XML_FROM_NAMESPACE ? DIAGNOSTIC_XML_NAMESPACE
						   : DIAGNOSTIC_XML_NOT_WELL_FORMED;
}

static const char *sentence_of(const struct xml *xml, const xmlError *error)
{
	if (is_limit(error))
		return "a tag, a comment or the like of more than 10 MB, or a name of 50,000 bytes";
	if (is_cut_off(xml, error))
		return "it ends within an element";
	return str_terminated(xml->diagnostics->arena, message_of(error));
}

#if LIBXML_VERSION >= 21200
static void on_error(void *context, const xmlError *error)
#else
static void on_error(void *context, xmlError *error)
#endif
{
	struct xml *xml = context;
	if (xml->stopped || error->level == XML_ERR_WARNING || error->code == XML_WAR_NS_URI)
		return;
	xml_fail_at(xml, fault_of(error), error_offset(xml, error), sentence_of(xml, error));
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *public_id,
		       const xmlChar *system_id)
{
	(void)name, (void)public_id, (void)system_id;
	struct xml *xml = context;
	uint64_t now = xml_offset_now(xml);
	while (now > xml->window.from && *window_rest(&xml->window, now).at != '<')
		now--;
	xml_fail_at(xml, DIAGNOSTIC_XML_DOCTYPE, now, "");
}

/* Asked for every entity but XML's five, just behind its `;`. */
static xmlEntity *on_entity(void *context, const xmlChar *name)
{
	struct xml *xml = context;
	if (xml->stopped)
		return NULL;
	uint64_t start = xml_offset_now(xml) - strlen((const char *)name) - 2;
	struct str shown = str_format(xml->diagnostics->arena, "&%.60s;", (const char *)name);
	xml_fail_at(xml, DIAGNOSTIC_XML_ENTITY, start, shown.at);
	return NULL;
}

/* --- elements and text ----------------------------------------------------------------------- */

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix,
		     const xmlChar *namespace, int namespaces, const xmlChar **declared,
		     int attributes, int defaulted, const xmlChar **values)
{
	(void)namespaces, (void)declared, (void)defaulted;
	struct xml *xml = context;
	if (xml->stopped)
		return;
	const xmlParserInput *input = xml->parser->input;
	if (*input->cur != '>' && *input->cur != '/')
		return; /* cut off by the end of the file, which is told next */
	/* The tag's only `<`: values can't hold one as it is. */
	const unsigned char *start = memrchr(input->base, '<', (size_t)(input->cur - input->base));
	xml->tag_start = start ? start : input->cur;
	xml->run = xml_offset_now(xml);
	xml->tag = start ? offset_of(xml, start) : xml->run;
	xml->run_begins = (struct markup_run){.in_tag = true};
	xml->text_told = false;
	if (++xml->open > MOST_NESTED) {
		xml_fail_at(xml, DIAGNOSTIC_XML_LIMIT, xml->tag,
			    "a million elements within each other");
		return;
	}
	const struct xml_tag tag = {
		.name = name,
		.prefix = prefix,
		.namespace = namespace,
		.attributes = (const struct xml_attribute *)values,
		.attribute_count = (size_t)attributes,
	};
	xml->events->start(xml->context, xml, &tag);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix,
		   const xmlChar *namespace)
{
	(void)name, (void)prefix, (void)namespace;
	struct xml *xml = context;
	if (xml->stopped)
		return;
	xml->open--;
	xml->run = xml_offset_now(xml);
	xml->run_begins = (struct markup_run){0};
	xml->text_told = false;
	xml->events->end(xml->context, xml);
}

/* The offset of the first character of the run that is not white space. */
static uint64_t text_offset(const struct xml *xml)
{
	return xml->run + markup_text(window_rest(&xml->window, xml->run), xml->run_begins);
}

static void on_text(void *context, const xmlChar *text, int length)
{
	struct xml *xml = context;
	if (xml->stopped || xml->passing_over)
		return;
	if (xml->events->words)
		xml->events->words(xml->context, (struct str){(const char *)text, (size_t)length});
	if (!xml->events->text || xml->text_told)
		return;
	int i = 0;
	while (i < length && markup_is_space((char)text[i]))
		i++;
	if (i == length)
		return;
	xml->text_told = true;
	xml->events->text(xml->context, xml, place_of(xml, text_offset(xml)));
}

const unsigned char *xml_name(struct xml *xml, const char *name)
{
	return xmlDictLookup(xml->parser->dict, (const xmlChar *)name, -1);
}

/* --- the parser --------------------------------------------------------------------------------
 */

void xml_make_parser(struct xml *xml)
{
	xmlSAXHandler handler = {
		.initialized = XML_SAX2_MAGIC,
		.internalSubset = on_doctype,
		.getEntity = on_entity,
		.characters = on_text,
		.ignorableWhitespace = on_text,
		.cdataBlock = on_text,
		.startElementNs = on_start,
		.endElementNs = on_end,
		.serror = on_error,
	};
	xml->parser = xmlCreatePushParserCtxt(&handler, xml, NULL, 0, NULL);
	if (!xml->parser)
		memory_exhausted();
	/* NOENT: without it &amp; in an attribute comes as "&#38;"; there is no DOCTYPE to expand.
	 */
	xmlCtxtUseOptions(xml->parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT);
}
