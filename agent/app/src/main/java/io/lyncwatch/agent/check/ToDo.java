package io.lyncwatch.agent.check;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Role;
import io.lyncwatch.discovery.finding.Severity;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** What somebody has to do after an examination: the cures of causes, each once. */
final class ToDo {
  private ToDo() {}

  /** The gravest first, of equals in the order in which they were found. */
  static List<String> of(Examination examination) {
    return List.copyOf(
        new LinkedHashSet<>(
            Stream.of(
                    examination.views().stream().flatMap(report -> report.findings().stream()),
                    examination.nodes().stream().flatMap(report -> report.findings().stream()),
                    examination.certificates().errors().stream())
                .flatMap(findings -> findings)
                .filter(finding -> finding.role() == Role.PRIMARY)
                .filter(finding -> finding.severity() != Severity.INFO)
                .sorted(Comparator.comparing(Finding::severity, Comparator.reverseOrder()))
                .map(Finding::cure)
                .toList()));
  }
}
