package io.lyncwatch.discovery.tls;

import java.security.cert.X509Certificate;

/**
 * A certificate that a server did not send along and that its chain needs.
 *
 * @param subject distinguished name, RFC 2253
 * @param url where it was found, as the certificate below it says
 */
public record MissingIssuer(String subject, String url) {
  /** As it was found. */
  public static MissingIssuer of(X509Certificate certificate, String url) {
    return new MissingIssuer(
        ServedCertificate.name(certificate.getSubjectX500Principal()), Legible.text(url));
  }
}
