package io.lyncwatch.discovery.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The two messages that a client sends (MS-NLMP 2.2.1.1 and 2.2.1.3), as bytes. */
final class NtlmMessage {
  /** Where the MIC stands in an AUTHENTICATE_MESSAGE. */
  static final int MIC_OFFSET = 72;

  /** Shows as the work station in the security log of Windows, and tells who asked. */
  static final String WORKSTATION = "LYNCWATCH";

  private static final int NEGOTIATE_HEADER = 40;
  private static final int AUTHENTICATE_HEADER = 88;

  /** Windows 10.0, NTLM revision 15: only for people who debug (MS-NLMP 2.2.2.10). */
  private static final byte[] VERSION = {10, 0, 0, 0, 0, 0, 0, 15};

  private NtlmMessage() {}

  /** What every message begins with. */
  static byte[] signature() {
    return "NTLMSSP\0".getBytes(US_ASCII);
  }

  /** NEGOTIATE_MESSAGE; names no domain and no work station. */
  static byte[] negotiate(int flags) {
    byte[] message = new byte[NEGOTIATE_HEADER];
    begin(message, 1)
        .putInt(flags)
        .putShort((short) 0)
        .putShort((short) 0)
        .putInt(NEGOTIATE_HEADER)
        .putShort((short) 0)
        .putShort((short) 0)
        .putInt(NEGOTIATE_HEADER)
        .put(VERSION);
    return message;
  }

  /** AUTHENTICATE_MESSAGE with 16 zeros for the MIC. */
  static byte[] authenticate(int flags, UserName user, byte[] lmResponse, byte[] ntResponse) {
    byte[] domain = user.domain().getBytes(UTF_16LE);
    byte[] name = user.name().getBytes(UTF_16LE);
    byte[] workstation = WORKSTATION.getBytes(UTF_16LE);
    byte[] sessionKey = {};
    int names = domain.length + name.length + workstation.length;
    int size = AUTHENTICATE_HEADER + names + lmResponse.length + ntResponse.length;
    byte[] message = new byte[size];
    ByteBuffer out = begin(message, 3);
    int atLm = AUTHENTICATE_HEADER + names;
    field(out, lmResponse, atLm);
    field(out, ntResponse, atLm + lmResponse.length);
    field(out, domain, AUTHENTICATE_HEADER);
    field(out, name, AUTHENTICATE_HEADER + domain.length);
    field(out, workstation, AUTHENTICATE_HEADER + domain.length + name.length);
    field(out, sessionKey, size);
    out.putInt(flags)
        .put(VERSION)
        .put(new byte[16])
        .put(domain)
        .put(name)
        .put(workstation)
        .put(lmResponse)
        .put(ntResponse);
    return message;
  }

  private static ByteBuffer begin(byte[] message, int type) {
    return ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).put(signature()).putInt(type);
  }

  private static void field(ByteBuffer out, byte[] value, int offset) {
    out.putShort((short) value.length).putShort((short) value.length).putInt(offset);
  }
}
