package io.lyncwatch.discovery.auth;

import io.lyncwatch.discovery.tls.Der;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/** What SPNEGO (RFC 4178, section 4.2) puts around the tokens of the one mechanism on offer. */
final class Spnego {
  /** The mechanisms, by the DER of their object identifiers. */
  enum Mechanism {
    /** 1.3.6.1.4.1.311.2.2.10. */
    NTLM("060a2b06010401823702020a"),
    /** 1.2.840.113554.1.2.2. */
    KERBEROS("06092a864886f712010202");

    private final String identifier;

    Mechanism(String identifier) {
      this.identifier = identifier;
    }

    private byte[] identifier() {
      return HexFormat.of().parseHex(identifier);
    }

    /** Whether it is the one that a server chose. */
    boolean is(Der chosen) {
      return identifier.substring(4).equals(HexFormat.of().formatHex(chosen.bytes()));
    }
  }

  private static final byte[] SPNEGO = HexFormat.of().parseHex("06062b0601050502");
  private static final byte[] ACCEPT_INCOMPLETE = HexFormat.of().parseHex("a0030a0101");
  private static final int APPLICATION = 0x60;
  private static final int CONTEXT = 0xa0;

  private Spnego() {}

  /** The MechTypeList of an offer: what a mechListMIC vouches for. */
  static byte[] mechanisms(Mechanism only) {
    return element(Der.SEQUENCE, only.identifier());
  }

  /** NegTokenInit: offers one mechanism and brings its first token along. */
  static byte[] offer(Mechanism only, byte[] token) {
    return element(
        APPLICATION,
        SPNEGO,
        element(
            CONTEXT,
            element(
                Der.SEQUENCE,
                element(CONTEXT, mechanisms(only)),
                element(CONTEXT | 2, element(Der.OCTET_STRING, token)))));
  }

  /** NegTokenResp of a client: the next token, and perhaps a mechListMIC. */
  static byte[] reply(byte[] token, Optional<byte[]> mic) {
    return element(
        CONTEXT | 1,
        element(
            Der.SEQUENCE,
            ACCEPT_INCOMPLETE,
            element(CONTEXT | 2, element(Der.OCTET_STRING, token)),
            mic.map(it -> element(CONTEXT | 3, element(Der.OCTET_STRING, it)))
                .orElse(new byte[0])));
  }

  private static byte[] element(int tag, byte[]... parts) {
    int size = 0;
    for (byte[] part : parts) {
      size += part.length;
    }
    byte[] length = length(size);
    ByteBuffer out = ByteBuffer.allocate(1 + length.length + size).put((byte) tag).put(length);
    for (byte[] part : parts) {
      out.put(part);
    }
    return out.array();
  }

  private static byte[] length(int size) {
    if (size < 0x80) {
      return new byte[] {(byte) size};
    }
    return size < 0x100
        ? new byte[] {(byte) 0x81, (byte) size}
        : size < 0x1_0000
            ? new byte[] {(byte) 0x82, (byte) (size >> 8), (byte) size}
            : new byte[] {(byte) 0x83, (byte) (size >> 16), (byte) (size >> 8), (byte) size};
  }
}
