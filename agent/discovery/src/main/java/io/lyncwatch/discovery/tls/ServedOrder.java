package io.lyncwatch.discovery.tls;

import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether certificates came in the order that TLS before 1.3 demands (RFC 5246, section 7.4.2):
 * each followed by that of its issuer. Most clients sort by themselves, old ones do not.
 */
final class ServedOrder {
  private ServedOrder() {}

  /**
   * What is wrong with the order.
   *
   * @return a phrase for people, empty if it is right
   */
  static Optional<String> flaw(List<X509Certificate> served) {
    Set<X509Certificate> seen = new HashSet<>();
    for (int index = 0; index < served.size(); index++) {
      X509Certificate certificate = served.get(index);
      String subject = ServedCertificate.name(certificate.getSubjectX500Principal());
      if (!seen.add(certificate)) {
        return Optional.of(subject + " is sent twice");
      }
      if (index > 0 && !issued(certificate, served.get(index - 1))) {
        return Optional.of(subject + " follows a certificate that it did not issue");
      }
    }
    return Optional.empty();
  }

  private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
    return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }
}
