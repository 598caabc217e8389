package io.lyncwatch.discovery.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Whether a certificate says that it may be a TLS server's (RFC 5280, sections 4.2.1.3 and .12).
 */
final class Usage {
  private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
  private static final String ANY = "2.5.29.37.0";

  private static final int DIGITAL_SIGNATURE = 0;
  private static final int KEY_ENCIPHERMENT = 2;
  private static final int KEY_AGREEMENT = 4;

  private Usage() {}

  /**
   * What the leaf says that speaks against it.
   *
   * @return a phrase for people, empty if nothing does
   */
  static Optional<String> flaw(X509Certificate leaf) {
    return extended(leaf).or(() -> basic(leaf));
  }

  private static Optional<String> extended(X509Certificate leaf) {
    try {
      List<String> purposes = leaf.getExtendedKeyUsage();
      return purposes == null || purposes.contains(SERVER_AUTHENTICATION) || purposes.contains(ANY)
          ? Optional.empty()
          : Optional.of("its extended key usage lacks server authentication");
    } catch (CertificateParsingException damaged) {
      return Optional.of("its extended key usage cannot be read");
    }
  }

  private static Optional<String> basic(X509Certificate leaf) {
    boolean[] usage = leaf.getKeyUsage();
    return usage == null
            || usage[DIGITAL_SIGNATURE]
            || usage[KEY_ENCIPHERMENT]
            || usage[KEY_AGREEMENT]
        ? Optional.empty()
        : Optional.of("its key usage allows neither signatures nor key exchange");
  }
}
