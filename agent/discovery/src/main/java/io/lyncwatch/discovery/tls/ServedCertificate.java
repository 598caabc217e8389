package io.lyncwatch.discovery.tls;

import java.time.Instant;

/**
 * One certificate of a chain as data.
 *
 * @param subject distinguished name, RFC 2253
 * @param issuer distinguished name, RFC 2253
 * @param serial hexadecimal
 * @param sha256 fingerprint, hexadecimal
 */
public record ServedCertificate(
    Position position,
    String subject,
    String issuer,
    String serial,
    String sha256,
    Instant notBefore,
    Instant notAfter) {}
