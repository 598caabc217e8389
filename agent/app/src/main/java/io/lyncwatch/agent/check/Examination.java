package io.lyncwatch.agent.check;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One walk of one address or SIP domain in each view, and by each machine behind the reverse proxy.
 * The views decide how it ends, and errors on certificates that no walk looks for, such as a
 * revoked one. A machine may be one that only the proxy's network reaches, so what it said is told
 * beside.
 *
 * @param target what was asked to be looked at, as it was written
 * @param views one report for each
 * @param nodes one report for each machine that was asked directly
 * @param certificates of the endpoints that all these came to
 */
public record Examination(
    String target, List<Report> views, List<Report> nodes, Certificates certificates) {
  /** Copies the lists. */
  public Examination {
    views = List.copyOf(views);
    nodes = List.copyOf(nodes);
  }

  /** Whether every view could be looked at and nothing was found broken. */
  public boolean healthy() {
    return views.stream().allMatch(report -> report.outcome() == Outcome.SUCCESS)
        && certificates.errors().isEmpty();
  }

  /** One sentence for each view and machine, and for each error on a certificate. */
  public String summary() {
    return Stream.of(
            views.stream().map(report -> report.target().view().label() + ": " + report.summary()),
            nodes.stream().map(report -> report.target().name() + ": " + report.summary()),
            certificates.errors().stream().map(Finding::cause))
        .flatMap(sentences -> sentences)
        .collect(Collectors.joining(" "));
  }

  /** 0 healthy, 1 something found broken, 3 could not tell. */
  public int exitCode() {
    if (views.stream().anyMatch(Report::failed) || !certificates.errors().isEmpty()) {
      return 1;
    }
    return healthy() ? 0 : 3;
  }
}
