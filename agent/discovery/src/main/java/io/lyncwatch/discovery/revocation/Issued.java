package io.lyncwatch.discovery.revocation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;

/** A certificate and that of its issuer, whose word on it is asked for. */
record Issued(X509Certificate certificate, X509Certificate issuer) {
  /** Names the two, and nothing else, in any store. */
  String key() {
    return digest(encoded(certificate), issuer.getPublicKey().getEncoded());
  }

  /** Names a list that the issuer makes for certificates of this kind. */
  String listKey(String url) {
    String kind = certificate.getBasicConstraints() < 0 ? "leaf " : "authority ";
    return digest(
        (kind + url).getBytes(StandardCharsets.UTF_8), issuer.getPublicKey().getEncoded());
  }

  boolean validAt(Instant now) {
    return !now.isBefore(certificate.getNotBefore().toInstant())
        && !now.isAfter(certificate.getNotAfter().toInstant());
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a decoded certificate has an encoding", e);
    }
  }

  private static String digest(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
