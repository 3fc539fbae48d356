/*
 * A library to preload: one call of the system fails, so that a test can see what becomes of it.
 *
 *   FAULT_FN      the function, as "malloc" or "rename"
 *   FAULT_N       which of its calls, from 1
 *   FAULT_STICKY  that call and all after it
 *   FAULT_ERR     errno, a number; without it no memory, and for files an input/output error
 *   FAULT_KILL    instead of failing, the process is killed before the call is made
 *   FAULT_STOP    instead of failing, the process stops before the call is made, as by SIGSTOP
 *   FAULT_COUNT   a file that gets a line "FUNCTION CALLS" for each function, as the process ends
 *
 * Calls before main() count, too. What is written to standard error neither fails nor counts.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/* clang-format off */
#define FUNCTIONS(_) \
	_(malloc) _(calloc) _(realloc) _(mmap) _(read) _(write) _(open) _(openat) \
	_(opendir) _(close) _(fsync) _(rename) _(renameat) _(renameat2) _(mkdir) \
	_(mkdirat) _(flock) _(unlink) _(unlinkat) _(rmdir) _(remove) _(fwrite) \
	_(fflush)
/* clang-format on */

enum function {
#define NAME(name) FUNCTION_##name,
	FUNCTIONS(NAME)
#undef NAME
		FUNCTION_COUNT
};

static const char *const names[] = {
#define NAME(name) #name,
	FUNCTIONS(NAME)
#undef NAME
};

static struct {
	enum function function;
	long which;
	int error;
	bool sticky, kill, stop;
} fault = {.function = FUNCTION_COUNT};

static long calls[FUNCTION_COUNT];
static int counts = -1; /* the file of FAULT_COUNT */

/* glibc's own, since dlsym() may need memory before it has found any. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);

__attribute__((constructor(101))) static void fault_begin(void)
{
	const char *function = getenv("FAULT_FN"), *which = getenv("FAULT_N");
	const char *error = getenv("FAULT_ERR"), *count = getenv("FAULT_COUNT");

	/* Opened now: later the program may have given up its right to. */
	if (count)
		counts = (int)syscall(SYS_openat, AT_FDCWD, count, O_WRONLY | O_CREAT | O_TRUNC,
				      0666);
	fault.error = error ? atoi(error) : 0;
	fault.sticky = getenv("FAULT_STICKY") != NULL;
	fault.kill = getenv("FAULT_KILL") != NULL;
	fault.stop = getenv("FAULT_STOP") != NULL;
	fault.which = which ? atol(which) : 1;
	for (int i = 0; function && i < FUNCTION_COUNT; i++)
		if (strcmp(function, names[i]) == 0)
			fault.function = (enum function)i;
}

__attribute__((destructor)) static void fault_end(void)
{
	for (int i = 0; counts >= 0 && i < FUNCTION_COUNT; i++)
		dprintf(counts, "%s %ld\n", names[i], calls[i]);
}

/* Whether this call is to fail; errno is then set. */
static bool fails(enum function function)
{
	long call = __atomic_add_fetch(&calls[function], 1, __ATOMIC_RELAXED);
	bool is_memory = function <= FUNCTION_mmap;

	if (function != fault.function || (fault.sticky ? call < fault.which : call != fault.which))
		return false;
	if (fault.kill)
		kill(getpid(), SIGKILL);
	if (fault.stop) {
		kill(getpid(), SIGSTOP);
		return false;
	}
	errno = fault.error ? fault.error : is_memory ? ENOMEM : EIO;
	return true;
}

#define REAL(name) (*(__typeof__(&name))dlsym(RTLD_NEXT, #name))

void *malloc(size_t size)
{
	return fails(FUNCTION_malloc) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fails(FUNCTION_calloc) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
	return fails(FUNCTION_realloc) ? NULL : __libc_realloc(memory, size);
}

