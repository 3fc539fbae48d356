/*
 * Scanning of one source: its tags, its sections and its lines. What a name is, scan_value.c and
 * scan_include.c decide; nothing is expanded.
 */
#ifndef HEARTH_COMPOSE_MARKERS_SCAN_H
#define HEARTH_COMPOSE_MARKERS_SCAN_H

#include "compose/markers/source.h"

/* Scans a loaded source: fills `expanded`, adds markers, and the sources that it includes. */
void source_scan(struct sources *sources, struct source *source);

#endif
