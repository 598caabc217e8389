package io.lyncwatch.discovery.probe;

import java.util.Locale;

/** How a run ended. */
public enum Outcome {
  /** No finding of severity error. */
  SUCCESS,
  /** At least one finding of severity error. */
  FAILURE,
  /** Nothing was tried, on purpose: a guarded account, or the previous run is still going. */
  SKIPPED,
  /** The agent could not ask: an unreadable secret, no network of its own. */
  UNKNOWN;

  /** The word in metrics and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
