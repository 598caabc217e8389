package io.lyncwatch.lab.ticket;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The first signature that one side makes under the session key of NTLM, with extended session
 * security (MS-NLMP 3.4.4.2). SPNEGO protects its list of mechanisms by it.
 */
enum NtlmSignature {
  /** The client's. */
  OF_CLIENT("client-to-server"),
  /** The server's. */
  OF_SERVER("server-to-client");

  private static final int VERSION = 1;
  private static final int CHECKSUM_BYTES = 8;
  private static final int KEY_56_BYTES = 7;
  private static final int KEY_40_BYTES = 5;

  private final String direction;

  NtlmSignature(String direction) {
    this.direction = direction;
  }

  /**
   * Signs.
   *
   * @param sessionKey the exported one
   * @param flags those of the type 3
   */
  byte[] of(byte[] text, byte[] sessionKey, int flags) {
    byte[] number = new byte[Integer.BYTES];
    byte[] checksum =
        Arrays.copyOf(Hmac.MD5.of(key(sessionKey, "signing"), number, text), CHECKSUM_BYTES);
    byte[] sealed =
        NtlmFlags.has(flags, NtlmFlags.KEY_EXCHANGE)
            ? NtlmV2.rc4(key(weakened(sessionKey, flags), "sealing"), checksum)
            : checksum;
    return ByteBuffer.allocate(Integer.BYTES + CHECKSUM_BYTES + Integer.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(VERSION)
        .put(sealed)
        .put(number)
        .array();
  }

  private static byte[] weakened(byte[] sessionKey, int flags) {
    if (NtlmFlags.has(flags, NtlmFlags.KEY_128)) {
      return sessionKey;
    }
    return Arrays.copyOf(
        sessionKey, NtlmFlags.has(flags, NtlmFlags.KEY_56) ? KEY_56_BYTES : KEY_40_BYTES);
  }

  private byte[] key(byte[] sessionKey, String use) {
    String constant = "session key to " + direction + " " + use + " key magic constant\0";
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      md5.update(sessionKey);
      return md5.digest(constant.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no MD5", e);
    }
  }
}
