/**
 * Whether authorities still stand by the certificates that a server presents: what was stapled to
 * them, what OCSP responders answer (RFC 6960) and what stands on revocation lists (RFC 5280
 * section 5). Says what to ask and what the answers mean, and keeps them as long as they hold; that
 * they are genuine is for the JDK to say, which is handed everything and connects to nowhere. Uses
 * {@code tls} and {@code finding}; opens no connection itself. Start at {@link RevocationInquiry}.
 */
@NullMarked
package io.lyncwatch.discovery.revocation;

import org.jspecify.annotations.NullMarked;
