package io.lyncwatch.agent.check;

import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One walk of one address or SIP domain in each view.
 *
 * @param target what was asked to be looked at, as it was written
 * @param reports one for each view
 */
public record Examination(String target, List<Report> reports) {
  /** Copies the list. */
  public Examination {
    reports = List.copyOf(reports);
  }

  /** Whether every view could be looked at and nothing was found broken. */
  public boolean healthy() {
    return reports.stream().allMatch(report -> report.outcome() == Outcome.SUCCESS);
  }

  /** One sentence for each view. */
  public String summary() {
    return reports.stream()
        .map(report -> report.target().view().label() + ": " + report.summary())
        .collect(Collectors.joining(" "));
  }

  /** 0 healthy, 1 something found broken, 3 could not tell. */
  public int exitCode() {
    if (reports.stream().anyMatch(Report::failed)) {
      return 1;
    }
    return healthy() ? 0 : 3;
  }
}
