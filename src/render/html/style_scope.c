/* A style for a part of a page, out of one for the whole; style_scope.h says what is changed. */
#include "render/html/style_scope.h"
#include "base/buffer.h"

#include <ctype.h>
#include <string.h>

struct scope {
	struct str style;
	size_t at;
	struct buffer *out;
};

static bool is_name(char byte)
{
	return isalnum((unsigned char)byte) || byte == '-' || byte == '_';
}

static bool has(struct str text, const char *part)
{
	return text.length > 0 && memmem(text.at, text.length, part, strlen(part)) != NULL;
}

/* Behind the string or comment that begins at `from`; `from` itself when none does. */
static size_t beyond_opaque(struct str text, size_t from)
{
	char quote = text.at[from];
	size_t at = from + 1;

	if (str_starts(str_slice(text, from, text.length), STR("/*"))) {
		for (at++; at + 1 < text.length; at++)
			if (text.at[at] == '*' && text.at[at + 1] == '/')
				return at + 2;
		return text.length;
	}
	if (quote != '"' && quote != '\'')
		return from;
	while (at < text.length && text.at[at] != quote)
		at += text.at[at] == '\\' ? 2 : 1;
	return at < text.length ? at + 1 : text.length;
}

/* The first of `bytes` that is in no string, comment or parenthesis; the length when there is none.
 */
static size_t find_any(struct str text, size_t from, const char *bytes)
{
	size_t depth = 0;

	for (size_t at = from; at < text.length;) {
		size_t beyond = beyond_opaque(text, at);
		char byte = text.at[at];

		if (beyond == at && depth == 0 && byte != '\0' && strchr(bytes, byte))
			return at;
		if (beyond == at && byte == '(')
			depth++;
		if (beyond == at && byte == ')' && depth > 0)
			depth--;
		at = beyond > at ? beyond : at + 1;
	}
	return text.length;
}

/* Behind the "}" of the block whose "{" is at `from`. */
static size_t beyond_block(struct str text, size_t from)
{
	size_t depth = 0;

	for (size_t at = from; (at = find_any(text, at, "{}")) < text.length; at++) {
		depth += text.at[at] == '{' ? 1 : 0;
		if (text.at[at] == '}' && --depth == 0)
			return at + 1;
	}
	return text.length;
}

/* Adds the text without its comments, and with one space for any white space. */
static void add_plain(struct buffer *out, struct str text)
{
	for (size_t at = 0; at < text.length;) {
		size_t beyond = beyond_opaque(text, at);
		bool space = isspace((unsigned char)text.at[at]);

		if (beyond > at && text.at[at] != '/')
			buffer_str(out, str_slice(text, at, beyond));
		else if (beyond == at && !(space && out->length && out->at[out->length - 1] == ' '))
			buffer_byte(out, space ? ' ' : text.at[at]);
		at = beyond > at ? beyond : at + 1;
	}
}

/* -- selectors --------------------------------------------------------------------------------- */

/* The elements of a page that in a fragment are others, known by a class. */
static bool is_class_instead(struct str name)
{
	return str_is(name, "main") ||
	       (name.length == 2 && name.at[0] == 'h' && name.at[1] >= '1' && name.at[1] <= '6');
}

static void add_names(struct buffer *out, struct str selector)
{
	for (size_t at = 0; at < selector.length;) {
		size_t end = at;

		while (end < selector.length && is_name(selector.at[end]))
			end++;
		if (end == at) {
			buffer_byte(out, selector.at[at++]);
			continue;
		}
		struct str name = str_slice(selector, at, end);

		/* It weighs what an element's name weighs: not to be a "_" is that much. */
		if (is_class_instead(name) && (at == 0 || !strchr(".#:[", selector.at[at - 1])))
			buffer_format(out, ":where(.%.*s):not(_)", STR_ARG(name));
		else
			buffer_str(out, name);
		at = end;
	}
}

