/*
 * The page's style, made into one that reaches no further than a fragment of it. In a site's page
 * the fragment stands under a root, <div class="hearth"><div class="body">.
 *
 * - Every selector stands under the root, and weighs more than a site's own by two ids.
 * - :root is the root with its bare class, so that a site can set other colours in a rule of its
 *   own; html is the root, body the element in it, main what has class "main", and h1 to h6 what
 *   has class "h1" to "h6", as a fragment's headings are of other levels than the page's.
 * - What asks for the screen's width asks for the root's.
 * - rem is a property of the root: a site may have set its own to anything.
 * - @page, and colours for dark screens, which the site would have to have as well, are left out.
 */
#ifndef HEARTH_RENDER_HTML_STYLE_SCOPE_H
#define HEARTH_RENDER_HTML_STYLE_SCOPE_H

#include "base/str.h"

#define SCOPE_CLASS ".hearth"
#define SCOPE_ROOT SCOPE_CLASS ":not(#_):not(#_)"
#define SCOPE_REM "--hearth-rem"

/* Style rules as templates/style.css has them: at-rules that hold rules, none nested in a rule. */
void style_scope(struct str style, struct buffer *out);

#endif
