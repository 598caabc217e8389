package io.lyncwatch.agent.config;

import java.util.Arrays;
import java.util.List;

/** The oldest TLS version that a secret may travel over, the oldest first. */
public enum TlsMinimum {
  /** RFC 2246. */
  TLS_1_0("1.0", "TLSv1"),
  /** RFC 4346. */
  TLS_1_1("1.1", "TLSv1.1"),
  /** RFC 5246. */
  TLS_1_2("1.2", "TLSv1.2"),
  /** RFC 8446. */
  TLS_1_3("1.3", "TLSv1.3");

  private final String label;
  private final String protocol;

  TlsMinimum(String label, String protocol) {
    this.label = label;
    this.protocol = protocol;
  }

  /** The word in configuration. */
  public String label() {
    return label;
  }

  /** JSSE's name for it. */
  public String protocol() {
    return protocol;
  }

  /** JSSE's names of this version and all newer ones. */
  public List<String> protocols() {
    return Arrays.stream(values())
        .filter(version -> version.compareTo(this) >= 0)
        .map(TlsMinimum::protocol)
        .toList();
  }
}
