package io.lyncwatch.agent.report;

import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;

/**
 * Someone who reads reports. Sinks are called from many threads at once, and follow the life of a
 * target: added, any number of reports, removed. A run that was under way when its target was
 * removed may still report afterwards; a sink that keeps state per target ignores such a report.
 */
public interface ReportSink {
  /** What the log calls it. */
  String name();

  /** Reads one report; must not block for long, as it holds up the run that made it. */
  void accept(Report report);

  /**
   * A target began to exist.
   *
   * @param interval between its runs
   */
  default void added(TargetId target, Duration interval) {}

  /** The agent's own connection in a view was lost, or found for the first time or again. */
  default void connection(SelfConnection turned) {}

  /** A target ceased to exist. */
  default void removed(TargetId target) {}
}
