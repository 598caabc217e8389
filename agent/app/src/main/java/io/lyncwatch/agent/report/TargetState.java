package io.lyncwatch.agent.report;

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
 * @param latest the report of the run that ended last, whatever its outcome
 * @param lastRun when that run ended
 * @param lastSuccess when the last successful run ended
 */
public record TargetState(
    TargetId target,
    Duration interval,
    Optional<Report> latest,
    Optional<Instant> lastRun,
    Optional<Instant> lastSuccess) {

  /** A target that has not run yet. */
  static TargetState fresh(TargetId target, Duration interval) {
    return new TargetState(target, interval, Optional.empty(), Optional.empty(), Optional.empty());
  }

  TargetState every(Duration newInterval) {
    return new TargetState(target, newInterval, latest, lastRun, lastSuccess);
  }

  TargetState after(Report report) {
    Optional<Instant> ended = Optional.of(report.startedAt().plus(report.took()));
    return new TargetState(
        target,
        interval,
        Optional.of(report),
        ended,
        report.outcome() == Outcome.SUCCESS ? ended : lastSuccess);
  }
}
