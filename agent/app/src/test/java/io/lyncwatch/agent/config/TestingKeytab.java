package io.lyncwatch.agent.config;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Makes keytabs as ktutil does, of the realm CONTOSO.EXAMPLE. */
public final class TestingKeytab {
  private TestingKeytab() {}

  /** A file with these entries, or whatever bytes stand between them. */
  public static byte[] of(byte[]... entries) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(new byte[] {5, 2});
    for (byte[] entry : entries) {
      file.write(entry);
    }
    return file.toByteArray();
  }

  /**
   * One key of an account, with its length before it.
   *
   * @param time at which it was written, in seconds
   * @param version of the key
   */
  public static byte[] entry(String name, int time, int version, byte[] key) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream entry = new DataOutputStream(bytes);
    entry.writeShort(1);
    counted(entry, "CONTOSO.EXAMPLE".getBytes(US_ASCII));
    counted(entry, name.getBytes(US_ASCII));
    entry.writeInt(1);
    entry.writeInt(time);
    entry.writeByte(version);
    entry.writeShort(18);
    counted(entry, key);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    new DataOutputStream(whole).writeInt(bytes.size());
    bytes.writeTo(whole);
    return whole.toByteArray();
  }

  private static void counted(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeShort(bytes.length);
    out.write(bytes);
  }
}
