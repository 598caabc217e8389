package io.lyncwatch.discovery.report;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Role;
import io.lyncwatch.discovery.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The immutable result of one run of a probe. Everything that people and machines see is drawn from
 * reports.
 *
 * @param startedAt when the run began
 * @param summary one sentence for people
 * @param stages in the order in which they were passed
 * @param findings sorted by stage, the primary and the worst first; one per stage and reason
 * @param facts what this probe measures beside findings
 * @param learned names and endpoints that the run showed to exist
 * @param changes against earlier runs of the same target; none as a probe leaves it, which knows of
 *     no other run
 */
public record Report(
    TargetId target,
    Instant startedAt,
    Duration took,
    Outcome outcome,
    String summary,
    List<StageResult> stages,
    List<Finding> findings,
    Facts facts,
    Learned learned,
    List<Change> changes) {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::stage)
          .thenComparing(Finding::role)
          .thenComparing(Finding::severity, Comparator.reverseOrder())
          .thenComparing(Finding::reason);

  /** Sorts and copies. */
  public Report {
    stages = List.copyOf(stages);
    findings = findings.stream().sorted(ORDER).toList();
    changes = List.copyOf(changes);
  }

  /** As a probe leaves it. */
  public Report(
      TargetId target,
      Instant startedAt,
      Duration took,
      Outcome outcome,
      String summary,
      List<StageResult> stages,
      List<Finding> findings,
      Facts facts,
      Learned learned) {
    this(target, startedAt, took, outcome, summary, stages, findings, facts, learned, List.of());
  }

  /** A run in which nothing was tried. */
  public static Report notRun(
      TargetId target, Instant at, Outcome outcome, String summary, List<Finding> findings) {
    return new Report(
        target,
        at,
        Duration.ZERO,
        outcome,
        summary,
        List.of(),
        findings,
        new Facts.None(),
        Learned.NOTHING);
  }

  /** The same with what is no longer as it was. */
  public Report withChanges(List<Change> found) {
    return new Report(
        target, startedAt, took, outcome, summary, stages, findings, facts, learned, found);
  }

  /** When the run ended. */
  public Instant endedAt() {
    return startedAt.plus(took);
  }

  /** Whether anything was found broken. */
  public boolean failed() {
    return outcome == Outcome.FAILURE;
  }

  /** The findings that something should be done about, causes only. */
  public List<Finding> causes() {
    return findings.stream()
        .filter(f -> f.role() == Role.PRIMARY && f.severity() != Severity.INFO)
        .toList();
  }
}
