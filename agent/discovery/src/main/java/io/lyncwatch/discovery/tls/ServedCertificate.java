package io.lyncwatch.discovery.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;

/**
 * One certificate of a chain as data.
 *
 * @param subject distinguished name, RFC 2253
 * @param issuer distinguished name, RFC 2253
 * @param serial hexadecimal
 * @param sha256 fingerprint, hexadecimal
 * @param keySha256 the same of its public key, by which a renewed certificate shows whether its key
 *     is a new one
 */
public record ServedCertificate(
    Position position,
    String subject,
    String issuer,
    String serial,
    String sha256,
    String keySha256,
    Instant notBefore,
    Instant notAfter) {

  /**
   * Makes data of a certificate.
   *
   * @param index 0 for the leaf
   */
  static ServedCertificate of(X509Certificate certificate, int index) {
    return new ServedCertificate(
        position(certificate, index),
        name(certificate.getSubjectX500Principal()),
        name(certificate.getIssuerX500Principal()),
        certificate.getSerialNumber().toString(16),
        fingerprint(certificate),
        sha256(certificate.getPublicKey().getEncoded()),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant());
  }

  /** Whether subject and issuer are the same name. */
  static boolean selfIssued(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  /** A name as it is shown. */
  public static String name(X500Principal principal) {
    return Legible.text(principal.getName());
  }

  private static Position position(X509Certificate certificate, int index) {
    if (index == 0) {
      return Position.LEAF;
    }
    return selfIssued(certificate) ? Position.ROOT : Position.INTERMEDIATE;
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      return sha256(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a decoded certificate has an encoding to digest", e);
    }
  }

  private static String sha256(byte[] encoded) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
