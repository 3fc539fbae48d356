/* The file's own reader: it alone speaks, in the file's order. Owns the cutting. */
#include "read/extract_file.h"

#include "base/buffer.h"

struct own {
	struct taking *taking;
	struct crew *crew;
	struct xml *xml;
	struct pieces pieces;
	size_t told; /* unknown attributes that workers know of */
};

static bool may_begin(struct str name)
{
	size_t colon = str_find(name, ':', 0);
	if (colon < name.length)
		name = str_slice(name, colon + 1, name.length);
	return element_find(ELEMENT_EXTRACT, name) != ELEMENT_NONE;
}

static void fill(struct own *own)
{
	while (crew_has_room(own->crew) && !own->pieces.ended) {
		if (!pieces_next(&own->pieces, &crew_next(own->crew)->piece))
			return;
		crew_add(own->crew);
	}
}

/* Workers begin once the root has opened. */
static void share_head(struct own *own, const struct file_piece *piece)
{
	uint64_t end = own->taking->root_end;
	struct str bytes = buffer_view(&piece->bytes);
	if (own->crew->head.length || !end || piece->from.offset || end >= bytes.length ||
	    bytes.at[end] != '>')
		return;
	crew_head(own->crew, str_copy(own->taking->reader.arena, str_slice(bytes, 0, end + 1)));
}

static void share_told(struct own *own)
{
	const struct map *told = &own->taking->reader.told;
	struct arena *arena = own->taking->reader.arena;
	if (told->count == own->told)
		return;
	struct map *copy = ARENA_NEW(arena, struct map);
	map_init(copy, arena);
	for (size_t i = 0; i < told->capacity; i++)
		if (told->slots[i].hash)
			*map_place(copy, told->slots[i].key) = told->slots[i].value;
	own->told = told->count;
	crew_tell(own->crew, copy);
}

static bool may_take_over(struct own *own, const struct slot *slot)
{
	return slot->state == SLOT_DONE && slot->sound && reader_is_between(&own->taking->reader);
}

static void settle(struct own *own, const struct slot *slot)
{
	struct taking *taking = own->taking;
	if (!may_take_over(own, slot)) {
		xml_push(own->xml, buffer_view(&slot->piece.bytes));
		share_head(own, &slot->piece);
		share_told(own);
		return;
	}
	for (size_t i = 0; i < slot->ask_count; i++)
		taking->ask(taking->taker, &slot->asks[i]);
	xml_skip(own->xml, slot->piece.to);
}

static void read_pieces(struct own *own, const struct input *input)
{
	for (fill(own); own->crew->count && !xml_has_stopped(own->xml); fill(own)) {
		settle(own, crew_first(own->crew));
		crew_drop(own->crew);
		if (own->taking->progress)
			own->taking->progress(own->taking->taker, input_taken(input));
	}
	crew_end(own->crew);
	xml_push_end(own->xml);
}

bool extract_file_read(struct taking *taking, struct crew *crew, struct str path,
		       uint32_t file_index, size_t piece_bytes)
{
	struct own own = {.taking = taking, .crew = crew};
	own.xml = reader_begin(&taking->reader, path, file_index);
	taking->root_end = 0;
	struct input *input = xml_open(own.xml);
	crew_begin(crew, path, file_index);
	pieces_init(&own.pieces, input, piece_bytes ? piece_bytes : PIECE_BYTES, may_begin);
	own.told = 0;
	share_told(&own);
	if (!input->why)
		read_pieces(&own, input);
	pieces_release(&own.pieces);
	return xml_finish(own.xml);
}