void *mmap(void *at, size_t length, int protection, int flags, int file, off_t offset)
{
	if (fails(FUNCTION_mmap))
		return MAP_FAILED;
	return REAL(mmap)(at, length, protection, flags, file, offset);
}

ssize_t read(int file, void *into, size_t room)
{
	return fails(FUNCTION_read) ? -1 : REAL(read)(file, into, room);
}

ssize_t write(int file, const void *bytes, size_t length)
{
	if (file != STDERR_FILENO && fails(FUNCTION_write))
		return -1;
	return REAL(write)(file, bytes, length);
}

static mode_t mode_of(int flags, va_list rest)
{
	return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
}

int open(const char *path, int flags, ...)
{
	va_list rest;
	va_start(rest, flags);
	mode_t mode = mode_of(flags, rest);
	va_end(rest);
	return fails(FUNCTION_open) ? -1 : REAL(open)(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
	va_list rest;
	va_start(rest, flags);
	mode_t mode = mode_of(flags, rest);
	va_end(rest);
	return fails(FUNCTION_openat) ? -1 : REAL(openat)(folder, path, flags, mode);
}

/* What a fortified program calls for the same. */
int __open_2(const char *path, int flags);
int __open_2(const char *path, int flags)
{
	return open(path, flags);
}

int __openat_2(int folder, const char *path, int flags);
int __openat_2(int folder, const char *path, int flags)
{
	return openat(folder, path, flags);
}

ssize_t __read_chk(int file, void *into, size_t wanted, size_t room);
ssize_t __read_chk(int file, void *into, size_t wanted, size_t room)
{
	if (wanted > room)
		abort();
	return read(file, into, wanted);
}

DIR *opendir(const char *path)
{
	return fails(FUNCTION_opendir) ? NULL : REAL(opendir)(path);
}

/* As the kernel does it: the descriptor is gone even where what was written could not be kept. */
int close(int file)
{
	if (!fails(FUNCTION_close))
		return REAL(close)(file);
	int error = errno;
	REAL(close)(file);
	errno = error;
	return -1;
}

int fsync(int file)
{
	return fails(FUNCTION_fsync) ? -1 : REAL(fsync)(file);
}

int rename(const char *from, const char *to)
{
	return fails(FUNCTION_rename) ? -1 : REAL(rename)(from, to);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
	return fails(FUNCTION_renameat) ? -1 : REAL(renameat)(from_folder, from, to_folder, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
	if (fails(FUNCTION_renameat2))
		return -1;
	return REAL(renameat2)(from_folder, from, to_folder, to, flags);
}

int mkdir(const char *path, mode_t mode)
{
	return fails(FUNCTION_mkdir) ? -1 : REAL(mkdir)(path, mode);
}

int mkdirat(int folder, const char *path, mode_t mode)
{
	return fails(FUNCTION_mkdirat) ? -1 : REAL(mkdirat)(folder, path, mode);
}

int flock(int file, int operation)
{
	return fails(FUNCTION_flock) ? -1 : REAL(flock)(file, operation);
}

int unlink(const char *path)
{
	return fails(FUNCTION_unlink) ? -1 : REAL(unlink)(path);
}

int unlinkat(int folder, const char *path, int flags)
{
	return fails(FUNCTION_unlinkat) ? -1 : REAL(unlinkat)(folder, path, flags);
}

int rmdir(const char *path)
{
	return fails(FUNCTION_rmdir) ? -1 : REAL(rmdir)(path);
}

int remove(const char *path)
{
	return fails(FUNCTION_remove) ? -1 : REAL(remove)(path);
}

size_t fwrite(const void *bytes, size_t size, size_t count, FILE *file)
{
	if (file != stderr && fails(FUNCTION_fwrite))
		return 0;
	return REAL(fwrite)(bytes, size, count, file);
}

int fflush(FILE *file)
{
	return file != stderr && fails(FUNCTION_fflush) ? EOF : REAL(fflush)(file);
}
