package io.lyncwatch.agent.metrics;

import static io.lyncwatch.agent.metrics.MetricCatalogue.FINDING;
import static io.lyncwatch.agent.metrics.MetricCatalogue.PROBE_DURATION;
import static io.lyncwatch.agent.metrics.MetricCatalogue.PROBE_INTERVAL;
import static io.lyncwatch.agent.metrics.MetricCatalogue.PROBE_LAST_RUN;
import static io.lyncwatch.agent.metrics.MetricCatalogue.PROBE_LAST_SUCCESS;
import static io.lyncwatch.agent.metrics.MetricCatalogue.PROBE_SUCCESS;
import static io.lyncwatch.agent.metrics.MetricCatalogue.STAGE_SECONDS;
import static io.lyncwatch.agent.metrics.MetricCatalogue.STAGE_SUCCESS;

import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.StageResult;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** What every probe has: its runs, its stages, its findings. */
final class RunRows {
  private static final Set<Outcome> VERDICTS = Set.of(Outcome.SUCCESS, Outcome.FAILURE);

  private RunRows() {}

  static void write(TargetState state, Rows.Seen rows) {
    TargetId target = state.target();
    String probe = target.probe().label();
    String domain = target.domain();
    String name = target.name();
    rows.longest(PROBE_INTERVAL, state.interval(), probe, domain, name);
    state.lastRun().ifPresent(at -> rows.latest(PROBE_LAST_RUN, at, probe, domain, name));
    state.lastSuccess().ifPresent(at -> rows.latest(PROBE_LAST_SUCCESS, at, probe, domain, name));
    state
        .latest()
        .ifPresent(report -> {
          if (state.lastOutcome().filter(VERDICTS::contains).isPresent()) {
            rows.all(PROBE_SUCCESS, !report.failed(), probe, domain, name);
            rows.longest(PROBE_DURATION, report.took(), probe, domain, name);
          }
          writeStages(report, rows);
          report.findings().forEach(finding -> write(target, finding, rows));
        });
  }

  private static void writeStages(Report report, Rows.Seen rows) {
    TargetId target = report.target();
    String probe = target.probe().label();
    for (StageResult passage : report.stages()) {
      rows.all(
          STAGE_SUCCESS,
          passage.success(),
          probe,
          target.domain(),
          target.name(),
          passage.stage().label());
    }
    timeInStages(report)
        .forEach((stage, took) ->
            rows.longest(
                STAGE_SECONDS, took, probe, target.domain(), target.name(), stage.label()));
  }

  /** The time that a run spent in each stage, all passages together. */
  static Map<Stage, Duration> timeInStages(Report report) {
    Map<Stage, Duration> sums = new EnumMap<>(Stage.class);
    report.stages().forEach(passage -> sums.merge(passage.stage(), passage.took(), Duration::plus));
    return sums;
  }

  private static void write(TargetId target, Finding finding, Rows.Seen rows) {
    rows.holds(
        FINDING,
        target.probe().label(),
        target.domain(),
        target.name(),
        finding.stage().label(),
        finding.reason().code(),
        finding.role().label(),
        finding.severity().label());
  }
}
