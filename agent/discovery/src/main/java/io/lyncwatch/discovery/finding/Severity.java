package io.lyncwatch.discovery.finding;

import java.util.Locale;

/** How bad a finding is, from mild to bad. */
public enum Severity {
  /** Worth knowing. */
  INFO,
  /** Works today, but will break, or breaks for some phones, or someone must act. */
  WARNING,
  /** Some client's sign-in fails now in that view. */
  ERROR;

  /** The word in metrics and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
