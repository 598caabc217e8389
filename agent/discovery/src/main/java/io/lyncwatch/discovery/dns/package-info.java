/**
 * Asks one resolver one question and keeps the answer, right or wrong. Uses dnsjava for the
 * messages and never the JVM's own resolver. Start at {@link DnsClient}.
 */
@NullMarked
package io.lyncwatch.discovery.dns;

import org.jspecify.annotations.NullMarked;
