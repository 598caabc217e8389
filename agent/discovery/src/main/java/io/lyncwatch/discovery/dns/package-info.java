/**
 * Asks one resolver one question and keeps the answer, right or wrong. Uses dnsjava for the
 * messages and never the JVM's own resolver. Start at {@link DnsClient}; {@link ViewResolvers} asks
 * all resolvers of a view, {@link DnsFindings} says what their answers mean for sign-in, {@link
 * Wildcard} whether anybody made the record, and {@link Disagreement} why resolvers disagree.
 */
@NullMarked
package io.lyncwatch.discovery.dns;

import org.jspecify.annotations.NullMarked;
