#include "publish/signature.h"

#include <sodium.h>
#include <string.h>

#include "base/files.h"

enum { HASH = crypto_generichash_BYTES_MAX, SALT = 32, CHECKSUM = 32 };

/* The files' binary parts, which stand in them as base64; every field is of bytes. */
struct public_part {
	unsigned char kind[2]; /* "Ed" */
	struct checking_key key;
};

struct secret_part {
	unsigned char kind[2];	   /* "Ed" */
	unsigned char kdf[2];	   /* "Sc" when encrypted by scrypt, else zeros */
	unsigned char checksum[2]; /* "B2" */
	unsigned char salt[SALT];
	unsigned char operations[8], memory[8]; /* little-endian */
	struct {
		struct signing_key key;
		unsigned char checksum[CHECKSUM];
	} locked; /* by exclusive or with what comes of the password */
};

struct signature_part {
	unsigned char kind[2]; /* "ED": of the text's hash */
	unsigned char number[KEY_NUMBER];
	unsigned char bytes[crypto_sign_BYTES];
};

static void start(void)
{
	if (sodium_init() < 0)
		memory_exhausted();
}

static struct str line_at(struct str text, size_t number)
{
	size_t from = 0;

	while (number-- > 0)
		from = str_find(text, '\n', from) + 1;
	return str_trim(str_slice(text, from, str_find(text, '\n', from)));
}

/* Exactly `size` bytes of base64. */
static bool decode(struct str line, void *bytes, size_t size)
{
	size_t length = 0;

	return sodium_base642bin(bytes, size, line.at, line.length, NULL, &length, NULL,
				 sodium_base64_VARIANT_ORIGINAL) == 0 &&
	       length == size;
}

static struct str encode(struct arena *arena, const void *bytes, size_t size)
{
	size_t room = sodium_base64_encoded_len(size, sodium_base64_VARIANT_ORIGINAL);
	char *text = arena_bytes(arena, room);

	sodium_bin2base64(text, room, bytes, size, sodium_base64_VARIANT_ORIGINAL);
	return str_of(text);
}

static bool fail(struct arena *arena, struct str path, const char *what, struct str *why)
{
	*why = str_format(arena, "%.*s: %s", STR_ARG(path), what);
	return false;
}

bool checking_key_read(struct arena *arena, struct str path, struct checking_key *key,
		       struct str *why)
{
	struct public_part part;
	struct str text;

	start();
	if (!file_read(arena, path, &text, why))
		return false;
	if (!decode(line_at(text, 1), &part, sizeof part) || memcmp(part.kind, "Ed", 2) != 0)
		return fail(arena, path,
			    "is not a public key of minisign's: name the file that ends in .pub",
			    why);
	*key = part.key;
	return true;
}

static uint64_t little_endian(const unsigned char bytes[8])
{
	uint64_t value = 0;

	for (int i = 7; i >= 0; i--)
		value = value << 8 | bytes[i];
	return value;
}

static bool is_encrypted(const struct secret_part *part)
{
	return memcmp(part->kdf, "Sc", 2) == 0;
}

/* Opens what scrypt has locked. */
static bool unlock(struct secret_part *part, const char *password)
{
	unsigned char stream[sizeof part->locked], *locked = (unsigned char *)&part->locked;

	if (crypto_pwhash_scryptsalsa208sha256(stream, sizeof stream, password, strlen(password),
					       part->salt, little_endian(part->operations),
					       (size_t)little_endian(part->memory)) != 0)
		return false;
	for (size_t i = 0; i < sizeof stream; i++)
		locked[i] ^= stream[i];
	sodium_memzero(stream, sizeof stream);
	return true;
}

static bool is_right(const struct secret_part *part)
{
	unsigned char checksum[CHECKSUM];
	crypto_generichash_state state;

	crypto_generichash_init(&state, NULL, 0, sizeof checksum);
	crypto_generichash_update(&state, part->kind, sizeof part->kind);
	crypto_generichash_update(&state, (const unsigned char *)&part->locked.key,
				  sizeof part->locked.key);
	crypto_generichash_final(&state, checksum, sizeof checksum);
	return sodium_memcmp(checksum, part->locked.checksum, sizeof checksum) == 0;
}

