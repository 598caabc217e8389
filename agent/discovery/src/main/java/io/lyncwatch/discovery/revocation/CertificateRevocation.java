package io.lyncwatch.discovery.revocation;

import io.lyncwatch.discovery.tls.Position;
import java.util.Optional;

/**
 * What is known of one certificate of a chain.
 *
 * @param subject distinguished name, RFC 2253, fit to show
 * @param listed what its lists say, which may be the verdict itself; absent if they were not asked
 */
public record CertificateRevocation(
    Position position, String subject, Verdict verdict, Optional<Verdict> listed) {}
