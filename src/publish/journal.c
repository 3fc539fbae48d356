#include "publish/journal.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/date.h"
#include "base/file.h"
#include "publish/beside.h"
#include "publish/contents.h"

#define HEAD "hearth-swap 1\n"

static const char *const formers[] = {"none", "draft", "keep"};

static struct str text_of(struct arena *arena, const struct journal_line *lines, size_t count)
{
	struct buffer out = {0};

	buffer_text(&out, HEAD);
	for (size_t i = 0; i < count; i++)
		buffer_format(&out, "%ju %s %.*s\n", (uintmax_t)lines[i].number,
			      formers[lines[i].former], STR_ARG(path_name(lines[i].folder)));
	struct str text = str_copy(arena, buffer_view(&out));

	buffer_release(&out);
	return text;
}

bool journal_write(struct arena *arena, struct str output, const struct journal_line *lines,
		   size_t count, struct str *why)
{
	struct str made = path_join(arena, output, STR(JOURNAL_NAME ".part"));

	if (file_write(arena, made, text_of(arena, lines, count), why) &&
	    pack_move(arena, made, path_join(arena, output, STR(JOURNAL_NAME)), 0, why) &&
	    folder_flush(arena, output, why))
		return true;
	unlink(str_terminated(arena, made));
	return false;
}

bool journal_remove(struct arena *arena, struct str output, struct str *why)
{
	struct str path = path_join(arena, output, STR(JOURNAL_NAME));

	unlink(str_terminated(arena, path_join(arena, output, STR(JOURNAL_NAME ".part"))));
	if (unlink(str_terminated(arena, path)) == 0 || errno == ENOENT)
		return folder_flush(arena, output, why);
	*why = str_format(arena, "%.*s: can't be removed: %s", STR_ARG(path), strerror(errno));
	return false;
}

static bool parse_line(struct arena *arena, struct str output, struct str text,
		       struct journal_line *line)
{
	char former[8], name[16];
	struct period period;
	uintmax_t number;

	if (sscanf(str_terminated(arena, text), "%ju %7s %15s", &number, former, name) != 3 ||
	    !period_parse(str_of(name), &period))
		return false;
	*line = (struct journal_line){path_join(arena, output, str_of(name)), (ino_t)number,
				      FORMER_KEEP};
	for (int i = 0; i < 3; i++)
		if (strcmp(former, formers[i]) == 0)
			line->former = (enum journal_former)i;
	return true;
}

struct journal_line *journal_read(struct arena *arena, struct str output, size_t *count)
{
	struct journal_line *lines = NULL, line;
	size_t capacity = 0, from = sizeof HEAD - 1;
	struct str text, why;

	*count = 0;
	if (!content_read(arena, path_join(arena, output, STR(JOURNAL_NAME)), &text, &why) ||
	    !str_starts(text, STR(HEAD)))
		return NULL;
	for (size_t end; from < text.length; from = end + 1) {
		end = str_find(text, '\n', from);
		if (!parse_line(arena, output, str_slice(text, from, end), &line))
			continue;
		lines = arena_grow(arena, lines, &capacity, *count + 1, sizeof *lines);
		lines[(*count)++] = line;
	}
	return lines;
}

ino_t folder_number(struct arena *arena, struct str folder)
{
	struct stat about;
	bool found = lstat(str_terminated(arena, folder), &about) == 0;

	return found && S_ISDIR(about.st_mode) ? about.st_ino : 0;
}
