package io.lyncwatch.agent.connectivity;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.util.List;
import java.util.function.Function;

/**
 * A probe whose runs say nothing of their target while the agent itself is cut off.
 *
 * @param told what of the finding on the agent is in the report
 */
record ConnectedProbe(Probe probe, Connectivity connectivity, Function<Finding, List<Finding>> told)
    implements Probe {
  @Override
  public TargetId target() {
    return probe.target();
  }

  @Override
  public Report run() {
    long started = connectivity.now();
    Report report = probe.run();
    return connectivity
        .faultOfItsOwn(report, started)
        .map(own ->
            Report.notRun(
                report.target(), report.startedAt(), Outcome.UNKNOWN, own.cause(), told.apply(own)))
        .orElse(report);
  }
}
