package io.lyncwatch.lab.ticket;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The bytes of an NTLM message, little-endian (MS-NLMP 2.2.1). Offsets are those of the
 * specification's drawings; who reads has checked the length.
 */
final class NtlmMessage {
  static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
  static final int NEGOTIATE = 1;
  static final int CHALLENGE = 2;
  static final int AUTHENTICATE = 3;

  private static final int TYPE_AT = 8;
  private static final int LONGEST = 16_384;

  private final byte[] bytes;
  private final ByteBuffer buffer;

  private NtlmMessage(byte[] bytes) {
    this.bytes = bytes;
    this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Empty if this is not NTLM at all, for example SPNEGO. */
  static Optional<NtlmMessage> read(byte[] bytes) {
    boolean ntlm =
        bytes.length >= TYPE_AT + Integer.BYTES
            && bytes.length <= LONGEST
            && Arrays.equals(bytes, 0, TYPE_AT, SIGNATURE, 0, TYPE_AT);
    return ntlm ? Optional.of(new NtlmMessage(bytes.clone())) : Optional.empty();
  }

  int type() {
    return number(TYPE_AT);
  }

  int length() {
    return bytes.length;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  int number(int at) {
    return buffer.getInt(at);
  }

  byte[] slice(int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** Whether the field whose length and offset stand here lies within the message. */
  boolean holdsField(int at) {
    long end = Integer.toUnsignedLong(number(at + 4)) + Short.toUnsignedInt(buffer.getShort(at));
    return end <= bytes.length;
  }

  /** The field whose length and offset stand here. */
  byte[] field(int at) {
    int offset = number(at + 4);
    return slice(offset, offset + Short.toUnsignedInt(buffer.getShort(at)));
  }

  String textField(int at, Charset charset) {
    return new String(field(at), charset);
  }
}
