/*
 * The charts and tables that templates/data.xml declares, drawn from the facts.
 */
#ifndef HEARTH_COMPOSE_DATA_DATA_H
#define HEARTH_COMPOSE_DATA_DATA_H

#include "compose/names/composer.h"
#include "document/document.h"

struct data {
	struct chart **charts;
	size_t chart_count;
	struct table **tables;
	size_t table_count;
	bool unread; /* data.xml is at fault: what it declares isn't known */
};

/* The errors go to the composer; false when there were any. */
bool data_read(struct composer *composer, struct data *data);

const struct chart *data_chart(const struct data *data, struct str name);
const struct table *data_table(const struct data *data, struct str name);

#endif
