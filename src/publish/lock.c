#include "publish/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/file.h"

int output_lock(struct arena *arena, struct str output, bool patient, struct str *why)
{
	int handle;

	if (!folder_make(arena, output, why))
		return -1;
	handle = open(str_terminated(arena, output), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (handle >= 0 && flock(handle, LOCK_EX | (patient ? 0 : LOCK_NB)) == 0)
		return handle;
	*why = errno == EWOULDBLOCK ? str_format(arena,
						 "%.*s: another build or seal is writing here: "
						 "try again later",
						 STR_ARG(output))
				    : str_format(arena, "%.*s: can't be locked: %s",
						 STR_ARG(output), strerror(errno));
	if (handle >= 0)
		close(handle);
	return -1;
}
