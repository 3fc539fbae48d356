/* Owns the one line of progress. */
#include "command/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"

#define PATIENCE_MS 500
#define INTERVAL_MS 100

static struct {
	int64_t begun, shown; /* milliseconds; 0: not yet */
	bool line;	      /* there is a line to wipe */
} progress;

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Whether a line is due: on a terminal, after some patience, not too often. */
static bool due(void)
{
	int64_t now = milliseconds();

	if (!progress.begun)
		progress.begun = now;
	if (now - progress.begun < PATIENCE_MS || now - progress.shown < INTERVAL_MS ||
	    !isatty(STDERR_FILENO))
		return false;
	progress.shown = now;
	progress.line = true;
	return true;
}

void progress_show(void *context, struct str file, size_t bytes_done, size_t bytes_all)
{
	struct str name = path_name(file);

	(void)context;
	if (!due())
		return;
	if (bytes_all)
		fprintf(stderr, "\r\033[KReading %.*s  %3zu%%", STR_ARG(name),
			bytes_done * 100 / bytes_all);
	else
		fprintf(stderr, "\r\033[KReading %.*s  %zu MB", STR_ARG(name),
			bytes_done / 1000000);
	fflush(stderr);
}

void progress_step(const char *doing, struct str what)
{
	if (!due())
		return;
	fprintf(stderr, "\r\033[K%s %.*s", doing, STR_ARG(what));
	fflush(stderr);
}

void progress_end(void)
{
	if (progress.line)
		fputs("\r\033[K", stderr);
	progress.line = false;
}
