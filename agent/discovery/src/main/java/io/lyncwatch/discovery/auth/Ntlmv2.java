package io.lyncwatch.discovery.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The arithmetic of NTLMv2 (MS-NLMP 3.3.2), without messages. */
final class Ntlmv2 {
  /** Seconds from 1601, where Windows begins to count, to 1970. */
  private static final long EPOCH_OF_WINDOWS = 11_644_473_600L;

  private static final String TO_SERVER =
      "session key to client-to-server signing key magic constant\0";

  private Ntlmv2() {}

  /** NTOWFv2: the key that stands for a user and a password. */
  static byte[] responseKey(UserName user, Secret password) {
    byte[] passwordHash = Md4.digest(password.reveal().getBytes(UTF_16LE));
    return hmac(passwordHash, (upperCase(user.name()) + user.domain()).getBytes(UTF_16LE));
  }

  /** Letter by letter, as Windows does it: one that has no single upper case letter stays. */
  private static String upperCase(String name) {
    return name.codePoints()
        .map(Character::toUpperCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** {@code temp}: what the client adds to the server's challenge and proves together with it. */
  static byte[] clientChallenge(byte[] timestamp, byte[] nonce, TargetInfo targetInfo) {
    byte[] pairs = targetInfo.encoded();
    return ByteBuffer.allocate(28 + pairs.length + 4)
        .put(new byte[] {1, 1, 0, 0, 0, 0, 0, 0})
        .put(timestamp)
        .put(nonce)
        .putInt(0)
        .put(pairs)
        .putInt(0)
        .array();
  }

  /** NTProofStr. */
  static byte[] proof(byte[] responseKey, byte[] serverChallenge, byte[] clientChallenge) {
    return hmac(responseKey, serverChallenge, clientChallenge);
  }

  /** SessionBaseKey; without key exchange also the exported session key. */
  static byte[] sessionKey(byte[] responseKey, byte[] proof) {
    return hmac(responseKey, proof);
  }

  /**
   * What a client signs a message with that is the first one it signs (MS-NLMP 3.4.4.2), where no
   * key was exchanged.
   */
  static byte[] signature(byte[] sessionKey, byte[] message) {
    byte[] number = new byte[4];
    byte[] checksum = hmac(signingKey(sessionKey), number, message);
    return ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(1)
        .put(checksum, 0, 8)
        .put(number)
        .array();
  }

  /** SIGNKEY of the client (MS-NLMP 3.4.5.2). */
  static byte[] signingKey(byte[] sessionKey) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      md5.update(sessionKey);
      return md5.digest(TO_SERVER.getBytes(US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot compute MD5", e);
    }
  }

  /** LMv2: for servers that are too old to send a timestamp. */
  static byte[] lmResponse(byte[] responseKey, byte[] serverChallenge, byte[] nonce) {
    byte[] proof = hmac(responseKey, serverChallenge, nonce);
    return ByteBuffer.allocate(proof.length + nonce.length).put(proof).put(nonce).array();
  }

  /** FILETIME: units of 100 ns since 1601, little endian. */
  static byte[] timestamp(Instant instant) {
    long units =
        (instant.getEpochSecond() + EPOCH_OF_WINDOWS) * 10_000_000 + instant.getNano() / 100;
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(units).array();
  }

  /** HMAC-MD5 (RFC 2104) over the parts, one after the other. */
  static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacMD5");
      mac.init(new SecretKeySpec(key, "HmacMD5"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot compute HMAC-MD5", e);
    }
  }
}
