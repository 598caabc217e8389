package io.lyncwatch.discovery.http;

import java.util.Locale;

/** The parts of the time that an exchange takes. */
public enum Phase {
  /** Looking the name up. */
  DNS,
  /** Opening the TCP connection. */
  CONNECT,
  /** The TLS handshake. */
  TLS,
  /** From the request to the first byte of the answer. */
  FIRST_BYTE,
  /** From there to its last byte. */
  BODY;

  /** The word in metrics and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
