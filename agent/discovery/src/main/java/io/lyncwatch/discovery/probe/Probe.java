package io.lyncwatch.discovery.probe;

import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;

/**
 * Looks at one target. A probe keeps nothing between runs; what must last is handed to it when it
 * is made.
 */
public interface Probe {
  /** What it looks at. */
  TargetId target();

  /**
   * Runs once and reports, in bounded time. Whatever a network, a server or a certificate does is
   * in the report; only a bug makes it throw.
   */
  Report run();
}
