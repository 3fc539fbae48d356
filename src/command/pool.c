/* Owns the processes of a run over many councils, and what each of them said. */
#include "command/pool.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/cores.h"
#include "base/file.h"
#include "command/building.h"
#include "command/limits.h"
#include "command/planning.h"
#include "command/progress.h"
#include "command/result.h"

struct job {
	const struct planned *pack;
	pid_t process;	  /* 0: not begun */
	int said, result; /* files in memory: what it says, and its standard output */
	enum status status;
	struct str messages; /* where what it said is kept; empty when it said nothing */
};

struct pool {
	const struct options *options;
	struct arena *arena;
	struct job *jobs;
	size_t count, begun, ended, running, failed, most;
};

/* -- one pack -----------------------------------------------------------------------------------
 */

static _Noreturn void build_in_child(const struct pool *pool, const struct job *job, pid_t parent)
{
	struct options options = plan_options(pool->options, job->pack);
	struct arena arena;

	/* Whoever ends the run ends its packs. */
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent)
		_exit(STATUS_SYSTEM);
	dup2(job->result, STDOUT_FILENO);
	dup2(job->said, STDERR_FILENO);
	options.is_patient = true;
	options.jobs = 1;
	arena_init(&arena);
	limit_run(&options, &arena);
	_exit((int)results_end(build_years(&options, &job->pack->year, 1)));
}

static bool begin(struct pool *pool, struct job *job)
{
	pid_t parent = getpid();

	job->said = memfd_create("said", MFD_CLOEXEC);
	job->result = memfd_create("result", MFD_CLOEXEC);
	fflush(NULL);
	job->process = job->said < 0 || job->result < 0 ? -1 : fork();
	if (job->process == 0)
		build_in_child(pool, job, parent);
	if (job->process < 0) {
		program_says("a pack can't be begun: %s", strerror(errno));
		return false;
	}
	pool->begun++;
	pool->running++;
	return true;
}

/* -- what it said -------------------------------------------------------------------------------
 */

static struct str said_by(struct pool *pool, int file)
{
	struct buffer text = {0};
	off_t at = 0;
	ssize_t got;

	while ((got = pread(file, buffer_room(&text, BUFSIZ), BUFSIZ, at)) > 0) {
		text.length += (size_t)got;
		at += got;
	}
	struct str copy = str_copy(pool->arena, buffer_view(&text));

	buffer_release(&text);
	return copy;
}

static enum status keep_messages(struct pool *pool, struct job *job, struct str said)
{
	struct str path = str_format(pool->arena, "%.*s/%s.messages.txt",
				     STR_ARG(job->pack->output), job->pack->year.label);
	struct str why;

	if (!said.length) {
		unlink(str_terminated(pool->arena, path));
		return job->status;
	}
	job->messages = path;
	if (folder_make(pool->arena, job->pack->output, &why) &&
	    file_write(pool->arena, path, said, &why))
		return job->status;
	program_says("%.*s", STR_ARG(why));
	return STATUS_SYSTEM;
}

static void say_progress(const struct pool *pool, const struct job *job)
{
	progress_step("Building",
		      str_format(pool->arena, "%zu of %zu packs, %zu failed; last %.*s %s",
				 pool->ended, pool->count, pool->failed,
				 STR_ARG(job->pack->council), job->pack->year.label));
}

static void end(struct pool *pool, struct job *job, int how)
{
	struct str said = said_by(pool, job->said);

	job->status = WIFEXITED(how) ? (enum status)WEXITSTATUS(how) : STATUS_SYSTEM;
	if (WIFSIGNALED(how))
		said = str_format(pool->arena, "%.*shearth: it was ended by signal %d (%s)\n",
				  STR_ARG(said), WTERMSIG(how), strsignal(WTERMSIG(how)));
	job->status = keep_messages(pool, job, said);
	close(job->said);
	close(job->result);
	pool->running--;
	pool->ended++;
	pool->failed += job->status != STATUS_DONE;
	say_progress(pool, job);
}

static void await_one(struct pool *pool)
{
	int how;
	pid_t process = waitpid(-1, &how, 0);

	for (size_t i = 0; i < pool->begun && process > 0; i++)
		if (pool->jobs[i].process == process)
			end(pool, &pool->jobs[i], how);
}

/* -- all of them --------------------------------------------------------------------------------
 */

static bool run_all(struct pool *pool)
{
	bool good = true;

	while (good && pool->begun < pool->count) {
		while (pool->running >= pool->most)
			await_one(pool);
		good = begin(pool, &pool->jobs[pool->begun]);
	}
	while (pool->running)
		await_one(pool);
	progress_end();
	return good;
}

static void write_row(struct buffer *out, const struct job *job)
{
	buffer_format(out, "%-12.*s  %-7s  %s", STR_ARG(job->pack->council), job->pack->year.label,
		      job->status == STATUS_DONE     ? "built"
		      : job->status == STATUS_SYSTEM ? "the system failed"
						     : "its input is wrong");
	if (job->messages.length)
		buffer_format(out, ": %.*s", STR_ARG(job->messages));
	buffer_byte(out, '\n');
}

static enum status tell(const struct pool *pool, const struct plan *plan, enum status worst)
{
	struct buffer table = {0};

	for (size_t i = 0; i < pool->ended; i++)
		write_row(&table, &pool->jobs[i]);
	buffer_format(&table, "%zu built, %zu failed, %zu as they were\n",
		      pool->ended - pool->failed, pool->failed, plan->current);
	if (worst == STATUS_DONE)
		return print_result(&table);
	fwrite(table.at, 1, table.length, stderr);
	buffer_release(&table);
	return worst;
}

enum status build_councils(const struct options *options, struct arena *arena)
{
	struct pool pool = {.options = options, .arena = arena};
	struct plan plan;
	enum status status = plan_make(&plan, options, arena);

	if (status != STATUS_DONE)
		return status;
	pool.most = options->jobs ? options->jobs : cores_allowed();
	pool.count = plan.count;
	pool.jobs = ARENA_ARRAY(arena, plan.count, struct job);
	for (size_t i = 0; i < plan.count; i++)
		pool.jobs[i].pack = &plan.packs[i];
	if (!run_all(&pool))
		status = STATUS_SYSTEM;
	for (size_t i = 0; i < pool.ended; i++) {
		enum status one =
			pool.jobs[i].status == STATUS_USAGE ? STATUS_INPUT : pool.jobs[i].status;

		status = one > status ? one : status;
	}
	return tell(&pool, &plan, status);
}
