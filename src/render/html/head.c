#include <string.h>

#include "base/address.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/files.h"
#include "base/html_escape.h"
#include "render/draw/chart_style.h"
#include "render/html/head.h"
#include "render/html/page.h"
#include "render/type/web_font.h"

#define TITLE_MOST 67 /* what search results show of a title, less the dash */

static void add_meta(struct buffer *out, const char *key, const char *name, struct str content)
{
	if (content.length == 0)
		return;
	buffer_format(out, "<meta %s=\"%s\" content=\"", key, name);
	html_escape_attribute(out, content);
	buffer_text(out, "\">\n");
}

static void add_title(struct buffer *out, const struct page_head *head)
{
	buffer_text(out, "<title>");
	html_escape_text(out, head->title);
	if (head->title.length + head->council.length <= TITLE_MOST) {
		buffer_text(out, " \xe2\x80\x93 ");
		html_escape_text(out, head->council);
	}
	buffer_text(out, "</title>\n");
}

/* Language and region as Open Graph writes them: en_GB. */
static struct str locale_of(struct arena *arena, struct str language)
{
	size_t dash = str_find(language, '-', 0);

	if (dash == language.length)
		return language;
	return str_format(arena, "%.*s_%.*s", STR_ARG(str_slice(language, 0, dash)),
			  STR_ARG(str_slice(language, dash + 1, language.length)));
}

static void add_about(struct web_page *page, const struct page_head *head, struct buffer *out)
{
	add_meta(out, "name", "description", head->description);
	add_meta(out, "name", "author", head->author);
	add_meta(out, "name", "publisher", head->council);
	add_meta(out, "property", "og:type", STR("article"));
	add_meta(out, "property", "og:title", head->title);
	add_meta(out, "property", "og:description", head->description);
	add_meta(out, "property", "og:site_name", head->council);
	add_meta(out, "property", "og:locale", locale_of(page->options->arena, head->language));
	add_meta(out, "property", "og:image", head->picture);
	add_meta(out, "property", "og:image:alt", head->picture_text);
	/* Relative: true wherever the council puts the pack. */
	buffer_text(out, "<link rel=\"canonical\" href=\"");
	html_escape_attribute(out, head->file);
	buffer_text(out, "\">\n");
	if (link_is_safe(head->website)) {
		buffer_text(out, "<link rel=\"up\" href=\"");
		html_escape_attribute(out, head->website);
		buffer_text(out, "\">\n");
	}
}

bool html_unreadable(const struct render_options *options, struct str file, struct str why)
{
	diagnostic_add(options->diagnostics, DIAGNOSTIC_FILE_UNREADABLE,
		       (struct place){.file = file}, str_terminated(options->arena, why));
	return false;
}

bool html_style(const struct render_options *options, struct buffer *out)
{
	struct str path = path_join(options->arena, options->templates, STR("style.css"));
	struct str style, why = STR("");

	if (!files_read(options->arena, path, &style, &why))
		return html_unreadable(options, path, why);
	buffer_text(out, ":root{--family:" WEB_FONT_FAMILY "}\n");
	style_palette(out, true);
	style_classes(out);
	buffer_str(out, style);
	return true;
}

/* Adds the text as a string of CSS, safe within a style element. */
static void add_css_string(struct buffer *out, struct str text)
{
	buffer_byte(out, '"');
	for (size_t i = 0; i < text.length; i++) {
		unsigned char byte = (unsigned char)text.at[i];

		if (byte < 0x20 || byte == 0x7f || strchr("\"\\<>&", byte))
			buffer_format(out, "\\%x ", byte);
		else
			buffer_byte(out, text.at[i]);
	}
	buffer_byte(out, '"');
}

/* On paper every page says what it is of. */
static void add_running_head(const struct page_head *head, struct buffer *out)
{
	buffer_text(out, "@page{@top-left{content:");
	add_css_string(out, head->council);
	buffer_text(out, "\" \xc2\xb7 \"");
	add_css_string(out, head->title);
	buffer_text(out, "}}\n");
}

static bool add_style(struct web_page *page, const struct page_head *head, struct str body,
		      struct buffer *out)
{
	const struct render_options *options = page->options;
	struct web_font font = {.faces = options->faces, .text = body};

	buffer_text(out, "<style>\n");
	bool italic = body.length > 0 && memmem(body.at, body.length, "<em", 3) != NULL;

	if (!web_font_face(&font, WEB_FONT_REGULAR, out) ||
	    !web_font_face(&font, WEB_FONT_BOLD, out) ||
	    (italic && !web_font_face(&font, WEB_FONT_ITALIC, out)))
		return html_unreadable(options, options->faces->folder, STR(WEB_FONT_BROKEN));
	add_running_head(head, out);
	if (!html_style(options, out))
		return false;
	buffer_text(out, "</style>\n");
	return true;
}

static unsigned hex_digit(char digit)
{
	return (unsigned)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

/* The one script that may stand in the page is the data, known by its SHA-256. */
static void add_policy(struct web_page *page, struct str data, struct buffer *out)
{
	struct arena *arena = page->options->arena;
	struct str policy = STR("default-src 'none'; style-src 'unsafe-inline'; font-src data:");
	struct buffer digest = {0};
	char bytes[32];

	if (data.length > 0) {
		struct str hex = sha256_text(arena, data);

		for (size_t i = 0; i < sizeof bytes; i++)
			bytes[i] = (char)(hex_digit(hex.at[2 * i]) << 4 |
					  hex_digit(hex.at[2 * i + 1]));
		buffer_base64(&digest, (struct str){bytes, sizeof bytes});
		policy = str_format(arena, "%.*s; script-src 'sha256-%.*s'", STR_ARG(policy),
				    STR_ARG(buffer_view(&digest)));
	}
	add_meta(out, "http-equiv", "Content-Security-Policy", policy);
	buffer_release(&digest);
}

bool html_head(struct web_page *page, const struct page_head *head, struct str body,
	       struct buffer *out)
{
	buffer_text(out, "<!DOCTYPE html>\n<html lang=\"");
	html_escape_attribute(out, head->language);
	buffer_text(out, "\">\n<head>\n<meta charset=\"utf-8\">\n");
	add_policy(page, head->data, out);
	add_meta(out, "name", "viewport", STR("width=device-width, initial-scale=1"));
	add_meta(out, "name", "color-scheme", STR("light dark"));
	add_title(out, head);
	add_about(page, head, out);
	if (!add_style(page, head, body, out))
		return false;
	if (head->data.length > 0)
		buffer_format(out, "<script type=\"application/ld+json\">%.*s</script>\n",
			      STR_ARG(head->data));
	buffer_text(out, "</head>\n<body>\n");
	return true;
}

void html_foot(struct buffer *out)
{
	buffer_text(out, "</body>\n</html>\n");
}
