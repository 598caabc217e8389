package io.lyncwatch.discovery.revocation;

import io.lyncwatch.discovery.tls.Position;

/**
 * What is known of one certificate of a chain.
 *
 * @param subject distinguished name, RFC 2253, fit to show
 */
public record CertificateRevocation(Position position, String subject, Verdict verdict) {}
