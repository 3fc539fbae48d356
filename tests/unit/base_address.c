/* Addresses of the web, and language tags: what is one, and what only looks like one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/address.h"
#include "base/language.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static void addresses_have_a_host_and_a_known_scheme_or_none(void **state)
{
	static const char *const good[] = {
		"www.example.gov.uk", "https://www.example.gov.uk/fostering", "HTTP://example.org",
		"example.org:8080/a?b=c#d", "example.gov.uk/fostering/"};
	static const char *const bad[] = {"",
					  "https://",
					  "https://https://example.org",
					  "javascript:alert(1)",
					  "//example.org",
					  "example",
					  "ftp://example.org",
					  "a b.example",
					  "https://user@example.org",
					  "example..org",
					  "-a.example",
					  "https://example.org:port",
					  "https://example.",
					  "https://a.b/\"x"};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++)
		if (!web_address_is(str_of(good[i])))
			fail_msg("%s is an address", good[i]);
	for (size_t i = 0; i < COUNT(bad); i++)
		if (web_address_is(str_of(bad[i])))
			fail_msg("%s is no address", bad[i]);
}

static void a_bare_address_has_no_scheme_and_no_last_slash(void **state)
{
	(void)state;
	assert_true(str_is(web_address_bare(STR("https://www.example.gov.uk/a/")),
			   "www.example.gov.uk/a"));
	assert_true(str_is(web_address_bare(STR("www.example.gov.uk")), "www.example.gov.uk"));
}

static void links_lead_to_pages_people_and_places_beside(void **state)
{
	static const char *const safe[] = {"https://a.example/b?c=d", "mailto:a@b.example",
					   "tel:01160000000",	      "#id",
					   "data/enquiries.csv",      "/a:b",
					   "tel:+441162544848",	      "../2023-24/",
					   "HTTPS://a.example"};
	static const char *const unsafe[] = {"javascript:alert(1)",
					     "JavaScript:alert(1)",
					     "data:text/html,x",
					     "//a.example",
					     "java\nscript:x",
					     "mailto:",
					     "https://",
					     "",
					     "vbscript:x",
					     " javascript:a",
					     "java\tscript:a",
					     "file:///a",
					     "\x01javascript:a",
					     "https://https://a.example"};

	(void)state;
	for (size_t i = 0; i < COUNT(safe); i++)
		if (!link_is_safe(str_of(safe[i])))
			fail_msg("%s may be a link", safe[i]);
	for (size_t i = 0; i < COUNT(unsafe); i++)
		if (link_is_safe(str_of(unsafe[i])))
			fail_msg("%s must be no link", unsafe[i]);
}

static void language_tags_are_well_formed_and_registered(void **state)
{
	static const char *const good[] = {"en",      "en-GB",	"cy",	      "EN-gb",
					   "pa-Guru", "es-419", "zh-Hant-HK", "de-1996"};
	static const char *const bad[] = {"English",	  "en_GB", "e", "en-",	  "xx",
					  "en-ZZZZZ9999", "en-QQ", "",	"qqq-GB", "en--GB"};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++)
		if (!language_is_registered(str_of(good[i])))
			fail_msg("%s is a language tag", good[i]);
	for (size_t i = 0; i < COUNT(bad); i++)
		if (language_is_registered(str_of(bad[i])))
			fail_msg("%s is no language tag", bad[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(addresses_have_a_host_and_a_known_scheme_or_none),
		cmocka_unit_test(a_bare_address_has_no_scheme_and_no_last_slash),
		cmocka_unit_test(links_lead_to_pages_people_and_places_beside),
		cmocka_unit_test(language_tags_are_well_formed_and_registered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
