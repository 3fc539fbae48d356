/*
 * Calendar days and financial years.
 *
 * A day is a count of days since 1970-01-01, proleptic Gregorian, so that days are compared and
 * subtracted as numbers. DAY_NONE is a day that is not known.
 */
#ifndef HEARTH_BASE_DATE_H
#define HEARTH_BASE_DATE_H

#include "base/str.h"

#define DAY_NONE INT32_MIN

struct period {
	char label[8];	/* "2024-25" */
	int first_year; /* 2024 */
	int32_t first;	/* 1 April */
	int32_t last;	/* 31 March; the last day counts */
};

int32_t day_of(int year, int month, int day); /* the date must exist */
void day_split(int32_t date, int *year, int *month, int *day);

/* "YYYY-MM-DD", a real date of the years 1900 to 2199: the contract's dates. */
bool day_parse(struct str text, int32_t *date);
/* "YYYY-MM-DDThh:mm:ssZ", a real moment; its date. */
bool day_parse_moment(struct str text, int32_t *date);

/* The same day of the month `months` later, or that month's last day (31 August + 6: 28 February).
 */
int32_t day_add_months(int32_t date, int months);
/* Whether what runs from one day to another, or to none, is open on `day`: not on its last. */
bool open_on(int32_t from, int32_t to, int32_t day);
/* Whole years on `on`; someone born on 29 February is a year older on 1 March of other years. */
int age_on(int32_t born, int32_t on);

struct str day_iso(struct arena *arena, int32_t date);	 /* 2025-03-31 */
struct str day_words(struct arena *arena, int32_t date); /* 31 March 2025, with no-break spaces */

/* "2024-25" (and "1999-00"): false when it isn't a year and the one after it. */
bool period_parse(struct str label, struct period *period);
struct period period_of(int first_year);
bool period_holds(const struct period *period, int32_t date); /* DAY_NONE is never held */

#endif
