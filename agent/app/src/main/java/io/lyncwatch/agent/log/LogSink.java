package io.lyncwatch.agent.log;

import io.lyncwatch.agent.report.ReportSink;
import io.lyncwatch.agent.report.SelfConnection;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Change;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs when an outcome turns, when a finding appears or ends, and when something is no longer as it
 * was: one line each, once, however often the target runs in between. What is only worth knowing is
 * logged for debugging.
 *
 * <p>A skipped run is no turn, and a run that could not tell ends no finding. A target that
 * succeeds from its first run on says nothing.
 */
public final class LogSink implements ReportSink {
  private final Logger log;
  private final Map<TargetId, Said> said = new ConcurrentHashMap<>();
  private final Set<View> cutOff = ConcurrentHashMap.newKeySet();

  /** Writes to the log of the agent. */
  public LogSink() {
    this(LoggerFactory.getLogger(LogSink.class));
  }

  /** Writes to {@code log}. */
  LogSink(Logger log) {
    this.log = log;
  }

  @Override
  public String name() {
    return "log";
  }

  @Override
  public void added(TargetId target, Duration interval) {
    said.putIfAbsent(target, new Said(Optional.empty(), Set.of()));
  }

  @Override
  public void removed(TargetId target) {
    said.remove(target);
  }

  @Override
  public void accept(Report report) {
    said.computeIfPresent(
        report.target(),
        (target, before) -> {
          report.changes().forEach(change -> sayChange(target, change));
          return new Said(
              sayOutcome(before.outcome(), report), sayFindings(before.holding(), report));
        });
  }

  @Override
  public void connection(SelfConnection turned) {
    turned
        .lost()
        .ifPresentOrElse(
            finding -> {
              cutOff.add(turned.view());
              log.warn(
                  "The agent itself: {}: {} Cure: {}",
                  finding.reason().code(),
                  oneLine(finding.cause()),
                  oneLine(finding.cure()));
            },
            () -> {
              if (cutOff.remove(turned.view())) {
                log.info(
                    "The agent itself is connected again in its {} view", turned.view().label());
              }
            });
  }

  private void sayChange(TargetId target, Change change) {
    log.atLevel(change.loses() ? Level.WARN : Level.INFO)
        .log(
            "{}: the {} of {} changed{}; before: {}; now: {}",
            target,
            change.kind().words(),
            oneLine(change.where()),
            oneLine(change.remarks().stream().map(", "::concat).collect(Collectors.joining())),
            oneLine(change.before()),
            oneLine(change.after()));
  }

  private Optional<Outcome> sayOutcome(Optional<Outcome> before, Report report) {
    Outcome now = report.outcome();
    if (now == Outcome.SKIPPED) {
      return before;
    }
    if (before.orElse(Outcome.SUCCESS) != now) {
      log.atLevel(now == Outcome.SUCCESS ? Level.INFO : Level.WARN)
          .log(
              "{}: {}{}: {}",
              report.target(),
              now.label(),
              before.map(outcome -> " after " + outcome.label()).orElse(""),
              oneLine(report.summary()));
    }
    return Optional.of(now);
  }

  private Set<Fact> sayFindings(Set<Fact> before, Report report) {
    Set<Fact> holding = new LinkedHashSet<>();
    for (Finding finding : report.findings()) {
      Fact fact = new Fact(finding.stage(), finding.reason(), finding.severity() == Severity.INFO);
      if (holding.add(fact) && !before.contains(fact)) {
        sayNew(report.target(), finding);
      }
    }
    Set<Fact> gone = new LinkedHashSet<>(before);
    gone.removeAll(holding);
    if (couldTell(report)) {
      gone.forEach(fact ->
          log.atLevel(fact.quiet() ? Level.DEBUG : Level.INFO)
              .log(
                  "{}: {} in stage {} has ended",
                  report.target(),
                  fact.reason().code(),
                  fact.stage().label()));
    } else {
      holding.addAll(gone);
    }
    return holding;
  }

  private static boolean couldTell(Report report) {
    return report.outcome() == Outcome.SUCCESS || report.outcome() == Outcome.FAILURE;
  }

  private void sayNew(TargetId target, Finding finding) {
    Level level =
        switch (finding.severity()) {
          case INFO -> Level.DEBUG;
          case WARNING, ERROR -> Level.WARN;
        };
    log.atLevel(level)
        .log(
            "{}: {} in stage {} ({}, {}) at {}: {} {}",
            target,
            finding.reason().code(),
            finding.stage().label(),
            finding.severity().label(),
            finding.role().label(),
            oneLine(finding.where()),
            oneLine(finding.cause()),
            oneLine(finding.cure()));
  }

  /** Servers have a hand in these words: no line breaks, no terminal codes, no end of length. */
  private static String oneLine(String text) {
    String printable = text.replaceAll("\\p{C}", " ");
    return printable.length() <= 1000 ? printable : printable.substring(0, 1000) + "...";
  }

  /**
   * What a finding is by, whatever its evidence.
   *
   * @param quiet whether it is only worth knowing, and kept for those who look closely
   */
  private record Fact(Stage stage, Reason reason, boolean quiet) {}

  /** What the log has said of a target. */
  private record Said(Optional<Outcome> outcome, Set<Fact> holding) {}
}
