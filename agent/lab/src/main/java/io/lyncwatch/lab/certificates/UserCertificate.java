package io.lyncwatch.lab.certificates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a user proves himself with.
 *
 * @param chain the leaf first, without the root
 */
public record UserCertificate(PrivateKey key, List<X509Certificate> chain) {
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  /** Copies the list. */
  public UserCertificate {
    chain = List.copyOf(chain);
  }

  /** The chain in PEM, RFC 7468. */
  public String chainPem() {
    return chain.stream()
        .map(certificate -> pem("CERTIFICATE", encoded(certificate)))
        .collect(Collectors.joining());
  }

  /** The key in PEM, as PKCS#8 without a password. */
  public String keyPem() {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  /** Both in one file, RFC 7292, under a password. */
  public byte[] pkcs12(String password) {
    try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("user", key, password.toCharArray(), chain.toArray(Certificate[]::new));
      store.store(file, password.toCharArray());
      return file.toByteArray();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot write our own certificate", e);
    }
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encode our own certificate", e);
    }
  }

  static String pem(String label, byte[] bytes) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(label, LINES.encodeToString(bytes));
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "certificate of " + chain.getFirst().getSubjectX500Principal();
  }
}
