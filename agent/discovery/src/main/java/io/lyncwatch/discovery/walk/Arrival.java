package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.document.AutodiscoverDocument;
import java.net.URI;

/**
 * Where a walk stands: what it was last given, and whether it can be believed.
 *
 * @param url the URL that was asked
 * @param document what it answered
 * @param verified whether this answer and every one that led to it came over verified https
 */
record Arrival(URI url, AutodiscoverDocument document, boolean verified) {}
