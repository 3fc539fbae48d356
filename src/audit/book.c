#include "audit/book.h"

enum { PART_AT_MOST = 16 << 20 };

zip_t *book_open(struct str content)
{
	zip_source_t *source = zip_source_buffer_create(content.at, content.length, 0, NULL);
	zip_t *book = source ? zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;

	if (!book)
		zip_source_free(source);
	return book;
}

struct str book_part(struct arena *arena, zip_t *book, zip_uint64_t number)
{
	zip_stat_t about;
	zip_file_t *part;
	char *text;
	zip_int64_t length;

	if (zip_stat_index(book, number, 0, &about) != 0 || about.size > PART_AT_MOST)
		return STR("");
	part = zip_fopen_index(book, number, 0);
	if (!part)
		return STR("");
	text = arena_bytes(arena, (size_t)about.size + 1);
	length = zip_fread(part, text, about.size);
	zip_fclose(part);
	return (struct str){text, length > 0 ? (size_t)length : 0};
}
