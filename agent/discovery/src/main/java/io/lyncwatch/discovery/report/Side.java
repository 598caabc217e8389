package io.lyncwatch.discovery.report;

import java.util.Locale;

/** Which of the two URL sets of a pool or Director something belongs to. */
public enum Side {
  /** The internal web services. */
  INTERNAL,
  /** The external web services. */
  EXTERNAL;

  /** The word in metrics and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
