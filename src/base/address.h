/* Addresses of the web, as people write them and as links need them. */
#ifndef HEARTH_BASE_ADDRESS_H
#define HEARTH_BASE_ADDRESS_H

#include "base/str.h"

/*
 * Whether the text is the address of a page: with http:// or https:// before it, or without, a host
 * of labels parted by dots, perhaps a port, perhaps a path. No other scheme, no user, no space.
 */
bool web_address_is(struct str text);
/* The same address without its scheme and without a slash that ends it: "www.example.gov.uk/care".
 */
struct str web_address_bare(struct str text);
/*
 * Whether a link may lead there: an address with http:// or https://, mailto: or tel: with
 * something behind it, or what stands beside or in the page, without a scheme and not beginning
 * with "//".
 */
bool link_is_safe(struct str target);

#endif
