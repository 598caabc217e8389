package io.lyncwatch.lab.kerberos;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;

/** Keys in the file format that all implementations of Kerberos read, version 2 as MIT has it. */
final class Keytab {
  private static final int VERSION = 0x0502;
  private static final int NAME_OF_PRINCIPAL = 1;
  private static final int KEY_VERSION = 1;

  private Keytab() {}

  static byte[] of(String account, String realm, List<EncryptionKey> keys) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream file = new DataOutputStream(bytes)) {
      file.writeShort(VERSION);
      for (EncryptionKey key : keys) {
        byte[] entry = entry(account, realm, key);
        file.writeInt(entry.length);
        file.write(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] entry(String account, String realm, EncryptionKey key) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream entry = new DataOutputStream(bytes)) {
      entry.writeShort(1);
      text(entry, realm);
      text(entry, account);
      entry.writeInt(NAME_OF_PRINCIPAL);
      entry.writeInt(0);
      entry.writeByte(KEY_VERSION);
      entry.writeShort(key.getKeyType().getValue());
      entry.writeShort(key.getKeyData().length);
      entry.write(key.getKeyData());
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream entry, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    entry.writeShort(bytes.length);
    entry.write(bytes);
  }
}
