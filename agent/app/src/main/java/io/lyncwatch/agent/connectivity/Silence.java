package io.lyncwatch.agent.connectivity;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.Report;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tells a run that nobody answered from one that met something broken. */
final class Silence {
  /** What a machine finds, too, whose own network is down. */
  private static final Set<Reason> REASONS =
      EnumSet.of(
          Reason.DNS_TIMEOUT,
          Reason.DNS_UNREACHABLE,
          Reason.TCP_TIMEOUT,
          Reason.TCP_UNREACHABLE,
          Reason.HTTP_TIMEOUT,
          Reason.HAIRPIN_BLOCKED,
          Reason.AUTH_KDC_UNREACHABLE);

  private Silence() {}

  /** Whether a failed run failed for nothing else than that. */
  static boolean met(Report report) {
    List<Finding> causes =
        report.causes().stream().filter(cause -> cause.severity() == Severity.ERROR).toList();
    return report.failed()
        && !causes.isEmpty()
        && causes.stream().map(Finding::reason).allMatch(REASONS::contains);
  }
}
