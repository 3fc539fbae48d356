#include "command/result.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/files.h"

void results_begin(void)
{
	signal(SIGPIPE, SIG_IGN);
	/* A descriptor that is closed would be the next file's: writing there fails from now on. */
	for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++)
		if (fcntl(file, F_GETFD) < 0 && open("/dev/null", O_RDONLY) != file)
			_exit(STATUS_SYSTEM);
}

static enum status say_lost(void)
{
	program_says("standard output can't be written: %s", strerror(errno));
	return STATUS_SYSTEM;
}

enum status print_result(struct buffer *result)
{
	bool written = fwrite(result->at, 1, result->length, stdout) == result->length &&
		       fflush(stdout) == 0;

	buffer_release(result);
	return written ? STATUS_DONE : say_lost();
}

enum status say_diagnostics(struct diagnostics *diagnostics)
{
	bool terminal = isatty(STDERR_FILENO);

	diagnostics_print(diagnostics, stderr, terminal);
	if (terminal && diagnostics->errors)
		fprintf(stderr, "\n%zu error%s, %zu warning%s: nothing was written.\n",
			diagnostics->errors, diagnostics->errors == 1 ? "" : "s",
			diagnostics->warnings, diagnostics->warnings == 1 ? "" : "s");
	if (files_system_fault()) {
		program_says("the system failed: %s", files_system_fault());
		return STATUS_SYSTEM;
	}
	return diagnostics->errors ? STATUS_INPUT : STATUS_DONE;
}

enum status finish_command(struct diagnostics *diagnostics, bool good, struct buffer *result)
{
	enum status status = say_diagnostics(diagnostics);

	if (!good && status == STATUS_DONE)
		status = STATUS_SYSTEM;
	if (status == STATUS_DONE)
		return print_result(result);
	buffer_release(result);
	return status;
}

enum status results_end(enum status status)
{
	bool was_lost = ferror(stdout);

	if (fflush(stdout) == 0 && !was_lost)
		return status;
	return status == STATUS_SYSTEM ? status : say_lost();
}
