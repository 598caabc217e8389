package io.lyncwatch.discovery.probe;

import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.walk.EntryWalk;

/** Walks the anonymous part of the flow from one entry point in one view. */
public record EntryProbe(EntryWalk walk) implements Probe {
  @Override
  public TargetId target() {
    return new TargetId(
        ProbeKind.ENTRY, walk.network().view(), walk.trust().domain().name(), walk.entry().label());
  }

  @Override
  public Report run() {
    return walk.run(target());
  }
}
