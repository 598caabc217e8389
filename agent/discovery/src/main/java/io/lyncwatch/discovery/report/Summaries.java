package io.lyncwatch.discovery.report;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Role;
import java.util.Comparator;
import java.util.List;

/** One sentence on a run that did not succeed. */
public final class Summaries {
  private Summaries() {}

  /** The worst cause of all, or what else kept the run from telling. */
  public static String of(Outcome outcome, List<Finding> findings) {
    String worst =
        findings.stream()
            .filter(finding -> finding.role() == Role.PRIMARY)
            .max(Comparator.comparing(Finding::severity))
            .map(finding -> "at " + finding.stage().label() + ": " + finding.cause())
            .orElse("for no reason that it could name.");
    return switch (outcome) {
      case SUCCESS -> "Works.";
      case FAILURE -> "Fails " + worst;
      case SKIPPED -> "Not tried " + worst;
      case UNKNOWN -> "Could not be tried " + worst;
    };
  }
}
