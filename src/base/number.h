/*
 * Numbers as the contract writes them, exact: no floating point comes near a figure.
 *
 * Counts are int64_t. A decimal is int64_t thousandths. A percentage is int64_t tenths.
 */
#ifndef HEARTH_BASE_NUMBER_H
#define HEARTH_BASE_NUMBER_H

#include "base/str.h"

/* 1 to 6 digits, nothing else. */
bool number_parse_whole(struct str text, int64_t *value);
/* 1 to 6 digits, then perhaps a point and 1 to 3 digits; the value in thousandths. */
bool number_parse_decimal(struct str text, int64_t *thousandths);

/* numerator / denominator in tenths of a percent, halves away from zero; denominator > 0. */
int64_t number_percent(int64_t numerator, int64_t denominator);
/* Tenths to the nearest whole, computed from the exact quotient, halves away from zero. */
int64_t number_percent_whole(int64_t numerator, int64_t denominator);

struct str number_grouped(struct arena *arena, int64_t value); /* 1,234; a minus sign U+2212 */
struct str number_tenths(struct arena *arena, int64_t tenths); /* 61.4; 64.0 */
struct str number_percent_tenths(struct arena *arena, int64_t tenths); /* 61.4%; 64.0% */
struct str number_percent_grouped(struct arena *arena, int64_t whole); /* 61%; 1,200% */
struct str number_decimal(struct arena *arena, int64_t thousandths);   /* 7.3; no trailing zeros */
/* "eight"; figures of 10 and more stay digits, as the house style writes numbers. */
struct str number_words(struct arena *arena, int64_t value);

#endif
