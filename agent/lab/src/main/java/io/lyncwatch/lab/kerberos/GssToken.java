package io.lyncwatch.lab.kerberos;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The frame that GSS-API puts around a message of Kerberos (RFC 2743, section 3.1; RFC 4121,
 * section 4.1): a tag and a length, the mechanism's identifier, and two bytes for the kind of
 * message.
 */
final class GssToken {
  static final int REQUEST = 0x0100;
  static final int REPLY = 0x0200;

  private static final byte TAG = 0x60;
  private static final int LONG_FORM = 0x80;
  private static final int MOST_LENGTH_BYTES = 3;
  private static final byte[] MECHANISM = HexFormat.of().parseHex("06092a864886f712010202");

  private GssToken() {}

  /** The message of a kind; empty if the frame is another one, or around something else. */
  static Optional<byte[]> message(int kind, byte[] token) {
    ByteBuffer bytes = ByteBuffer.wrap(token);
    if (bytes.remaining() < 2 || bytes.get() != TAG || length(bytes) != bytes.remaining()) {
      return Optional.empty();
    }
    byte[] mechanism = new byte[MECHANISM.length];
    if (bytes.remaining() < mechanism.length + Short.BYTES) {
      return Optional.empty();
    }
    bytes.get(mechanism);
    if (!Arrays.equals(mechanism, MECHANISM) || bytes.getShort() != kind) {
      return Optional.empty();
    }
    byte[] message = new byte[bytes.remaining()];
    bytes.get(message);
    return Optional.of(message);
  }

  /** The length that stands there, or -1 if it is none. */
  private static int length(ByteBuffer bytes) {
    int first = Byte.toUnsignedInt(bytes.get());
    if (first < LONG_FORM) {
      return first;
    }
    int count = first - LONG_FORM;
    if (count == 0 || count > MOST_LENGTH_BYTES || bytes.remaining() < count) {
      return -1;
    }
    int length = 0;
    for (int i = 0; i < count; i++) {
      length = (length << Byte.SIZE) | Byte.toUnsignedInt(bytes.get());
    }
    return length;
  }

  /** A frame around a message, with a length in the form of three bytes. */
  static byte[] of(int kind, byte[] message) {
    int length = MECHANISM.length + Short.BYTES + message.length;
    return ByteBuffer.allocate(1 + 1 + Short.BYTES + length)
        .put(TAG)
        .put((byte) (LONG_FORM + Short.BYTES))
        .putShort((short) length)
        .put(MECHANISM)
        .putShort((short) kind)
        .put(message)
        .array();
  }
}
