package io.lyncwatch.agent.demo;

import io.lyncwatch.agent.report.LatestReports;
import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How the SIP domains stand, in a few lines for people. */
public final class Standing {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private Standing() {}

  /**
   * Waits until every target that is there has been looked at once, or the time is up, and tells.
   */
  public static String await(LatestReports latest, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end && !allLookedAt(latest)) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return of(latest);
  }

  private static boolean allLookedAt(LatestReports latest) {
    return latest.states().stream().allMatch(state -> state.latest().isPresent());
  }

  static String of(LatestReports latest) {
    Map<String, List<Report>> byDomain = new TreeMap<>();
    latest.states().stream()
        .map(TargetState::latest)
        .flatMap(report -> report.stream())
        .filter(report -> !report.target().domain().isEmpty())
        .forEach(report ->
            byDomain.computeIfAbsent(report.target().domain(), d -> new ArrayList<>()).add(report));
    StringBuilder text = new StringBuilder();
    byDomain.forEach((domain, reports) -> domain(text, domain, reports));
    return text.toString();
  }

  private static void domain(StringBuilder text, String domain, List<Report> reports) {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    reports.stream()
        .flatMap(report -> report.findings().stream().map(finding -> new Seen(report, finding)))
        .filter(seen -> seen.finding().severity() != Severity.INFO)
        .sorted(Comparator.comparing(Seen::severity).reversed())
        .forEach(
            seen -> found.computeIfAbsent(seen.what(), w -> new TreeSet<>()).add(seen.where()));
    Severity worst =
        reports.stream()
            .flatMap(report -> report.findings().stream())
            .map(Finding::severity)
            .max(Comparator.naturalOrder())
            .orElse(Severity.INFO);
    text.append("  %-18s %s%n".formatted(domain, word(worst)));
    found.forEach(
        (what, where) -> text.append("      %s: %s%n".formatted(what, String.join(", ", where))));
  }

  private static String word(Severity worst) {
    return switch (worst) {
      case INFO -> "healthy";
      case WARNING -> "degraded";
      case ERROR -> "broken";
    };
  }

  private record Seen(Report report, Finding finding) {
    Severity severity() {
      return finding.severity();
    }

    String what() {
      return finding.severity().label() + " " + finding.reason().code();
    }

    String where() {
      return report.target().probe().label()
          + " "
          + report.target().name()
          + " ("
          + report.target().view().label()
          + ")";
    }
  }
}
