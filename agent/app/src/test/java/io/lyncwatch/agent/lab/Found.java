package io.lyncwatch.agent.lab;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.Report;
import java.util.List;

/** The reasons of what a run has found. */
public final class Found {
  private Found() {}

  /** All of them. */
  public static List<Reason> reasons(Report report) {
    return report.findings().stream().map(Finding::reason).toList();
  }

  /** Of errors only. */
  public static List<Reason> errors(Report report) {
    return report.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::reason)
        .toList();
  }
}
