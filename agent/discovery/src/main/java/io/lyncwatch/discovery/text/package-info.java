/**
 * Reading text from the wire with care, for {@code document} and {@code ticket}, which both need
 * it: XML without document types and within bounds, URLs that a client could ask, and excerpts that
 * are safe to show. Nothing here throws for any text, and nothing knows what the text is about.
 * Uses the parent package and the JDK's StAX only. Start at {@link XmlReader}.
 */
@NullMarked
package io.lyncwatch.discovery.text;

import org.jspecify.annotations.NullMarked;
