package io.lyncwatch.discovery.tls;

import java.util.Locale;

/** Where in a chain a certificate stands. */
public enum Position {
  /** The server's own. */
  LEAF,
  /** Between the leaf and the root. */
  INTERMEDIATE,
  /** Issued by itself. */
  ROOT;

  /** The word in metrics and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
