package io.lyncwatch.agent.report;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the agent itself is connected in a view: whether anything there answers it.
 *
 * @param since when that was found out first
 * @param lost the finding on the agent if nothing answers; it is nobody else's
 */
public record SelfConnection(View view, Instant since, Optional<Finding> lost) {
  /** Whether anything answers. */
  public boolean stands() {
    return lost.isEmpty();
  }
}
