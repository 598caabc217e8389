package io.lyncwatch.discovery.tls;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One element of a DER text (X.690), as far as extensions of certificates and what authorities say
 * of them need it. Reading never throws for any text.
 *
 * @param tag a single byte
 * @param content its own copy of the position
 */
public record Der(int tag, ByteBuffer content) {
  /** A whole number. */
  public static final int INTEGER = 0x02;

  /** Bits, after a byte that says how many of the last byte do not count. */
  public static final int BIT_STRING = 0x03;

  /** Bytes. */
  public static final int OCTET_STRING = 0x04;

  /** The name of an algorithm, an extension or a purpose. */
  public static final int OBJECT_IDENTIFIER = 0x06;

  /** Other elements, one after the other. */
  public static final int SEQUENCE = 0x30;

  private static final int MOST_ELEMENTS = 100;
  private static final int LONGEST_LENGTH = 3;

  /** The elements one after the other, up to where the text is damaged. */
  public static List<Der> elements(ByteBuffer text) {
    List<Der> elements = new ArrayList<>();
    ByteBuffer in = text.duplicate();
    while (in.remaining() >= 2 && elements.size() < MOST_ELEMENTS) {
      int tag = in.get() & 0xff;
      int length = length(in);
      if (length < 0 || length > in.remaining()) {
        return elements;
      }
      elements.add(new Der(tag, in.slice(in.position(), length)));
      in.position(in.position() + length);
    }
    return elements;
  }

  /** What it consists of. */
  public List<Der> parts() {
    return elements(content);
  }

  /** A copy of what it holds. */
  public byte[] bytes() {
    byte[] bytes = new byte[content.remaining()];
    content.duplicate().get(bytes);
    return bytes;
  }

  /** Negative if it is damaged, indefinite, or more than any certificate has. */
  private static int length(ByteBuffer in) {
    int first = in.get() & 0xff;
    if (first < 0x80) {
      return first;
    }
    int more = first & 0x7f;
    if (more == 0 || more > LONGEST_LENGTH || more > in.remaining()) {
      return -1;
    }
    int length = 0;
    for (int i = 0; i < more; i++) {
      length = (length << 8) | (in.get() & 0xff);
    }
    return length;
  }
}
