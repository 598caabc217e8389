package io.lyncwatch.agent.check;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Role;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an examination comes to, for who reads no more than one line.
 *
 * @param state how bad it is
 * @param sentence where, and why; it names the first cause
 */
record Verdict(State state, String sentence) {
  /** How it stands, the best first. */
  enum State {
    WORKS("OK"),
    WARNED("WARNING"),
    BROKEN("CRITICAL"),
    NOT_KNOWN("UNKNOWN");

    private final String plugin;

    State(String plugin) {
      this.plugin = plugin;
    }

    /** As plugins of Nagios call it. */
    String plugin() {
      return plugin;
    }
  }

  /** Sums up. */
  static Verdict of(Examination examination) {
    List<Report> broken = those(examination, Report::failed);
    List<Report> unknown =
        those(examination, report -> !report.failed() && report.outcome() != Outcome.SUCCESS);
    List<Report> well = those(examination, report -> report.outcome() == Outcome.SUCCESS);
    if (!broken.isEmpty()) {
      return new Verdict(State.BROKEN, broken(broken, unknown, well));
    }
    Optional<Finding> certificate = examination.certificates().errors().stream().findFirst();
    if (certificate.isPresent()) {
      return new Verdict(
          State.BROKEN, "Clients that are careful are kept out: " + certificate.get().cause());
    }
    if (!unknown.isEmpty()) {
      return new Verdict(
          State.NOT_KNOWN,
          "How it is " + where(unknown) + " is not known: " + unknown.getFirst().summary());
    }
    return worst(well)
        .map(warning ->
            new Verdict(
                State.WARNED, "It works " + where(well) + ", with a warning: " + warning.cause()))
        .orElseGet(() -> new Verdict(State.WORKS, "It works " + where(well) + "."));
  }

  private static String broken(List<Report> broken, List<Report> unknown, List<Report> well) {
    String elsewhere =
        Stream.of(
                well.isEmpty() ? "" : ", and works " + where(well),
                unknown.isEmpty() ? "" : ", and is not known " + where(unknown))
            .collect(Collectors.joining());
    String only = broken.size() == 1 && !well.isEmpty() ? " only" : "";
    String cause = worst(broken).map(Finding::cause).orElse(broken.getFirst().summary());
    return "It is broken " + where(broken) + only + elsewhere + ": " + cause;
  }

  /** What somebody has to do something about, the gravest first; of equals, what comes first. */
  private static Optional<Finding> worst(List<Report> reports) {
    return reports.stream()
        .flatMap(report -> report.findings().stream())
        .filter(finding -> finding.role() == Role.PRIMARY && finding.severity() != Severity.INFO)
        .min(Comparator.comparing(Finding::severity, Comparator.reverseOrder()));
  }

  private static List<Report> those(Examination examination, Predicate<Report> wanted) {
    return examination.views().stream().filter(wanted).toList();
  }

  private static String where(List<Report> reports) {
    return reports.stream()
        .map(report -> where(report.target().view()))
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  private static String where(View view) {
    return switch (view) {
      case INTERNAL -> "inside";
      case EXTERNAL -> "outside";
      case ANY -> "from here";
    };
  }
}
