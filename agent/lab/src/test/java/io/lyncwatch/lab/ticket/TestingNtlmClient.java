package io.lyncwatch.lab.ticket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.MD4Digest;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/** A client of NTLM, written from MS-NLMP 3.1.5 without any of the server's code. */
record TestingNtlmClient(String domain, String user, String password) {
  /** The flags of a Windows client that signs in by HTTP, without the version. */
  static final int FLAGS = 0xe0088297;

  private static final int HEADER = 88;
  private static final int MIC_AT = 72;
  private static final byte[] CLIENT_CHALLENGE = filled(8, 0xaa);
  private static final byte[] SESSION_KEY = filled(16, 0x55);

  static byte[] negotiate() {
    return negotiate(FLAGS);
  }

  static byte[] negotiate(int flags) {
    return littleEndian(32).put(ascii("NTLMSSP\0")).putInt(1).putInt(flags).array();
  }

  /** A type 3 with an integrity code and a session key of its own. */
  byte[] authenticate(byte[] negotiate, byte[] challenge) {
    return authenticate(negotiate, challenge, new byte[0]);
  }

  /** The same with further pairs in the target information. */
  byte[] authenticate(byte[] negotiate, byte[] challenge, byte[] pairs) {
    byte[] information = targetInformation(challenge);
    byte[] withMicFlag =
        littleEndian(information.length + 8 + pairs.length)
            .put(information, 0, information.length - 4)
            .putShort((short) 6)
            .putShort((short) 4)
            .putInt(2)
            .put(pairs)
            .putInt(0)
            .array();
    byte[] response = ntlmV2Response(challenge, withMicFlag);
    byte[] exchangeKey = hmac(responseKey(), Arrays.copyOf(response, 16));
    byte[] message = message(response, rc4(exchangeKey, SESSION_KEY), FLAGS);
    byte[] mic = hmac(SESSION_KEY, negotiate, challenge, message);
    System.arraycopy(mic, 0, message, MIC_AT, mic.length);
    return message;
  }

  /** One pair of the target information. */
  static byte[] pair(int id, byte[] value) {
    return littleEndian(4 + value.length)
        .putShort((short) id)
        .putShort((short) value.length)
        .put(value)
        .array();
  }

  /** The first signature of a side under the session key of {@link #authenticate}. */
  static byte[] signature(String direction, byte[] text) {
    String middle = "session key to " + direction;
    byte[] signing = md5(SESSION_KEY, ascii(middle + " signing key magic constant\0"));
    byte[] sealing = md5(SESSION_KEY, ascii(middle + " sealing key magic constant\0"));
    byte[] checksum = Arrays.copyOf(hmac(signing, new byte[4], text), 8);
    return littleEndian(16).putInt(1).put(rc4(sealing, checksum)).putInt(0).array();
  }

  /** A type 3 of an old client: without integrity code and key exchange. */
  byte[] authenticateWithoutMic(byte[] challenge) {
    return authenticateWithoutMic(challenge, FLAGS & ~0x40000000);
  }

  byte[] authenticateWithoutMic(byte[] challenge, int flags) {
    byte[] response = ntlmV2Response(challenge, targetInformation(challenge));
    return message(response, new byte[0], flags);
  }

  /** A type 3 with a right answer of NTLMv1 (3.3.1). */
  byte[] authenticateV1(byte[] challenge) {
    byte[] key = Arrays.copyOf(md4(unicode(password)), 21);
    byte[] response = new byte[24];
    for (int third = 0; third < 3; third++) {
      DESEngine des = new DESEngine();
      des.init(true, new KeyParameter(desKey(Arrays.copyOfRange(key, third * 7, third * 7 + 7))));
      des.processBlock(serverChallenge(challenge), 0, response, third * 8);
    }
    return message(response, new byte[0], FLAGS & ~0x40080000);
  }

  /** A type 3 of nobody (3.2.5.1.2). */
  static byte[] anonymous() {
    return new TestingNtlmClient("", "", "").message(new byte[0], new byte[0], FLAGS | 0x800);
  }

  private byte[] ntlmV2Response(byte[] challenge, byte[] information) {
    byte[] temp =
        littleEndian(28 + information.length + 4)
            .putShort((short) 0x0101)
            .putShort((short) 0)
            .putInt(0)
            .putLong(0)
            .put(CLIENT_CHALLENGE)
            .putInt(0)
            .put(information)
            .array();
    return concat(hmac(responseKey(), serverChallenge(challenge), temp), temp);
  }

  private byte[] message(byte[] response, byte[] sessionKey, int flags) {
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put(ascii("NTLMSSP\0")).putInt(3);
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    Charset names = (flags & 1) == 0 ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16LE;
    byte[][] fields = {
      new byte[24],
      response,
      domain.getBytes(names),
      user.getBytes(names),
      "PHONE".getBytes(names),
      sessionKey
    };
    for (byte[] field : fields) {
      header.putShort((short) field.length).putShort((short) field.length);
      header.putInt(HEADER + payload.size());
      payload.writeBytes(field);
    }
    header.putInt(flags);
    return concat(header.array(), payload.toByteArray());
  }

  private byte[] responseKey() {
    return hmac(md4(unicode(password)), unicode(user.toUpperCase(Locale.ROOT) + domain));
  }

  private static byte[] serverChallenge(byte[] challenge) {
    return Arrays.copyOfRange(challenge, 24, 32);
  }

  static byte[] targetInformation(byte[] challenge) {
    ByteBuffer buffer = ByteBuffer.wrap(challenge).order(ByteOrder.LITTLE_ENDIAN);
    int offset = buffer.getInt(44);
    return Arrays.copyOfRange(challenge, offset, offset + buffer.getShort(40));
  }

  private static byte[] desKey(byte[] seven) {
    long bits = 0;
    for (byte part : seven) {
      bits = bits << 8 | Byte.toUnsignedInt(part);
    }
    byte[] key = new byte[8];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (bits >>> (49 - 7 * i) << 1);
    }
    return key;
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacMD5");
      mac.init(new SecretKeySpec(key, "HmacMD5"));
      return mac.doFinal(concat(parts));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static byte[] md5(byte[]... parts) {
    try {
      return MessageDigest.getInstance("MD5").digest(concat(parts));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static byte[] rc4(byte[] key, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("ARCFOUR");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ARCFOUR"));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static byte[] md4(byte[] text) {
    MD4Digest digest = new MD4Digest();
    digest.update(text, 0, text.length);
    byte[] hash = new byte[16];
    digest.doFinal(hash, 0);
    return hash;
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static byte[] unicode(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static ByteBuffer littleEndian(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
