/*
 * How far a placement is from home, by the grid references of input/postcodes.csv, which has the
 * columns of Code-Point Open: postcode, quality, eastings, northings, …
 */
#ifndef HEARTH_READ_RETURNS_DISTANCE_H
#define HEARTH_READ_RETURNS_DISTANCE_H

#include "read/returns/row.h"

/* Sets the distance of all episodes of children's chains whose postcodes the file holds. */
void returns_measure_distances(struct returns *returns, struct str postcodes);

/* From one reference in metres to another: thousandths of a mile, rounded to one decimal. */
int64_t distance_miles(int64_t east, int64_t north, int64_t other_east, int64_t other_north);

#endif
