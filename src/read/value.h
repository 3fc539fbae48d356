/*
 * One attribute's value, from what is written to what it means.
 */
#ifndef HEARTH_READ_VALUE_H
#define HEARTH_READ_VALUE_H

#include "read/reader.h"

/* value.c: one attribute's value; faults go to the diagnostics, and the value stays absent. */
void reader_take_value(struct reader *reader, struct record *record, int index);

#endif