/* What is wrong with the key, opened in place; NULL: nothing. */
static const char *open_key(struct secret_part *part, struct str line, const char *password)
{
	if (!decode(line, part, sizeof *part) || memcmp(part->kind, "Ed", 2) != 0)
		return "is not a secret key of minisign's: `minisign -G` makes one";
	if (!is_encrypted(part))
		return NULL;
	if (!password)
		return "is encrypted: put its password into HEARTH_KEY_PASSWORD, or make a key "
		       "without one by `minisign -G -W`";
	if (!unlock(part, password))
		return "can't be opened: its password asks for more memory than there is";
	return is_right(part) ? NULL : "can't be opened: HEARTH_KEY_PASSWORD is not its password";
}

bool signing_key_read(struct arena *arena, struct str path, const char *password,
		      struct signing_key *key, struct str *why)
{
	struct secret_part part;
	struct str text;
	const char *wrong;

	start();
	if (!file_read(arena, path, &text, why))
		return false;
	wrong = open_key(&part, line_at(text, 1), password);
	*key = part.locked.key;
	sodium_memzero(&part, sizeof part);
	sodium_memzero((char *)text.at, text.length);
	return !wrong || fail(arena, path, wrong, why);
}

static void hash(struct str text, unsigned char into[HASH])
{
	crypto_generichash(into, HASH, (const unsigned char *)text.at, text.length, NULL, 0);
}

/* What the second signature is of: the first, and the comment. */
static struct str commented(struct arena *arena, const struct signature_part *part,
			    struct str comment)
{
	char *bytes = arena_bytes(arena, sizeof part->bytes + comment.length);

	memcpy(bytes, part->bytes, sizeof part->bytes);
	memcpy(bytes + sizeof part->bytes, comment.at, comment.length);
	return (struct str){bytes, sizeof part->bytes + comment.length};
}

struct str signature_write(struct arena *arena, const struct signing_key *key, struct str text,
			   struct str comment)
{
	struct signature_part part = {.kind = "ED"};
	unsigned char hashed[HASH], whole[crypto_sign_BYTES];
	struct str signed_too;

	hash(text, hashed);
	memcpy(part.number, key->number, sizeof part.number);
	crypto_sign_detached(part.bytes, NULL, hashed, sizeof hashed, key->secret);
	signed_too = commented(arena, &part, comment);
	crypto_sign_detached(whole, NULL, (const unsigned char *)signed_too.at, signed_too.length,
			     key->secret);
	return str_format(arena,
			  "untrusted comment: signature of a pack by hearth\n%.*s\n"
			  "trusted comment: %.*s\n%.*s\n",
			  STR_ARG(encode(arena, &part, sizeof part)), STR_ARG(comment),
			  STR_ARG(encode(arena, whole, sizeof whole)));
}

static bool is_signed(const struct checking_key *key, const unsigned char bytes[crypto_sign_BYTES],
		      const void *text, size_t length)
{
	return crypto_sign_verify_detached(bytes, text, length, key->public) == 0;
}

bool signature_check(struct arena *arena, const struct checking_key *key, struct str text,
		     struct str signature, struct str *why)
{
	struct str head = STR("trusted comment: "), comment = line_at(signature, 2);
	unsigned char hashed[HASH], whole[crypto_sign_BYTES];
	struct signature_part part;
	struct str signed_too;

	if (!decode(line_at(signature, 1), &part, sizeof part) || memcmp(part.kind, "ED", 2) != 0 ||
	    !str_starts(comment, head) || !decode(line_at(signature, 3), whole, sizeof whole)) {
		*why = STR("is not a signature of minisign's");
		return false;
	}
	if (memcmp(part.number, key->number, sizeof part.number) != 0) {
		*why = STR("was made by another key");
		return false;
	}
	hash(text, hashed);
	signed_too = commented(arena, &part, str_slice(comment, head.length, comment.length));
	if (is_signed(key, part.bytes, hashed, sizeof hashed) &&
	    is_signed(key, whole, signed_too.at, signed_too.length))
		return true;
	*why = STR("is not the signature of this manifest");
	return false;
}
