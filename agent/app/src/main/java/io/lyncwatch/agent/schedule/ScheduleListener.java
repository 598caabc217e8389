package io.lyncwatch.agent.schedule;

import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;

/** Hears how well the schedule keeps its times. Called from many threads; must not block. */
public interface ScheduleListener {
  /**
   * A run begins.
   *
   * @param lag how much later than due, never negative
   */
  void started(TargetId target, Duration lag);

  /** The run that began last for this target is over. */
  void ended(TargetId target);

  /**
   * Firings were left out because there was no free thread in time.
   *
   * @param firings how many, at least 1
   */
  void misfired(TargetId target, long firings);
}
