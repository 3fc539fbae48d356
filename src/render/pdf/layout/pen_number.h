/* Numbers as PDF writes them, and operators that take them. */
#ifndef HEARTH_RENDER_PDF_LAYOUT_PEN_NUMBER_H
#define HEARTH_RENDER_PDF_LAYOUT_PEN_NUMBER_H

#include "base/str.h"

/* Thousandths, without the noughts that say nothing. */
void decimal_write(struct buffer *out, long thousandths);
/* A length or a coordinate: at most two decimals. */
void pen_number(struct buffer *out, double value);
/* Numbers and the operator that takes them. */
void pen_operator(struct buffer *out, const double *values, size_t count, const char *operator);

#endif