static void add_selector(struct buffer *out, struct str selector)
{
	static const struct {
		const char *name, *instead;
	} roots[] = {{":root", SCOPE_CLASS}, {"html", SCOPE_ROOT}, {"body", SCOPE_ROOT ">.body"}};

	for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
		size_t length = strlen(roots[i].name);

		if (!str_starts(selector, str_of(roots[i].name)) ||
		    (selector.length > length && is_name(selector.at[length])))
			continue;
		buffer_text(out, roots[i].instead);
		add_names(out, str_slice(selector, length, selector.length));
		return;
	}
	buffer_text(out, SCOPE_ROOT " ");
	add_names(out, selector);
}

static void add_selectors(struct buffer *out, struct str selectors)
{
	for (size_t from = 0; from < selectors.length;) {
		size_t to = find_any(selectors, from, ",");

		if (from > 0)
			buffer_byte(out, ',');
		add_selector(out, str_trim(str_slice(selectors, from, to)));
		from = to + 1;
	}
}

/* -- declarations ------------------------------------------------------------------------------ */

/* Behind the number that begins at `from`; `from` itself when none does. */
static size_t beyond_number(struct str text, size_t from)
{
	size_t at = from + (text.at[from] == '-' ? 1 : 0), digits = at;

	while (at < text.length && (isdigit((unsigned char)text.at[at]) || text.at[at] == '.'))
		at++;
	return at > digits ? at : from;
}

static void add_declarations(struct buffer *out, struct str text)
{
	for (size_t at = 0; at < text.length;) {
		size_t end = beyond_opaque(text, at), number = beyond_number(text, at);

		if (end == at && number == at)
			while (end < text.length && is_name(text.at[end]))
				end++;
		if (end == at && number > at &&
		    str_starts(str_slice(text, number, text.length), STR("rem"))) {
			buffer_format(out, "calc(%.*s*var(" SCOPE_REM "))",
				      STR_ARG(str_slice(text, at, number)));
			at = number + 3;
			continue;
		}
		end = end == at ? number : end;
		end = end == at ? at + 1 : end;
		buffer_str(out, str_slice(text, at, end));
		at = end;
	}
}

/* -- rules ------------------------------------------------------------------------------------- */

static struct str taken_plain(struct buffer *room, struct str text)
{
	buffer_clear(room);
	add_plain(room, text);
	return str_trim(buffer_view(room));
}

/* Whether the rules within are wanted; then its beginning is written, and *closing its end. */
static bool begin_at_rule(struct scope *scope, struct str prelude, const char **closing)
{
	if (!str_starts(prelude, STR("@media")) || has(prelude, "prefers-color-scheme"))
		return false;
	if (has(prelude, "-width")) {
		size_t condition = str_find(prelude, '(', 0);

		*closing = "}}\n";
		buffer_format(scope->out, "@media screen{@container %.*s{\n",
			      STR_ARG(str_slice(prelude, condition, prelude.length)));
	} else {
		*closing = "}\n";
		buffer_format(scope->out, "%.*s{\n", STR_ARG(prelude));
	}
	return true;
}

/* A rule whose "{" is at `open`; the next begins behind it, or in it when it holds rules. */
static void add_rule(struct scope *scope, size_t open, struct buffer *room, const char **closing)
{
	struct str prelude = taken_plain(room, str_slice(scope->style, scope->at, open));
	size_t end = beyond_block(scope->style, open);

	scope->at = end;
	if (str_starts(prelude, STR("@"))) {
		if (begin_at_rule(scope, prelude, closing))
			scope->at = open + 1;
		return;
	}
	add_selectors(scope->out, prelude);
	buffer_byte(scope->out, '{');
	add_declarations(scope->out,
			 taken_plain(room, str_slice(scope->style, open + 1,
						     end > open + 1 ? end - 1 : open + 1)));
	buffer_text(scope->out, "}\n");
}

void style_scope(struct str style, struct buffer *out)
{
	struct scope scope = {.style = style, .out = out};
	const char *closing = ""; /* of the at-rule that is open */
	struct buffer room = {0};

	while (scope.at < style.length) {
		size_t next = find_any(style, scope.at, "{};");

		if (next == style.length)
			break;
		if (style.at[next] == '{') {
			add_rule(&scope, next, &room, &closing);
			continue;
		}
		if (style.at[next] == '}') {
			buffer_text(out, closing);
			closing = "";
		}
		scope.at = next + 1;
	}
	buffer_release(&room);
}
