#include "command/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define READING (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define WRITING                                                                                    \
	(LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |                           \
	 LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR |                            \
	 LANDLOCK_ACCESS_FS_MAKE_REG)
/* Of a file, not of a folder; and what the first version of Landlock has not. */
#define OF_FILES (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE)
#define SECOND_VERSION LANDLOCK_ACCESS_FS_REFER
#define ALL_OF_FIRST ((LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1)

/* What libraries open by themselves: the C library's tables of character sets. */
static const char *const of_libraries[] = {"/usr/lib", "/lib", "/dev/urandom"};

static bool allow(int ruleset, const char *path, uint64_t rights)
{
	struct stat status;
	struct landlock_path_beneath_attr rule = {.allowed_access = rights,
						  .parent_fd = open(path, O_PATH | O_CLOEXEC)};
	bool good;

	if (rule.parent_fd < 0)
		/* What is missing is told by whoever needs it; without a rule it could not be read.
		 */
		return errno == ENOENT || errno == ENOTDIR || errno == EACCES;
	if (fstat(rule.parent_fd, &status) == 0 && !S_ISDIR(status.st_mode))
		rule.allowed_access &= OF_FILES;
	good = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
	close(rule.parent_fd);
	return good;
}

/* The folder itself; or, where it is yet to be made, the one above it that is there. */
static const char *existing(struct arena *arena, struct str path)
{
	while (path.length > 0 && access(str_terminated(arena, path), F_OK) != 0) {
		while (path.length > 0 && path.at[path.length - 1] != '/')
			path.length--;
		while (path.length > 1 && path.at[path.length - 1] == '/')
			path.length--;
	}
	return path.length > 0 ? str_terminated(arena, path) : ".";
}

static bool allow_all(struct arena *arena, int ruleset, const struct confinement *to,
		      uint64_t handled)
{
	bool good = true;

	for (size_t i = 0; i < sizeof of_libraries / sizeof *of_libraries; i++)
		good = allow(ruleset, of_libraries[i], READING) && good;
	for (size_t i = 0; i < to->read_count; i++)
		good = allow(ruleset, str_terminated(arena, to->read[i]), READING) && good;
	for (size_t i = 0; i < to->written_count; i++)
		good = allow(ruleset, existing(arena, to->written[i]),
			     (READING | WRITING | SECOND_VERSION) & handled) &&
		       good;
	return good;
}

static bool confine_files(struct arena *arena, const struct confinement *to)
{
	long version =
		syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	struct landlock_ruleset_attr rules = {
		.handled_access_fs = ALL_OF_FIRST | (version > 1 ? SECOND_VERSION : 0)};
	int ruleset;
	bool good;

	if (version < 1)
		return false;
	ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
	if (ruleset < 0)
		return false;
	good = allow_all(arena, ruleset, to, rules.handled_access_fs) &&
	       syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
	close(ruleset);
	return good;
}

/* Everything else stays allowed: what matters is that nothing is sent, and nothing started. */
static bool confine_calls(void)
{
	static const int refused[] = {
		SCMP_SYS(socket), SCMP_SYS(socketpair),	      SCMP_SYS(connect),
		SCMP_SYS(bind),	  SCMP_SYS(execve),	      SCMP_SYS(execveat),
		SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(mount),
		SCMP_SYS(bpf),	  SCMP_SYS(perf_event_open),  SCMP_SYS(io_uring_setup)};
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	bool good = filter != NULL;

	for (size_t i = 0; good && i < sizeof refused / sizeof *refused; i++)
		good = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), refused[i], 0) == 0;
	good = good && seccomp_load(filter) == 0;
	if (filter)
		seccomp_release(filter);
	return good;
}

bool confine(struct arena *arena, const struct confinement *to, struct str *why)
{
	bool files, calls;

	setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
		*why = str_format(arena, "it can't be confined: %s", strerror(errno));
		return false;
	}
	files = confine_files(arena, to);
	calls = confine_calls();
	if (!files)
		*why = STR(
			"the kernel has no Landlock: files outside the folders named are kept from "
			"the program by nothing but itself");
	else if (!calls)
		*why = STR(
			"the kernel has no seccomp filters: sockets are kept from the program by "
			"nothing but itself");
	return files && calls;
}
