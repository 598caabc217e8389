package io.lyncwatch.discovery.auth;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A sequence of AV_PAIRs (MS-NLMP 2.2.2.1): what server and client tell each other of the target.
 */
final class TargetInfo {
  static final int END = 0;
  static final int NETBIOS_COMPUTER = 1;
  static final int NETBIOS_DOMAIN = 2;
  static final int DNS_COMPUTER = 3;
  static final int DNS_DOMAIN = 4;
  static final int FLAGS = 6;
  static final int TIMESTAMP = 7;
  static final int TARGET_NAME = 9;
  static final int CHANNEL_BINDINGS = 10;

  private static final int HEADER = 4;

  private final Map<Integer, byte[]> pairs;

  private TargetInfo(Map<Integer, byte[]> pairs) {
    this.pairs = pairs;
  }

  /**
   * Reads what a server sent. Of pairs with one id the first counts.
   *
   * @return empty if it is cut off, has no end, or holds flags or a timestamp of the wrong size
   */
  static Optional<TargetInfo> read(byte[] encoded) {
    ByteBuffer in = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
    Map<Integer, byte[]> pairs = new LinkedHashMap<>();
    while (in.remaining() >= HEADER) {
      int id = Short.toUnsignedInt(in.getShort());
      int length = Short.toUnsignedInt(in.getShort());
      if (id == END) {
        return Optional.of(new TargetInfo(pairs)).filter(TargetInfo::sizesFit);
      }
      if (length > in.remaining()) {
        return Optional.empty();
      }
      byte[] value = new byte[length];
      in.get(value);
      pairs.putIfAbsent(id, value);
    }
    return Optional.empty();
  }

  private boolean sizesFit() {
    return get(TIMESTAMP).stream().allMatch(value -> value.length == 8)
        && get(FLAGS).stream().allMatch(value -> value.length == 4);
  }

  /** The value of one pair. */
  Optional<byte[]> get(int id) {
    return Optional.ofNullable(pairs.get(id)).map(byte[]::clone);
  }

  /** The value of the flags, zero if there are none. */
  int flags() {
    return get(FLAGS)
        .map(value -> ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getInt())
        .orElse(0);
  }

  /** With one pair added, or put in the place of one that the server had sent. */
  TargetInfo with(int id, byte[] value) {
    Map<Integer, byte[]> changed = new LinkedHashMap<>(pairs);
    changed.put(id, value.clone());
    return new TargetInfo(changed);
  }

  /** With the value of the flags. */
  TargetInfo withFlags(int flags) {
    return with(FLAGS, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(flags).array());
  }

  /** On the wire, the end included. */
  byte[] encoded() {
    int size = HEADER + pairs.values().stream().mapToInt(value -> HEADER + value.length).sum();
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    pairs.forEach(
        (id, value) -> out.putShort(id.shortValue()).putShort((short) value.length).put(value));
    return out.putInt(END).array();
  }
}
