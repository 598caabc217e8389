package io.lyncwatch.discovery.auth;

/** The bits of NegotiateFlags that matter here (MS-NLMP 2.2.2.5). */
final class NtlmFlags {
  static final int UNICODE = 0x0000_0001;
  static final int REQUEST_TARGET = 0x0000_0004;
  static final int SIGN = 0x0000_0010;
  static final int NTLM = 0x0000_0200;
  static final int ALWAYS_SIGN = 0x0000_8000;
  static final int EXTENDED_SESSION_SECURITY = 0x0008_0000;
  static final int TARGET_INFO = 0x0080_0000;
  static final int VERSION = 0x0200_0000;

  /** Windows servers refuse clients that do not offer it, though nothing is encrypted here. */
  static final int KEY_OF_128_BITS = 0x2000_0000;

  /** What we offer. */
  static final int OFFERED =
      UNICODE
          | REQUEST_TARGET
          | NTLM
          | ALWAYS_SIGN
          | EXTENDED_SESSION_SECURITY
          | TARGET_INFO
          | VERSION
          | KEY_OF_128_BITS;

  private NtlmFlags() {}
}
