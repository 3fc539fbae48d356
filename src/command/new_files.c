#include "command/new_files.h"

#include "base/file.h"

void make_file(struct making *making, struct str path, struct str content)
{
	struct str why;

	if (making->failed)
		return;
	if (file_exists(path)) {
		printf("%.*s: was there, and was left as it is\n", STR_ARG(path));
	} else if (file_write(making->arena, path, content, &why)) {
		printf("%.*s\n", STR_ARG(path));
	} else {
		program_says("%.*s", STR_ARG(why));
		making->failed = true;
	}
}

void make_folder(struct making *making, struct str path)
{
	struct str why;

	if (making->failed || folder_make(making->arena, path, &why))
		return;
	program_says("%.*s", STR_ARG(why));
	making->failed = true;
}
