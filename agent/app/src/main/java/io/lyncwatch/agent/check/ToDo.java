package io.lyncwatch.agent.check;

import io.lyncwatch.discovery.finding.Finding;
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
                    examination.views().stream().flatMap(report -> report.causes().stream()),
                    examination.nodes().stream().flatMap(report -> report.causes().stream()),
                    examination.certificates().errors().stream(),
                    examination.certificates().warnings().stream())
                .flatMap(findings -> findings)
                .sorted(Comparator.comparing(Finding::severity, Comparator.reverseOrder()))
                .map(Finding::cure)
                .toList()));
  }
}
