package io.lyncwatch.discovery;

import java.util.Locale;

/** The side of split DNS that a resolver shows. What two views show is never mixed. */
public enum View {
  /** Inside the organisation's network. */
  INTERNAL,
  /** The Internet's view. */
  EXTERNAL,
  /** The operator did not say which side it is. */
  ANY;

  /** The word in configuration, metrics and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
