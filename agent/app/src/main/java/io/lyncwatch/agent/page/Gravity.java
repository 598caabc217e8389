package io.lyncwatch.agent.page;

import io.lyncwatch.agent.page.CheckStatus.Kind;
import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which targets of a SIP domain keep people from signing in if they fail. Clients go by another
 * resolver, entry point or server where there is one, and the walks tell whether they do.
 */
final class Gravity {
  private final Seen seen;
  private final Set<View> open;

  /**
   * @param own the targets of the SIP domain, those of certificates aside
   */
  Gravity(Seen seen, Checks checks, List<TargetState> own) {
    this.seen = seen;
    this.open =
        own.stream()
            .filter(state -> seen.kind(state.target()) == Kind.ENTRY)
            .filter(state -> !checks.overdue(state))
            .filter(state -> state.latest().filter(Gravity::letsIn).isPresent())
            .map(state -> state.target().view())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether people cannot sign in, or not all of them, if this target fails. */
  boolean isGrave(TargetId target) {
    return switch (seen.kind(target)) {
      case SIGN_IN -> true;
      case ENTRY -> !open.contains(target.view());
      case POOL, NODE, DNS, CERTIFICATE -> false;
    };
  }

  /** A record that is absent, as it should be, is well but lets nobody in. */
  private static boolean letsIn(Report report) {
    return !report.failed()
        && report.facts() instanceof Facts.Entry entry
        && entry.nodes().stream().anyMatch(Facts.NodeResult::success);
  }
}
