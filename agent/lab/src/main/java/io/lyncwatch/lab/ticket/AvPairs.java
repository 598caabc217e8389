package io.lyncwatch.lab.ticket;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Attributes and values in NTLM's target information, in their order (MS-NLMP 2.2.2.1). */
final class AvPairs {
  static final int END = 0;
  static final int NETBIOS_COMPUTER = 1;
  static final int NETBIOS_DOMAIN = 2;
  static final int DNS_COMPUTER = 3;
  static final int DNS_DOMAIN = 4;
  static final int DNS_TREE = 5;
  static final int FLAGS = 6;
  static final int TIMESTAMP = 7;
  static final int TARGET_NAME = 9;
  static final int CHANNEL_BINDINGS = 10;

  private static final int HEADER = 4;
  private static final int FLAG_MIC = 0x2;

  private final Map<Integer, byte[]> values;

  private AvPairs(Map<Integer, byte[]> values) {
    this.values = values;
  }

  static AvPairs none() {
    return new AvPairs(Map.of());
  }

  /** Reads up to the end mark and ignores what follows; empty if there is no end mark. */
  static Optional<AvPairs> read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Map<Integer, byte[]> values = new LinkedHashMap<>();
    while (buffer.remaining() >= HEADER) {
      int id = Short.toUnsignedInt(buffer.getShort());
      int length = Short.toUnsignedInt(buffer.getShort());
      if (id == END) {
        return Optional.of(new AvPairs(values));
      }
      if (length > buffer.remaining()) {
        return Optional.empty();
      }
      byte[] value = new byte[length];
      buffer.get(value);
      values.putIfAbsent(id, value);
    }
    return Optional.empty();
  }

  AvPairs with(int id, byte[] value) {
    Map<Integer, byte[]> more = new LinkedHashMap<>(values);
    more.put(id, value.clone());
    return new AvPairs(more);
  }

  AvPairs with(int id, String value) {
    return with(id, value.getBytes(StandardCharsets.UTF_16LE));
  }

  Optional<byte[]> value(int id) {
    return Optional.ofNullable(values.get(id)).map(byte[]::clone);
  }

  /** Whether the client says that its message carries an integrity code. */
  boolean announceMic() {
    return value(FLAGS)
        .filter(flags -> flags.length == Integer.BYTES)
        .filter(flags -> (flags[0] & FLAG_MIC) != 0)
        .isPresent();
  }

  byte[] bytes() {
    int length = values.values().stream().mapToInt(value -> HEADER + value.length).sum() + HEADER;
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    values.forEach(
        (id, value) -> buffer.putShort(id.shortValue()).putShort((short) value.length).put(value));
    return buffer.array();
  }
}
