package io.lyncwatch.discovery.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's side, as far as it takes to check a client: makes challenges by hand and takes the
 * third message apart with no code of the client. Knows {@code Domain\User} with the password
 * {@code Password} by the key that MS-NLMP 4.2.4.1.1 publishes.
 */
final class TestingNtlmServer {
  static final int FLAGS = 0xe28a8235;
  static final byte[] SERVER_CHALLENGE = HexFormat.of().parseHex("0123456789abcdef");
  private static final byte[] RESPONSE_KEY =
      HexFormat.of().parseHex("0c868a403bfd7a93a3001ef22ef02e3f");

  private TestingNtlmServer() {}

  static String challenge(int flags, byte[] targetInfo) {
    byte[] targetName = "Domain".getBytes(UTF_16LE);
    byte[] message = new byte[56 + targetName.length + targetInfo.length];
    ByteBuffer.wrap(message)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("NTLMSSP\0".getBytes(US_ASCII))
        .putInt(2)
        .putShort((short) targetName.length)
        .putShort((short) targetName.length)
        .putInt(56)
        .putInt(flags)
        .put(SERVER_CHALLENGE)
        .putLong(0)
        .putShort((short) targetInfo.length)
        .putShort((short) targetInfo.length)
        .putInt(56 + targetName.length)
        .put(HexFormat.of().parseHex("0601b11d0000000f"))
        .put(targetName)
        .put(targetInfo);
    return Base64.getEncoder().encodeToString(message);
  }

  /** Pairs as hex, for example {@code pair(7, "0090d336b734c301")}, and the end. */
  static byte[] targetInfo(String... pairs) {
    return HexFormat.of().parseHex(String.join("", pairs) + "00000000");
  }

  static String pair(int id, String hexValue) {
    byte[] header = new byte[4];
    ByteBuffer.wrap(header)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) id)
        .putShort((short) (hexValue.length() / 2));
    return HexFormat.of().formatHex(header) + hexValue;
  }

  static String pairOfText(int id, String text) {
    return pair(id, HexFormat.of().formatHex(text.getBytes(UTF_16LE)));
  }

  /** A third message, taken apart. */
  record Received(
      int flags,
      String domain,
      String user,
      String workstation,
      String lmResponse,
      String proof,
      String timestamp,
      String nonce,
      Map<Integer, String> pairs,
      String sessionKey,
      String mic,
      String expectedProof,
      String expectedMic) {}

  static Received receive(String type1, String type2, String type3) {
    Base64.Decoder base64 = Base64.getDecoder();
    return receive(base64.decode(type1), base64.decode(type2), base64.decode(type3));
  }

  static Received receive(byte[] type1, byte[] type2, byte[] message) {
    ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    byte[] ntResponse = field(in, 20);
    byte[] blob = Arrays.copyOfRange(ntResponse, 16, ntResponse.length);
    byte[] expectedProof = hmac(RESPONSE_KEY, Arrays.copyOfRange(type2, 24, 32), blob);
    byte[] withoutMic = message.clone();
    Arrays.fill(withoutMic, 72, 88, (byte) 0);
    byte[] expectedMic = hmac(hmac(RESPONSE_KEY, expectedProof), type1, type2, withoutMic);
    return new Received(
        in.getInt(60),
        new String(field(in, 28), UTF_16LE),
        new String(field(in, 36), UTF_16LE),
        new String(field(in, 44), UTF_16LE),
        hex(field(in, 12), 0, 24),
        hex(ntResponse, 0, 16),
        hex(blob, 8, 16),
        hex(blob, 16, 24),
        pairs(blob),
        HexFormat.of().formatHex(field(in, 52)),
        hex(message, 72, 88),
        HexFormat.of().formatHex(expectedProof),
        HexFormat.of().formatHex(expectedMic));
  }

  /** What the client signs first, where the message proves the session key. */
  static String signature(Received received, String signed) {
    byte[] sessionKey = hmac(RESPONSE_KEY, HexFormat.of().parseHex(received.proof()));
    byte[] magic =
        "session key to client-to-server signing key magic constant\0".getBytes(US_ASCII);
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      md5.update(sessionKey);
      byte[] mac = hmac(md5.digest(magic), new byte[4], HexFormat.of().parseHex(signed));
      return "01000000" + hex(mac, 0, 8) + "00000000";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] field(ByteBuffer in, int at) {
    byte[] value = new byte[in.getShort(at)];
    in.get(in.getInt(at + 4), value);
    return value;
  }

  private static Map<Integer, String> pairs(byte[] blob) {
    ByteBuffer in = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN).position(28);
    Map<Integer, String> pairs = new LinkedHashMap<>();
    for (int id = in.getShort(); id != 0; id = in.getShort()) {
      byte[] value = new byte[in.getShort()];
      in.get(value);
      pairs.put(id, HexFormat.of().formatHex(value));
    }
    return pairs;
  }

  private static String hex(byte[] bytes, int from, int to) {
    return HexFormat.of().formatHex(bytes, from, to);
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacMD5");
      mac.init(new SecretKeySpec(key, "HmacMD5"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
