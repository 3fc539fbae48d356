/* Threads and the ring of pieces. Owns both, and what workers have in hand. */
#include "read/crew.h"

#include <libxml/parser.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/cores.h"

enum { ENOUGH_PIECES = 4, STACK_BYTES = 1024 * 1024, BLOCK_BYTES = 128 * 1024 };

/* --- a worker -------------------------------------------------------------------------------- */

static void take_ask(void *taker, const struct pending *pending)
{
	struct slot *slot = ((struct worker *)taker)->slot;
	if (!slot)
		return;
	if (slot->ask_count == slot->ask_capacity) {
		slot->ask_capacity = slot->ask_capacity ? slot->ask_capacity * 2 : 256;
		slot->asks = memory_resize(slot->asks, slot->ask_capacity * sizeof(*slot->asks));
	}
	slot->asks[slot->ask_count++] = *pending;
}

static void leave_file(struct worker *worker)
{
	if (worker->xml) {
		xml_release(worker->xml);
		taking_release(&worker->taking);
	}
	worker->xml = NULL;
	arena_release(&worker->scratch);
}

/* What the head says wrong is told by the file's own reader. */
static void enter_file(struct worker *worker)
{
	struct crew *crew = worker->crew;
	leave_file(worker);
	diagnostics_init(&worker->found, &worker->scratch);
	taking_init(&worker->taking, &worker->arena, &worker->found);
	worker->taking.taker = worker;
	worker->taking.ask = take_ask;
	worker->xml = reader_begin(&worker->taking.reader, crew->file, crew->file_index);
	worker->slot = NULL;
	xml_push(worker->xml, crew->head);
	worker->names = xml_names(worker->xml);
	worker->file_number = crew->file_number;
	diagnostics_init(&worker->found, &worker->scratch);
}

static void work(struct worker *worker, struct slot *slot, const struct map *told)
{
	if (!worker->xml || worker->file_number != worker->crew->file_number)
		enter_file(worker);
	slot->ask_count = 0;
	slot->sound = reader_is_between(&worker->taking.reader);
	if (slot->sound) {
		worker->slot = slot;
		worker->taking.reader.told_before = told;
		xml_skip(worker->xml, slot->piece.from);
		xml_push(worker->xml, buffer_view(&slot->piece.bytes));
		slot->sound = reader_is_between(&worker->taking.reader) && !worker->found.errors &&
			      !worker->found.warnings;
	}
	if (!slot->sound) {
		leave_file(worker);
		return;
	}
	/* A name that is new is for the file's own reader to meet: it counts them all. */
	slot->sound = xml_names(worker->xml) == worker->names;
	worker->names = xml_names(worker->xml);
}

/* --- the ring -------------------------------------------------------------------------------- */

static struct slot *slot_at(struct crew *crew, size_t place)
{
	return &crew->slots[(crew->first + place) % crew->slot_count];
}

static struct slot *find_state(struct crew *crew, enum slot_state state)
{
	for (size_t i = 0; i < crew->count; i++)
		if (slot_at(crew, i)->state == state)
			return slot_at(crew, i);
	return NULL;
}

/* Works at one piece; called, and left, with the lock. False when none is ready. */
static bool work_at_one(struct crew *crew, struct worker *worker)
{
	struct slot *slot = find_state(crew, SLOT_READY);
	const struct map *told = crew->told;
	if (!slot)
		return false;
	slot->state = SLOT_TAKEN;
	pthread_mutex_unlock(&crew->lock);
	work(worker, slot, told);
	pthread_mutex_lock(&crew->lock);
	slot->state = SLOT_DONE;
	pthread_cond_broadcast(&crew->changed);
	return true;
}

static void *work_on(void *worker)
{
	struct crew *crew = ((struct worker *)worker)->crew;
	pthread_mutex_lock(&crew->lock);
	while (!crew->leaving) {
		if (!work_at_one(crew, worker))
			pthread_cond_wait(&crew->changed, &crew->lock);
	}
	pthread_mutex_unlock(&crew->lock);
	return NULL;
}

