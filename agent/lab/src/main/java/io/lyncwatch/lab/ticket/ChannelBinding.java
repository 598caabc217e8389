package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.web.Channel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** The binding of a sign-in to what a TLS server is known by (RFC 5929, section 4). */
final class ChannelBinding {
  private static final byte[] TYPE = "tls-server-end-point:".getBytes(StandardCharsets.US_ASCII);

  /** In front of the data stand the types and lengths of two addresses, all 0 (RFC 2744, 3.11). */
  private static final int ADDRESSES = 4 * Integer.BYTES;

  private ChannelBinding() {}

  /** The name of the channel; empty if the certificate is signed without a hash, as by Ed25519. */
  static Optional<byte[]> of(Channel channel) {
    return hash(channel.shown().getSigAlgName())
        .map(hash -> concat(TYPE, digest(hash, encoded(channel.shown()))));
  }

  /** What NTLM carries of it (MS-NLMP 2.2.2.1): MD5 over the structure of GSS-API. */
  static byte[] hashed(byte[] binding) {
    return digest(
        "MD5",
        ByteBuffer.allocate(ADDRESSES + Integer.BYTES + binding.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .position(ADDRESSES)
            .putInt(binding.length)
            .put(binding)
            .array());
  }

  /** The hash of the signature, but nothing weaker than SHA-256. */
  private static Optional<String> hash(String signature) {
    int with = signature.indexOf("with");
    if (with < 0) {
      return Optional.empty();
    }
    String hash = signature.substring(0, with);
    return Optional.of(
        switch (hash) {
          case "SHA384", "SHA512" -> hash.replace("SHA", "SHA-");
          default -> "SHA-256";
        });
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encode our own certificate", e);
    }
  }

  private static byte[] digest(String hash, byte[] text) {
    try {
      return MessageDigest.getInstance(hash).digest(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + hash, e);
    }
  }

  private static byte[] concat(byte[] one, byte[] two) {
    return ByteBuffer.allocate(one.length + two.length).put(one).put(two).array();
  }
}
