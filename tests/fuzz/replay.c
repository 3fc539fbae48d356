/*
 * Gives a fuzz target the files that are named, one by one: what fuzzing learned is asked again
 * in every run of the tests, without a fuzzer.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerInitialize(int *count, char ***arguments);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { MOST = 1 << 16 };

static int replay(const char *path)
{
	static uint8_t bytes[MOST];
	FILE *file = fopen(path, "rb");
	size_t size = file ? fread(bytes, 1, MOST, file) : 0;

	if (!file || fclose(file) != 0) {
		perror(path);
		return 1;
	}
	/* Told before, so that the last line of a crash names its file. */
	printf("%s\n", path);
	fflush(stdout);
	/* Its own memory, so that a read past the end is one past a block's. */
	uint8_t *block = malloc(size ? size : 1);
	if (!block)
		return 1;
	for (size_t i = 0; i < size; i++)
		block[i] = bytes[i];
	LLVMFuzzerTestOneInput(block, size);
	free(block);
	return 0;
}

int main(int count, char **arguments)
{
	int failed = 0;

	LLVMFuzzerInitialize(&count, &arguments);
	for (int i = 1; i < count; i++)
		failed += replay(arguments[i]);
	printf("%d passed, %d failed\n", count - 1 - failed, failed);
	return failed > 0;
}
