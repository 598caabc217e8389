package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Learned;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.StageResult;
import io.lyncwatch.discovery.report.Summaries;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Sums up the walks from one entry point by all nodes behind it. */
record EntryVerdict(TargetId target, Instant startedAt, Duration took, EntryPoint entry) {
  /** A success only if every address leads on. */
  Report report(Transcript resolving, Nodes nodes, SchemeTally tally) {
    List<StageResult> stages = new ArrayList<>(resolving.stages());
    nodes.visits().forEach(visit -> stages.addAll(visit.stages()));
    List<Finding> found = new ArrayList<>(resolving.findings());
    found.addAll(nodes.findings());
    List<Finding> findings = Consequences.told(found);
    Outcome outcome = Outcome.of(findings, nodes.complete());
    return new Report(
        target,
        startedAt,
        took,
        outcome,
        summary(outcome, nodes, findings),
        stages,
        findings,
        new Facts.Entry(tally.results(), nodes.visits().stream().map(NodeVisit::result).toList()),
        Learned.joined(nodes.visits().stream().map(NodeVisit::learned).toList()));
  }

  private String summary(Outcome outcome, Nodes nodes, List<Finding> findings) {
    boolean direct = entry instanceof EntryPoint.Node;
    return switch (outcome) {
      case SUCCESS -> direct ? notTheMachine() : success(nodes);
      case UNKNOWN ->
          "There was time for %d of the %d addresses of %s only; they are well."
              .formatted(nodes.visits().size(), nodes.count(), nodes.name());
      case FAILURE, SKIPPED ->
          (direct && !nodes.visits().isEmpty()
                  ? "Not the reverse proxy: asked directly, " + entry.label() + " fails. "
                  : "")
              + Summaries.of(outcome, findings);
    };
  }

  private String notTheMachine() {
    return entry.label()
        + " itself leads to the service: what fails from outside fails before it, at the reverse"
        + " proxy or on the way there.";
  }

  private String success(Nodes nodes) {
    return entry.host()
        + (nodes.count() == 0 ? " is absent, as expected." : " leads to the service.");
  }
}
