package io.lyncwatch.discovery.tls.hello;

import java.util.Arrays;
import java.util.Optional;

/** A version of the protocol, the oldest first. */
public enum TlsVersion {
  /** RFC 6101. */
  SSL_3("SSLv3", 0x0300),
  /** RFC 2246. */
  TLS_1_0("TLSv1", 0x0301),
  /** RFC 4346. */
  TLS_1_1("TLSv1.1", 0x0302),
  /** RFC 5246. */
  TLS_1_2("TLSv1.2", 0x0303),
  /** RFC 8446. */
  TLS_1_3("TLSv1.3", 0x0304);

  private final String label;
  private final int number;

  TlsVersion(String label, int number) {
    this.label = label;
    this.number = number;
  }

  /** The word in metrics and reports, which is JSSE's too. */
  public String label() {
    return label;
  }

  /** Whether it is one that RFC 8996 and RFC 7568 forbid, and phones of today leave out. */
  public boolean isOld() {
    return compareTo(TLS_1_2) < 0;
  }

  /** Two bytes on the wire. */
  int number() {
    return number;
  }

  static Optional<TlsVersion> of(int number) {
    return Arrays.stream(values()).filter(version -> version.number == number).findFirst();
  }
}
