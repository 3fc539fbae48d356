/* Owns the setting of plain text in columns. */
#include "command/text.h"
#include "base/buffer.h"

#include <sys/ioctl.h>
#include <unistd.h>

#define USUAL_COLUMNS 80
#define FEWEST_COLUMNS 20

int text_width(struct str text)
{
	size_t position = 0;
	int width = 0;

	while (str_next(text, &position))
		width++;
	return width;
}

int terminal_columns(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 ||
	    size.ws_col == 0)
		return USUAL_COLUMNS;
	return size.ws_col < FEWEST_COLUMNS ? FEWEST_COLUMNS : size.ws_col;
}

void text_spaces(struct buffer *out, int count)
{
	for (int i = 0; i < count; i++)
		buffer_byte(out, ' ');
}

void text_right(struct buffer *out, struct str text, int width)
{
	text_spaces(out, width - text_width(text));
	buffer_str(out, text);
}

int text_wrapped(struct buffer *out, struct str text, int indent, int width)
{
	int used = 0;

	for (size_t from = 0; from < text.length;) {
		size_t to = str_find(text, ' ', from);
		struct str word = str_slice(text, from, to);
		int word_width = text_width(word);

		if (used > 0 && used + 1 + word_width > width) {
			buffer_byte(out, '\n');
			text_spaces(out, indent);
			used = 0;
		} else if (used > 0) {
			buffer_byte(out, ' ');
			used++;
		}
		buffer_str(out, word);
		used += word_width;
		from = to + 1;
	}
	return used;
}
