package io.lyncwatch.discovery.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.util.Locale;
import java.util.Optional;

/**
 * Ties a sign-in to the TLS connection that carries it, so that it is worth nothing to someone in
 * between: {@code tls-server-end-point} (RFC 5929, section 4), the Extended Protection of IIS.
 */
public final class ChannelBinding {
  private static final byte[] PREFIX = "tls-server-end-point:".getBytes(US_ASCII);

  /** Initiator and acceptor have neither address type nor address: four empty words (RFC 2744). */
  private static final int ADDRESSES = 16;

  private final byte[] applicationData;

  private ChannelBinding(byte[] applicationData) {
    this.applicationData = applicationData;
  }

  /**
   * The binding to a server's certificate.
   *
   * @return empty if the signature of the certificate uses no single hash (Ed25519), for which RFC
   *     5929 defines nothing, or one that this Java does not know
   */
  public static Optional<ChannelBinding> of(X509Certificate certificate) {
    try {
      String signedWith =
          certificate.getSigAlgName().equals("RSASSA-PSS")
              ? pssHash(certificate)
              : hashPart(certificate.getSigAlgName());
      byte[] hash =
          MessageDigest.getInstance(atLeastSha256(signedWith)).digest(certificate.getEncoded());
      return Optional.of(ofEndPoint(hash));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** The binding to a certificate with this hash. */
  static ChannelBinding ofEndPoint(byte[] certificateHash) {
    return new ChannelBinding(
        ByteBuffer.allocate(PREFIX.length + certificateHash.length)
            .put(PREFIX)
            .put(certificateHash)
            .array());
  }

  /** The prefix and the hash (RFC 5929, section 4): what Kerberos binds to. */
  byte[] applicationData() {
    return applicationData.clone();
  }

  /** MD5 of the {@code gss_channel_bindings_struct} (MS-NLMP 2.2.2.1): 16 bytes. */
  public byte[] token() {
    byte[] struct =
        ByteBuffer.allocate(ADDRESSES + 4 + applicationData.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .position(ADDRESSES)
            .putInt(applicationData.length)
            .put(applicationData)
            .array();
    try {
      return MessageDigest.getInstance("MD5").digest(struct);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot compute MD5", e);
    }
  }

  /** {@code SHA384} of {@code SHA384withECDSA}. */
  private static String hashPart(String signatureAlgorithm) {
    int with = signatureAlgorithm.toLowerCase(Locale.ROOT).indexOf("with");
    return with < 0 ? signatureAlgorithm : signatureAlgorithm.substring(0, with);
  }

  private static String pssHash(X509Certificate certificate) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
    try {
      parameters.init(certificate.getSigAlgParams());
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    return parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm();
  }

  /** RFC 5929: MD5 and SHA-1 give way to SHA-256, all others stay. */
  private static String atLeastSha256(String hash) {
    return switch (hash.toUpperCase(Locale.ROOT).replace("-", "")) {
      case "MD2", "MD5", "SHA1", "SHA256" -> "SHA-256";
      case "SHA224" -> "SHA-224";
      case "SHA384" -> "SHA-384";
      case "SHA512" -> "SHA-512";
      default -> hash;
    };
  }
}
