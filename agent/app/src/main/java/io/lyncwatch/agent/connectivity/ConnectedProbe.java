package io.lyncwatch.agent.connectivity;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.util.List;
import java.util.Optional;

/** A probe whose runs say nothing of their target while the agent itself is cut off. */
final class ConnectedProbe implements Probe {
  private final Probe probe;
  private final Connectivity connectivity;

  ConnectedProbe(Probe probe, Connectivity connectivity) {
    this.probe = probe;
    this.connectivity = connectivity;
  }

  @Override
  public TargetId target() {
    return probe.target();
  }

  @Override
  public Report run() {
    Report report = probe.run();
    Optional<Finding> own = connectivity.faultOfItsOwn(report);
    return own.map(finding ->
            Report.notRun(
                report.target(),
                report.startedAt(),
                Outcome.UNKNOWN,
                "Not known, for a fault of the agent's own: " + finding.cause(),
                List.of()))
        .orElse(report);
  }
}
