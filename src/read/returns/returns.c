#include "read/returns/returns.h"

#include <strings.h>

#include "base/file.h"
#include "read/returns/chain.h"
#include "read/returns/distance.h"
#include "read/returns/merge.h"
#include "read/returns/return_xml.h"
#include "read/returns/table.h"

void returns_init(struct returns *returns, struct arena *arena, struct diagnostics *diagnostics,
		  size_t file_count)
{
	*returns = (struct returns){.arena = arena,
				    .diagnostics = diagnostics,
				    .file_count = file_count,
				    .faults = {.arena = arena}};
	returns->files = ARENA_ARRAY(arena, file_count, struct return_file);
	returns->last = &returns->first;
	map_init(&returns->by_id, arena);
	for (size_t i = 0; i < file_count; i++)
		returns->files[i].latest = DAY_NONE;
}

static bool is_csv(struct str path)
{
	return path.length >= 4 && strncasecmp(path.at + path.length - 4, ".csv", 4) == 0;
}

bool returns_claim(struct str path)
{
	return is_csv(path) || return_text_is_xml_return(path);
}

bool returns_read(struct returns *returns, struct str path, uint32_t file)
{
	struct return_text text;
	bool read = return_text_read(&text, path, !is_csv(path), returns->diagnostics);
	if (read && is_csv(path))
		returns_take_csv(returns, file, &text);
	else if (read)
		returns_take_xml(returns, file, &text);
	return_text_release(&text);
	return read;
}

void returns_settle(struct returns *returns, struct str postcodes)
{
	if (!returns->first_file.length)
		return;
	returns_merge(returns);
	for (struct return_child *child = returns->first; child; child = child->next) {
		returns_number_carers(child);
		returns_check_chain(returns, child);
	}
	if (postcodes.length && file_exists(postcodes))
		returns_measure_distances(returns, postcodes);
	return_faults_tell(&returns->faults, returns->fault_counts, returns->diagnostics);
}
