/*
 * The calendar: days as numbers. Owns no state, asks no clock.
 */
#include "base/date.h"

#include <stdio.h>
#include <string.h>

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199 };

static const char *const months[] = {"January",	  "February", "March",	  "April",
				     "May",	  "June",     "July",	  "August",
				     "September", "October",  "November", "December"};

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* Years that begin in March put the leap day last, so that a month's offset needs no table. */
int32_t day_of(int year, int month, int day)
{
	int march_year = year - (month <= 2);
	int era = (march_year >= 0 ? march_year : march_year - 399) / 400;
	int of_era = march_year - era * 400;
	int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void day_split(int32_t date, int *year, int *month, int *day)
{
	int shifted = date + 719468;
	int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
	int of_era = shifted - era * 146097;
	int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int march_month = (5 * of_year + 2) / 153;
	*day = of_year - (153 * march_month + 2) / 5 + 1;
	*month = march_month < 10 ? march_month + 3 : march_month - 9;
	*year = year_of_era + era * 400 + (*month <= 2);
}

/* Two digits as a number; -1 when they are none. */
static int two_digits(const char *at)
{
	unsigned tens = (unsigned)at[0] - '0', ones = (unsigned)at[1] - '0';
	return tens > 9 || ones > 9 ? -1 : (int)(tens * 10 + ones);
}

bool day_parse(struct str text, int32_t *date)
{
	if (text.length != 10 || text.at[4] != '-' || text.at[7] != '-')
		return false;
	int century = two_digits(text.at), of_century = two_digits(text.at + 2);
	int month = two_digits(text.at + 5), day = two_digits(text.at + 8);
	int year = century * 100 + of_century;
	if (century < 0 || of_century < 0 || year < FIRST_YEAR || year > LAST_YEAR)
		return false;
	if (month < 1 || month > 12 || day < 1 || day > days_in(year, month))
		return false;
	*date = day_of(year, month, day);
	return true;
}

bool day_parse_moment(struct str text, int32_t *date)
{
	if (text.length != 20 || text.at[10] != 'T' || text.at[13] != ':' || text.at[16] != ':' ||
	    text.at[19] != 'Z')
		return false;
	int hour = two_digits(text.at + 11), minute = two_digits(text.at + 14);
	int second = two_digits(text.at + 17);
	if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
		return false;
	return day_parse(str_slice(text, 0, 10), date);
}

int32_t day_add_months(int32_t date, int months_later)
{
	int year, month, day;
	day_split(date, &year, &month, &day);
	int counted = year * 12 + (month - 1) + months_later;
	year = (counted >= 0 ? counted : counted - 11) / 12;
	month = counted - year * 12 + 1;
	int last = days_in(year, month);
	return day_of(year, month, day < last ? day : last);
}

bool open_on(int32_t from, int32_t to, int32_t day)
{
	return from != DAY_NONE && from <= day && (to == DAY_NONE || to > day);
}

int age_on(int32_t born, int32_t on)
{
	int born_year, born_month, born_day, year, month, day;
	day_split(born, &born_year, &born_month, &born_day);
	day_split(on, &year, &month, &day);
	bool before_birthday = month < born_month || (month == born_month && day < born_day);
	return year - born_year - before_birthday;
}

struct str day_iso(struct arena *arena, int32_t date)
{
	int year, month, day;
	day_split(date, &year, &month, &day);
	return str_format(arena, "%04d-%02d-%02d", year, month, day);
}

struct str day_words(struct arena *arena, int32_t date)
{
	int year, month, day;
	day_split(date, &year, &month, &day);
	return str_format(arena, "%d\u00a0%s\u00a0%d", day, months[month - 1], year);
}

bool period_parse(struct str label, struct period *period)
{
	if (label.length != 7 || label.at[4] != '-')
		return false;
	int century = two_digits(label.at), of_century = two_digits(label.at + 2);
	int next = two_digits(label.at + 5);
	int year = century * 100 + of_century;
	if (century < 0 || of_century < 0 || next != (year + 1) % 100 || year < FIRST_YEAR ||
	    year >= LAST_YEAR)
		return false;
	*period = period_of(year);
	return true;
}

struct period period_of(int first_year)
{
	struct period period = {
		.first_year = first_year,
		.first = day_of(first_year, 4, 1),
		.last = day_of(first_year + 1, 3, 31),
	};
	char label[32];
	snprintf(label, sizeof(label), "%04u-%02u", (unsigned)first_year % 10000,
		 (unsigned)(first_year + 1) % 100);
	memcpy(period.label, label, 7);
	return period;
}

bool period_holds(const struct period *period, int32_t date)
{
	return date >= period->first && date <= period->last;
}
