/* What a confined process can and can't do; each is asked in a process of its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "command/confine.h"

enum { SKIPPED = 77 };

struct scene {
	struct arena arena;
	struct str folder, in, out;
	struct confinement to;
};

static struct scene scene;

static int begin(void **state)
{
	char folder[] = "/tmp/hearth-confine-XXXXXX";
	struct str why;

	(void)state;
	arena_init(&scene.arena);
	if (!mkdtemp(folder))
		return -1;
	scene.folder = str_copy(&scene.arena, str_of(folder));
	scene.in = path_join(&scene.arena, scene.folder, STR("in"));
	scene.out = path_join(&scene.arena, scene.folder, STR("out"));
	scene.to = (struct confinement){&scene.in, &scene.out, 1, 1};
	return folder_make(&scene.arena, scene.in, &why) &&
			       folder_make(&scene.arena, scene.out, &why) &&
			       file_write(&scene.arena, path_join(&scene.arena, scene.in, STR("a")),
					  STR("x"), &why) &&
			       symlink("/etc/passwd",
				       path_join(&scene.arena, scene.in, STR("link")).at) == 0
		       ? 0
		       : -1;
}

static int end(void **state)
{
	struct str why;

	(void)state;
	bool removed = folder_remove(&scene.arena, scene.folder, &why);

	arena_release(&scene.arena);
	return removed ? 0 : -1;
}

/* Runs it confined; gives what it gave, or skips the test where the kernel can't confine. */
static int confined(int (*act)(void))
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		struct str why;

		_exit(confine(&scene.arena, &scene.to, &why) ? act() : SKIPPED);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == SKIPPED)
		skip();
	return WEXITSTATUS(status);
}

static int error_of_opening(struct str folder, const char *name, int flags)
{
	int handle = open(path_join(&scene.arena, folder, str_of(name)).at, flags, 0600);

	return handle < 0 ? errno : 0;
}

static int read_inside(void)
{
	return error_of_opening(scene.in, "a", O_RDONLY);
}

static int read_outside(void)
{
	return error_of_opening(STR("/etc"), "passwd", O_RDONLY);
}

static int read_by_a_link(void)
{
	return error_of_opening(scene.in, "link", O_RDONLY);
}

static int write_in_the_input(void)
{
	return error_of_opening(scene.in, "b", O_WRONLY | O_CREAT);
}

static int write_in_the_output(void)
{
	return error_of_opening(scene.out, "b", O_WRONLY | O_CREAT);
}

static int make_a_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) < 0 ? errno : 0;
}

static int run_a_program(void)
{
	execl("/bin/true", "true", (char *)NULL);
	return errno;
}

static int core_files(void)
{
	struct rlimit limit;

	return getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_max == 0 ? 0 : 1;
}

static void files_of_its_folders_alone(void **state)
{
	(void)state;
	assert_int_equal(confined(read_inside), 0);
	assert_int_equal(confined(read_outside), EACCES);
	assert_int_equal(confined(read_by_a_link), EACCES);
	assert_int_equal(confined(write_in_the_input), EACCES);
	assert_int_equal(confined(write_in_the_output), 0);
}

static void nothing_is_sent_and_nothing_started(void **state)
{
	(void)state;
	assert_int_equal(confined(make_a_socket), EPERM);
	assert_int_equal(confined(run_a_program), EPERM);
	assert_int_equal(confined(core_files), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(files_of_its_folders_alone, begin, end),
		cmocka_unit_test_setup_teardown(nothing_is_sent_and_nothing_started, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
