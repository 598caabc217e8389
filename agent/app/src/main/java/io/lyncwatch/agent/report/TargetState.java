package io.lyncwatch.agent.report;

import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one target.
 *
 * @param interval between its runs
 * @param latest the report of the run that ended last, whatever its outcome; not of a firing that
 *     found the run before still going, which has seen nothing
 * @param lastOutcome of the last run or firing
 * @param lastRun when it ended
 * @param lastSuccess when the last successful run ended
 * @param presented what an endpoint presented last, be it before the latest run
 */
public record TargetState(
    TargetId target,
    Duration interval,
    Optional<Report> latest,
    Optional<Outcome> lastOutcome,
    Optional<Instant> lastRun,
    Optional<Instant> lastSuccess,
    LastPresented presented) {

  /** A target that has not run yet. */
  static TargetState fresh(TargetId target, Duration interval) {
    return new TargetState(
        target,
        interval,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        LastPresented.NOTHING);
  }

  TargetState every(Duration newInterval) {
    return new TargetState(
        target, newInterval, latest, lastOutcome, lastRun, lastSuccess, presented);
  }

  TargetState after(Report report) {
    Optional<Instant> ended = Optional.of(report.endedAt());
    boolean sawNothing =
        report.outcome() == Outcome.SKIPPED && report.facts() instanceof Facts.None;
    return new TargetState(
        target,
        interval,
        sawNothing ? latest : Optional.of(report),
        Optional.of(report.outcome()),
        ended,
        report.outcome() == Outcome.SUCCESS ? ended : lastSuccess,
        presented.after(report));
  }
}
