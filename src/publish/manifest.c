/* Owns the form of manifest.json. */
#include "publish/manifest.h"
#include "base/buffer.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"

struct str manifest_moment(struct arena *arena, int64_t seconds)
{
	time_t moment = (time_t)seconds;
	struct tm parts;
	char text[32];

	gmtime_r(&moment, &parts);
	strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
	return str_copy(arena, str_of(text));
}

static bool moment_parse(const char *text, int64_t *seconds)
{
	struct tm parts = {0};
	const char *end = text ? strptime(text, "%Y-%m-%dT%H:%M:%SZ", &parts) : NULL;

	if (!end || *end)
		return false;
	*seconds = (int64_t)timegm(&parts);
	return true;
}

static json_t *text_node(struct str text)
{
	return json_stringn(text.at, text.length);
}

static json_t *files_node(const struct manifest_file *files, size_t count)
{
	json_t *list = json_array();

	for (size_t i = 0; i < count; i++) {
		json_t *file = json_object();

		json_object_set_new(file, "name", text_node(files[i].name));
		json_object_set_new(file, "size", json_integer(files[i].size));
		json_object_set_new(file, "sha256", text_node(files[i].sha256));
		json_array_append_new(list, file);
	}
	return list;
}

static json_t *manifest_node(struct arena *arena, const struct manifest *manifest)
{
	json_t *root = json_object();

	json_object_set_new(root, "program", text_node(manifest->program));
	json_object_set_new(root, "year", text_node(manifest->year));
	json_object_set_new(root, "built", text_node(manifest_moment(arena, manifest->built)));
	json_object_set_new(root, "sealed",
			    manifest->sealed ? text_node(manifest_moment(arena, manifest->sealed))
					     : json_null());
	json_object_set_new(root, "files", files_node(manifest->files, manifest->file_count));
	json_object_set_new(root, "inputs", files_node(manifest->inputs, manifest->input_count));
	return root;
}

static struct str dump(struct arena *arena, json_t *root)
{
	char *text = json_dumps(root, JSON_INDENT(1));
	struct str copy;

	if (!text)
		memory_exhausted();
	copy = str_format(arena, "%s\n", text);
	free(text);
	return copy;
}

struct str manifest_write(struct arena *arena, struct manifest *manifest)
{
	json_t *root = manifest_node(arena, manifest);
	struct str text;

	manifest->checksum = sha256_text(arena, dump(arena, root));
	json_object_set_new(root, "checksum", text_node(manifest->checksum));
	text = dump(arena, root);
	json_decref(root);
	return text;
}

static bool take_text(struct arena *arena, json_t *object, const char *key, struct str *text)
{
	json_t *node = json_object_get(object, key);

	if (!json_is_string(node))
		return false;
	*text = str_copy(arena, (struct str){json_string_value(node), json_string_length(node)});
	return true;
}

/* A name that could leave the pack's folder is no name of a file in it. */
static bool is_inside(struct str name)
{
	return name.length && name.at[0] != '/' && !memmem(name.at, name.length, "..", 2);
}

/* The files of a list; by name, each once. */
static bool take_files(struct arena *arena, json_t *root, const char *key,
		       struct manifest_file **files, size_t *count)
{
	json_t *list = json_object_get(root, key);

	if (!json_is_array(list))
		return false;
	*count = json_array_size(list);
	*files = ARENA_ARRAY(arena, *count, struct manifest_file);
	for (size_t i = 0; i < *count; i++) {
		json_t *file = json_array_get(list, i);
		json_t *size = json_object_get(file, "size");

		if (!take_text(arena, file, "name", &(*files)[i].name) ||
		    !take_text(arena, file, "sha256", &(*files)[i].sha256) ||
		    !json_is_integer(size) || !is_inside((*files)[i].name))
			return false;
		(*files)[i].size = json_integer_value(size);
		if (i > 0 && str_compare((*files)[i - 1].name, (*files)[i].name) >= 0)
			return false;
	}
	return true;
}

static bool take_manifest(struct arena *arena, struct manifest *manifest, json_t *root)
{
	json_t *sealed = json_object_get(root, "sealed");

	return take_text(arena, root, "program", &manifest->program) &&
	       take_text(arena, root, "year", &manifest->year) &&
	       moment_parse(json_string_value(json_object_get(root, "built")), &manifest->built) &&
	       (json_is_null(sealed) ||
		moment_parse(json_string_value(sealed), &manifest->sealed)) &&
	       take_files(arena, root, "files", &manifest->files, &manifest->file_count) &&
	       take_files(arena, root, "inputs", &manifest->inputs, &manifest->input_count) &&
	       take_text(arena, root, "checksum", &manifest->checksum);
}

bool manifest_read(struct arena *arena, struct manifest *manifest, struct str text, struct str *why)
{
	json_error_t error;
	json_t *root = json_loadb(text.at, text.length, JSON_REJECT_DUPLICATES, &error);
	struct manifest again;
	bool taken;

	*manifest = (struct manifest){0};
	if (!root) {
		*why = str_format(arena, "is not JSON: line %d: %s", error.line, error.text);
		return false;
	}
	taken = take_manifest(arena, manifest, root);
	json_decref(root);
	if (!taken) {
		*why = STR("is not the manifest of a pack");
		return false;
	}
	again = *manifest;
	if (!str_equal(manifest_write(arena, &again), text)) {
		*why = STR("was changed: its checksum is not its own");
		return false;
	}
	return true;
}

void manifest_describe(struct arena *arena, struct buffer *out, struct str folder,
		       const struct manifest *manifest)
{
	struct str when =
		manifest_moment(arena, manifest->sealed ? manifest->sealed : manifest->built);

	buffer_format(out, "%.*s: %zu files, all as they were built; %s %.*s\n", STR_ARG(folder),
		      manifest->file_count, manifest->sealed ? "sealed" : "a draft of",
		      STR_ARG(when));
	buffer_format(out, "  checksum of the manifest: %.*s\n", STR_ARG(manifest->checksum));
}