/* Where no thread can be had, those that there are do the work. */
static void start_threads(struct crew *crew)
{
	pthread_attr_t attributes;
	xmlInitParser();
	pthread_attr_init(&attributes);
	pthread_attr_setstacksize(&attributes, STACK_BYTES);
	while (crew->threads + 1 < crew->jobs &&
	       pthread_create(&crew->workers[crew->threads].thread, &attributes, work_on,
			      &crew->workers[crew->threads]) == 0)
		crew->threads++;
	pthread_attr_destroy(&attributes);
	crew->begun = true;
}

void crew_init(struct crew *crew, size_t jobs)
{
	*crew = (struct crew){.jobs = jobs ? jobs : cores_allowed()};
	if (crew->jobs > MOST_JOBS)
		crew->jobs = MOST_JOBS;
	crew->slot_count = crew->jobs == 1 ? 1 : 2 * crew->jobs + 2;
	pthread_mutex_init(&crew->lock, NULL);
	pthread_cond_init(&crew->changed, NULL);
	for (size_t i = 0; i < MOST_JOBS; i++)
		crew->workers[i] = (struct worker){.crew = crew, .arena.largest = BLOCK_BYTES};
}

void crew_release(struct crew *crew, struct arena *arena)
{
	pthread_mutex_lock(&crew->lock);
	crew->leaving = true;
	pthread_cond_broadcast(&crew->changed);
	pthread_mutex_unlock(&crew->lock);
	for (size_t i = 0; i < crew->threads; i++)
		pthread_join(crew->workers[i].thread, NULL);
	for (size_t i = 0; i < MOST_JOBS; i++) {
		leave_file(&crew->workers[i]);
		arena_take_over(arena, &crew->workers[i].arena);
	}
	for (size_t i = 0; i < MOST_SLOTS; i++) {
		buffer_release(&crew->slots[i].piece.bytes);
		free(crew->slots[i].asks);
	}
	pthread_cond_destroy(&crew->changed);
	pthread_mutex_destroy(&crew->lock);
}

void crew_begin(struct crew *crew, struct str file, uint32_t file_index)
{
	crew->file = file;
	crew->file_index = file_index;
	crew->head = STR("");
	crew->file_number++;
}

void crew_head(struct crew *crew, struct str head)
{
	crew->head = head;
}

void crew_tell(struct crew *crew, const struct map *told)
{
	pthread_mutex_lock(&crew->lock);
	crew->told = told;
	pthread_mutex_unlock(&crew->lock);
}

bool crew_has_room(const struct crew *crew)
{
	/* The first piece alone, as it has the head. */
	return crew->count < (crew->head.length ? crew->slot_count : 1);
}

struct slot *crew_next(struct crew *crew)
{
	return slot_at(crew, crew->count);
}

void crew_add(struct crew *crew)
{
	struct slot *slot = slot_at(crew, crew->count);
	bool shared = crew->jobs > 1 && crew->head.length && slot->piece.cut;
	pthread_mutex_lock(&crew->lock);
	slot->state = shared ? SLOT_READY : SLOT_OWN;
	crew->count++;
	pthread_cond_broadcast(&crew->changed);
	pthread_mutex_unlock(&crew->lock);
	if (shared && !crew->begun && crew->count >= ENOUGH_PIECES)
		start_threads(crew);
}

struct slot *crew_first(struct crew *crew)
{
	struct slot *slot = slot_at(crew, 0);
	pthread_mutex_lock(&crew->lock);
	if (slot->state == SLOT_READY)
		slot->state = SLOT_OWN;
	while (slot->state == SLOT_TAKEN) {
		if (!work_at_one(crew, &crew->workers[MOST_JOBS - 1]) && slot->state == SLOT_TAKEN)
			pthread_cond_wait(&crew->changed, &crew->lock);
	}
	pthread_mutex_unlock(&crew->lock);
	return slot;
}

void crew_drop(struct crew *crew)
{
	pthread_mutex_lock(&crew->lock);
	crew->first = (crew->first + 1) % crew->slot_count;
	crew->count--;
	pthread_mutex_unlock(&crew->lock);
}

void crew_end(struct crew *crew)
{
	struct slot *slot;
	pthread_mutex_lock(&crew->lock);
	while ((slot = find_state(crew, SLOT_READY)) != NULL)
		slot->state = SLOT_OWN;
	while (find_state(crew, SLOT_TAKEN))
		pthread_cond_wait(&crew->changed, &crew->lock);
	crew->count = 0;
	pthread_mutex_unlock(&crew->lock);
}
