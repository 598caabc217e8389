package io.lyncwatch.agent.change;

import io.lyncwatch.agent.report.ReportSink;
import io.lyncwatch.discovery.report.Change;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts into each report what is no longer as earlier reports of its target showed it, and passes it
 * on. Stands before all other sinks, so that they all see the same changes.
 */
public final class Changes implements ReportSink {
  private final ReportSink next;
  private final Map<TargetId, Watch> watches = new ConcurrentHashMap<>();

  /** Passes reports on to {@code next}. */
  public Changes(ReportSink next) {
    this.next = next;
  }

  @Override
  public String name() {
    return "changes";
  }

  @Override
  public void added(TargetId target, Duration interval) {
    watches.computeIfAbsent(target, Watch::begin);
    next.added(target, interval);
  }

  @Override
  public void accept(Report report) {
    List<Change> found = new ArrayList<>();
    watches.computeIfPresent(
        report.target(),
        (target, watch) -> {
          Watch.Step step = watch.after(report);
          found.addAll(step.changes());
          return step.next();
        });
    next.accept(found.isEmpty() ? report : report.withChanges(found));
  }

  @Override
  public void removed(TargetId target) {
    watches.remove(target);
    next.removed(target);
  }
}
