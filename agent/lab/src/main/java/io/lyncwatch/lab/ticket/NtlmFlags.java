package io.lyncwatch.lab.ticket;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The bits of the negotiate flags that this server looks at or sets (MS-NLMP 2.2.2.5). */
final class NtlmFlags {
  static final int UNICODE = 0x00000001;
  static final int OEM = 0x00000002;
  static final int REQUEST_TARGET = 0x00000004;
  static final int SIGN = 0x00000010;
  static final int SEAL = 0x00000020;
  static final int NTLM = 0x00000200;
  static final int ANONYMOUS = 0x00000800;
  static final int ALWAYS_SIGN = 0x00008000;
  static final int TARGET_TYPE_DOMAIN = 0x00010000;
  static final int EXTENDED_SESSIONSECURITY = 0x00080000;
  static final int TARGET_INFO = 0x00800000;
  static final int VERSION = 0x02000000;
  static final int KEY_128 = 0x20000000;
  static final int KEY_EXCHANGE = 0x40000000;
  static final int KEY_56 = 0x80000000;

  private static final int IF_ASKED_FOR =
      SIGN | SEAL | ALWAYS_SIGN | EXTENDED_SESSIONSECURITY | KEY_128 | KEY_EXCHANGE | KEY_56;

  private NtlmFlags() {}

  /** What a server that belongs to a domain chooses from a client's offer (3.2.5.1.1). */
  static int chosenFrom(int offer) {
    return (has(offer, UNICODE) ? UNICODE : OEM)
        | REQUEST_TARGET
        | NTLM
        | TARGET_TYPE_DOMAIN
        | TARGET_INFO
        | VERSION
        | (offer & IF_ASKED_FOR);
  }

  /** How names are written under these flags; Latin-1 stands for the code page of old clients. */
  static Charset charset(int flags) {
    return has(flags, UNICODE) ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
  }

  static boolean has(int flags, int flag) {
    return (flags & flag) != 0;
  }
}
