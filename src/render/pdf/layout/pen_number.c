#include "render/pdf/layout/pen_number.h"

#include <math.h>

#include "base/buffer.h"

void decimal_write(struct buffer *out, long thousandths)
{
	char digits[24];
	size_t at = sizeof(digits);
	bool minus = thousandths < 0;
	unsigned long rest = (unsigned long)(minus ? -thousandths : thousandths);
	bool any = false;

	for (int place = 0; place < 3; place++, rest /= 10) {
		any |= rest % 10 != 0;
		if (any)
			digits[--at] = (char)('0' + rest % 10);
	}
	if (any)
		digits[--at] = '.';
	if (rest > 0 || !any)
		do {
			digits[--at] = (char)('0' + rest % 10);
			rest /= 10;
		} while (rest > 0);
	if (minus)
		digits[--at] = '-';
	buffer_add(out, digits + at, sizeof(digits) - at);
}

void pen_number(struct buffer *out, double value)
{
	decimal_write(out, lround(value * 100) * 10);
}

void pen_operator(struct buffer *out, const double *values, size_t count, const char *operator)
{
	for (size_t i = 0; i < count; i++) {
		pen_number(out, values[i]);
		buffer_byte(out, ' ');
	}
	buffer_text(out, operator);
	buffer_byte(out, '\n');
}
