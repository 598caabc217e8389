package io.lyncwatch.discovery.finding;

import java.util.Locale;

/** Whether a finding is a cause or follows from one. */
public enum Role {
  /** A cause: mend this. */
  PRIMARY,
  /** Goes away by itself when the primary finding of the same run is mended. */
  CONSEQUENCE;

  /** The word in metrics and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
