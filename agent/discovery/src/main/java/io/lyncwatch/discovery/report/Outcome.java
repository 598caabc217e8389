package io.lyncwatch.discovery.report;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Severity;
import java.util.List;
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

  /** The outcome of a run that was carried through: whether any finding is an error. */
  public static Outcome of(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
        ? FAILURE
        : SUCCESS;
  }

  /**
   * The same of a run that had several nodes to ask: one that was not asked cannot be called good.
   */
  public static Outcome of(List<Finding> findings, boolean allAsked) {
    Outcome ofThoseAsked = of(findings);
    return ofThoseAsked == SUCCESS && !allAsked ? UNKNOWN : ofThoseAsked;
  }

  /** The word in metrics and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
