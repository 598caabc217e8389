package io.lyncwatch.discovery.revocation;

import io.lyncwatch.discovery.tls.Der;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The question to a responder about one certificate (RFC 6960 section 4.1.1): unsigned and without
 * a nonce, so that answers may be kept by those who give them.
 */
final class OcspRequest {
  /** 1.3.14.3.2.26: not for its strength, but because it is the one that all responders know. */
  private static final byte[] SHA_1 = {0x2b, 0x0e, 3, 2, 0x1a};

  private static final int NULL = 0x05;

  private OcspRequest() {}

  /** In DER. */
  static byte[] of(Issued issued) {
    byte[] algorithm =
        element(Der.SEQUENCE, element(Der.OBJECT_IDENTIFIER, SHA_1), element(NULL, new byte[0]));
    byte[] id =
        element(
            Der.SEQUENCE,
            algorithm,
            element(
                Der.OCTET_STRING, sha1(issued.certificate().getIssuerX500Principal().getEncoded())),
            element(Der.OCTET_STRING, sha1(keyBits(issued.issuer().getPublicKey().getEncoded()))),
            element(Der.INTEGER, issued.certificate().getSerialNumber().toByteArray()));
    byte[] list = element(Der.SEQUENCE, element(Der.SEQUENCE, id));
    return element(Der.SEQUENCE, element(Der.SEQUENCE, list));
  }

  /** Of a SubjectPublicKeyInfo: algorithm, then the key as bits. */
  private static byte[] keyBits(byte[] keyInfo) {
    return Der.elements(ByteBuffer.wrap(keyInfo)).stream()
        .flatMap(info -> info.parts().stream())
        .filter(part -> part.tag() == Der.BIT_STRING)
        .findFirst()
        .map(Der::bytes)
        .map(bits -> Arrays.copyOfRange(bits, 1, bits.length))
        .orElse(keyInfo);
  }

  private static byte[] element(int tag, byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.write(tag);
    if (length > 0xff) {
      element.write(0x82);
      element.write(length >> 8);
    } else if (length > 0x7f) {
      element.write(0x81);
    }
    element.write(length);
    for (byte[] part : parts) {
      element.writeBytes(part);
    }
    return element.toByteArray();
  }

  private static byte[] sha1(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-1", e);
    }
  }
}
