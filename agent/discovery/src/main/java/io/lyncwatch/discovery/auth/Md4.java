package io.lyncwatch.discovery.auth;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * MD4 (RFC 1320), which the JDK does not have. Long broken as a hash; here only because NTLM
 * derives its key from it (MS-NLMP 3.3.1).
 */
final class Md4 {
  private static final int BLOCK = 64;
  private static final int[] ROUND_2 = {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15};
  private static final int[] ROUND_3 = {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15};
  private static final int[] SHIFT_1 = {3, 7, 11, 19};
  private static final int[] SHIFT_2 = {3, 5, 9, 13};
  private static final int[] SHIFT_3 = {3, 9, 11, 15};

  private final int[] state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};

  private Md4() {}

  /** The 16 bytes of the digest. */
  static byte[] digest(byte[] message) {
    Md4 md4 = new Md4();
    ByteBuffer padded = padded(message);
    int[] words = new int[16];
    while (padded.hasRemaining()) {
      for (int i = 0; i < words.length; i++) {
        words[i] = padded.getInt();
      }
      md4.mix(words);
    }
    ByteBuffer digest = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    digest.asIntBuffer().put(md4.state);
    return digest.array();
  }

  /** A one bit, zeros, and the length in bits fill up the last block. */
  private static ByteBuffer padded(byte[] message) {
    int blocks = (message.length + 8) / BLOCK + 1;
    ByteBuffer padded = ByteBuffer.allocate(blocks * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    padded.put(message).put((byte) 0x80);
    padded.putLong(padded.capacity() - 8, message.length * 8L);
    return padded.rewind();
  }

  private void mix(int[] words) {
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    for (int step = 0; step < 48; step++) {
      int i = step % 16;
      int mixed =
          switch (step / 16) {
            case 0 -> Integer.rotateLeft(a + ((b & c) | (~b & d)) + words[i], SHIFT_1[i % 4]);
            case 1 ->
                Integer.rotateLeft(
                    a + ((b & c) | (b & d) | (c & d)) + words[ROUND_2[i]] + 0x5a827999,
                    SHIFT_2[i % 4]);
            default ->
                Integer.rotateLeft(
                    a + (b ^ c ^ d) + words[ROUND_3[i]] + 0x6ed9eba1, SHIFT_3[i % 4]);
          };
      a = d;
      d = c;
      c = b;
      b = mixed;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
  }
}
