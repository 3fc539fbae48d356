/* A system of linear relations between whole numbers, solved by GLPK. */
#ifndef HEARTH_AUDIT_SYSTEM_H
#define HEARTH_AUDIT_SYSTEM_H

#include <glpk.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SYSTEM_MOST = 100000 }; /* beyond any count of one council's fostering service */

/* A relation that is being written: its terms, added up. */
struct system_row {
	int terms;
	int *numbers; /* from 1, as GLPK counts */
	double *factors;
};

struct system {
	glp_prob *problem;
	struct system_row row;
};

/* Unknown whole numbers from 0 to SYSTEM_MOST, counted from 0. */
void system_init(struct system *system, int numbers);
void system_release(struct system *system);

/* The number is known; of two values that differ no system comes that can be solved. */
void system_fix(struct system *system, int number, int64_t value);
/* Adds to the relation that is being written; a number may come twice. */
void system_term(struct system *system, int number, int64_t factor);
/* Ends it: its terms come to at least that much, or to 0. */
void system_at_least(struct system *system, int64_t least);
void system_nought(struct system *system);

/* The least or the most that the number can be; false when no numbers fit. */
bool system_reach(struct system *system, int number, bool most, int64_t *reach);

#endif
