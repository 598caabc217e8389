/**
 * What the Autodiscover service says in a root, domain or user document, whichever of the four
 * forms it says it in. Text in, values out: no sockets, and no judgement of what the values mean
 * for a sign-in. Uses {@code text} and Jackson. Start at {@link DocumentReader}.
 */
@NullMarked
package io.lyncwatch.discovery.document;

import org.jspecify.annotations.NullMarked;
