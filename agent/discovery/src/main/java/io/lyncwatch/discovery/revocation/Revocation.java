package io.lyncwatch.discovery.revocation;

import java.util.Comparator;
import java.util.List;

/**
 * What is known of the certificates of a chain below its root.
 *
 * @param certificates the leaf first, at least one
 */
public record Revocation(List<CertificateRevocation> certificates) {
  /** Copies the list. */
  public Revocation {
    certificates = List.copyOf(certificates);
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException("nothing is known of no certificate");
    }
  }

  /** That of the worst: revoked if any is, else unknown if any is, else good. */
  public Status status() {
    return certificates.stream()
        .map(certificate -> certificate.verdict().status())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}
