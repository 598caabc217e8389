package io.lyncwatch.discovery.auth;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** The certificates that lie beside the tests. */
final class TestingCertificates {
  private TestingCertificates() {}

  static X509Certificate read(String file) {
    try (InputStream pem =
        requireNonNull(TestingCertificates.class.getResourceAsStream(file + ".pem"))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }
}
