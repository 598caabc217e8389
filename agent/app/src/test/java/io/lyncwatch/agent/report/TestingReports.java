package io.lyncwatch.agent.report;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Learned;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.StageResult;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.report.WebName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reports to feed sinks with; change what matters by the {@code with} methods. */
public record TestingReports(Report report) {
  /** When every such run began. */
  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  /** How long every such run took. */
  public static final Duration TOOK = Duration.ofMillis(250);

  public static TargetId entry(String domain) {
    return new TargetId(ProbeKind.ENTRY, View.EXTERNAL, domain, "lyncdiscover");
  }

  /** A run without findings. */
  public static TestingReports of(TargetId target) {
    return new TestingReports(
        new Report(
            target,
            START,
            TOOK,
            Outcome.SUCCESS,
            "All is well.",
            List.of(),
            List.of(),
            new Facts.None(),
            Learned.NOTHING));
  }

  public static Report success(TargetId target) {
    return of(target).report();
  }

  public static Report failure(TargetId target, Finding... findings) {
    return of(target).withOutcome(Outcome.FAILURE).withFindings(List.of(findings)).report();
  }

  public static Report notRun(TargetId target, Outcome outcome, Finding... findings) {
    return Report.notRun(target, START, outcome, "Nothing was tried.", List.of(findings));
  }

  public TestingReports withOutcome(Outcome outcome) {
    return copy(
        report.startedAt(),
        outcome,
        report.stages(),
        report.findings(),
        report.facts(),
        report.learned());
  }

  public TestingReports withFindings(List<Finding> findings) {
    boolean broken = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    Outcome outcome = broken ? Outcome.FAILURE : report.outcome();
    return copy(
        report.startedAt(), outcome, report.stages(), findings, report.facts(), report.learned());
  }

  public TestingReports startedAt(Instant at) {
    return copy(
        at, report.outcome(), report.stages(), report.findings(), report.facts(), report.learned());
  }

  public TestingReports withStages(StageResult... stages) {
    return copy(
        report.startedAt(),
        report.outcome(),
        List.of(stages),
        report.findings(),
        report.facts(),
        report.learned());
  }

  public TestingReports withFacts(Facts facts) {
    return copy(
        report.startedAt(),
        report.outcome(),
        report.stages(),
        report.findings(),
        facts,
        report.learned());
  }

  public TestingReports naming(List<WebName> names, List<MetEndpoint> endpoints) {
    return copy(
        report.startedAt(),
        report.outcome(),
        report.stages(),
        report.findings(),
        report.facts(),
        new Learned(names, endpoints));
  }

  private TestingReports copy(
      Instant startedAt,
      Outcome outcome,
      List<StageResult> stages,
      List<Finding> findings,
      Facts facts,
      Learned learned) {
    return new TestingReports(
        new Report(
            report.target(),
            startedAt,
            report.took(),
            outcome,
            report.summary(),
            stages,
            findings,
            facts,
            learned));
  }
}
