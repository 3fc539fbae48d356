/* How many cores this process may use. */
#ifndef HEARTH_BASE_CORES_H
#define HEARTH_BASE_CORES_H

#include <stddef.h>

/* One at least. A limit that was put on the process, as by taskset or a container, counts. */
size_t cores_allowed(void);

#endif
