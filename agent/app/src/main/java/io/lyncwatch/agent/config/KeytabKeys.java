package io.lyncwatch.agent.config;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The keys in a keytab of the format that all write today (version 2, big-endian): whose, which
 * version and kind, and the key. The times at which they were written are left out: they change
 * when the same keys are written anew.
 */
final class KeytabKeys {
  private static final int VERSION = 2;
  private static final HexFormat HEX = HexFormat.of();

  private KeytabKeys() {}

  /** In one order, whatever that of the file is. Empty if the file is of another format. */
  static Optional<String> read(byte[] file) {
    if (file.length < 2 || file[1] != VERSION) {
      return Optional.empty();
    }
    try {
      SortedSet<String> keys = keys(ByteBuffer.wrap(file, 2, file.length - 2));
      return keys.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", keys));
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static SortedSet<String> keys(ByteBuffer file) {
    SortedSet<String> keys = new TreeSet<>();
    while (file.remaining() >= Integer.BYTES) {
      int length = file.getInt();
      int size = Math.abs(length);
      if (length > 0) {
        keys.add(key(file.slice(file.position(), size)));
      }
      // a negative length is that of a hole where an entry was
      file.position(file.position() + size);
    }
    return keys;
  }

  private static String key(ByteBuffer entry) {
    int names = entry.getShort();
    StringBuilder key = new StringBuilder(counted(entry)); // the realm
    for (int i = 0; i < names; i++) {
      key.append(' ').append(counted(entry));
    }
    key.append(' ').append(entry.getInt()); // the type of the name
    entry.getInt(); // the time
    int version = Byte.toUnsignedInt(entry.get());
    key.append(' ').append(entry.getShort()).append(' ').append(counted(entry));
    int longVersion = entry.remaining() >= Integer.BYTES ? entry.getInt() : 0;
    return key.append(' ').append(longVersion == 0 ? version : longVersion).toString();
  }

  private static String counted(ByteBuffer entry) {
    byte[] bytes = new byte[Short.toUnsignedInt(entry.getShort())];
    entry.get(bytes);
    return HEX.formatHex(bytes);
  }
}
