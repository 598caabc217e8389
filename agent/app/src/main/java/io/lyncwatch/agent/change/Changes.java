package io.lyncwatch.agent.change;

import io.lyncwatch.agent.report.ReportSink;
import io.lyncwatch.agent.report.SelfConnection;
import io.lyncwatch.discovery.report.Change;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts into each report what is no longer as earlier reports of its target showed it, and passes it
 * on. Stands before all other sinks, so that they all see the same changes.
 */
public final class Changes implements ReportSink {
  private static final Logger log = LoggerFactory.getLogger(Changes.class);

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
    List<Change> found = found(report);
    next.accept(found.isEmpty() ? report : report.withChanges(found));
  }

  /** All others are fed by this sink, so a bug in it must not starve them. */
  private List<Change> found(Report report) {
    List<Change> found = new ArrayList<>();
    try {
      watches.computeIfPresent(
          report.target(),
          (target, watch) -> {
            Watch.Step step = watch.after(report);
            found.addAll(step.changes());
            return step.next();
          });
    } catch (RuntimeException bug) {
      log.error("Changes of {} could not be told", report.target(), bug);
    }
    return found;
  }

  @Override
  public void connection(SelfConnection turned) {
    next.connection(turned);
  }

  @Override
  public void removed(TargetId target) {
    watches.remove(target);
    next.removed(target);
  }
}
