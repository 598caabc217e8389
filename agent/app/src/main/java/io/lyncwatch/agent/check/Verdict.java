package io.lyncwatch.agent.check;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
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
    String known =
        unknown.isEmpty()
            ? "It works " + where(well)
            : "How it is " + where(unknown) + " is not known";
    Optional<Finding> error = examination.certificates().errors().stream().findFirst();
    if (error.isPresent()) {
      return new Verdict(
          State.BROKEN,
          known + ", and a certificate or an endpoint is not in order: " + error.get().cause());
    }
    if (!unknown.isEmpty()) {
      return new Verdict(State.NOT_KNOWN, known + ": " + unknown.getFirst().summary());
    }
    List<Finding> warnings =
        Stream.concat(causes(well), examination.certificates().warnings().stream()).toList();
    return warnings.isEmpty()
        ? new Verdict(State.WORKS, known + ".")
        : new Verdict(State.WARNED, known + ", with " + told(warnings));
  }

  private static String told(List<Finding> warnings) {
    long reasons = warnings.stream().map(Finding::reason).distinct().count();
    return (reasons == 1 ? "a warning: " : reasons + " warnings, the first: ")
        + warnings.getFirst().cause();
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
    return causes(reports).min(Comparator.comparing(Finding::severity, Comparator.reverseOrder()));
  }

  private static Stream<Finding> causes(List<Report> reports) {
    return reports.stream().flatMap(report -> report.causes().stream());
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
