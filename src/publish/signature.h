/*
 * Signatures in the form of minisign, which anyone can check
 * without this program (https://jedisct1.github.io/minisign/): manifest.json.minisig beside
 * manifest.json. Ed25519 over BLAKE2b.
 */
#ifndef HEARTH_PUBLISH_SIGNATURE_H
#define HEARTH_PUBLISH_SIGNATURE_H

#include "publish/manifest.h"

#define SIGNATURE_NAME MANIFEST_NAME ".minisig"

enum { KEY_NUMBER = 8, KEY_PUBLIC = 32, KEY_SECRET = 64 };

struct signing_key {
	unsigned char number[KEY_NUMBER];
	unsigned char secret[KEY_SECRET];
};

struct checking_key {
	unsigned char number[KEY_NUMBER];
	unsigned char public[KEY_PUBLIC];
};

/*
 * Reads a key file. A secret key that is encrypted is opened by `password`, which may be NULL.
 * False with *why, which names the file and says what to do.
 */
bool signing_key_read(struct arena *arena, struct str path, const char *password,
		      struct signing_key *key, struct str *why);
bool checking_key_read(struct arena *arena, struct str path, struct checking_key *key,
		       struct str *why);

/* The signature of a text, as a file; `comment`, one line, is signed with it. */
struct str signature_write(struct arena *arena, const struct signing_key *key, struct str text,
			   struct str comment);

/* Whether `signature` is that of the text by the key. False with *why. */
bool signature_check(struct arena *arena, const struct checking_key *key, struct str text,
		     struct str signature, struct str *why);

#endif
