package io.lyncwatch.benchmark;

import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;

/** Runs a probe that has nothing to find. */
final class ProbeRun {
  private ProbeRun() {}

  /** One run; what it costs says nothing if it fails. */
  static void once(Probe probe) {
    Report report = probe.run();
    if (report.outcome() != Outcome.SUCCESS) {
      throw new IllegalStateException(report.target() + ": " + report.summary());
    }
  }
}
