package io.lyncwatch.agent.inventory;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.report.MetEndpoint;
import java.util.Comparator;
import java.util.List;

/**
 * An endpoint that exists in one view.
 *
 * @param needs who needs it, sorted by domain and role; never empty
 */
public record KnownEndpoint(Endpoint endpoint, List<Need> needs) {
  /** Sorts, drops repetitions and copies. */
  public KnownEndpoint {
    needs =
        needs.stream()
            .distinct()
            .sorted(Comparator.comparing(Need::domain).thenComparing(Need::role))
            .toList();
  }

  /** The SIP domains that are known to need it, sorted. */
  public List<String> domains() {
    return needs.stream().map(Need::domain).filter(domain -> !domain.isEmpty()).distinct().toList();
  }

  /** Whether its name has to resolve: that of a mere fallback need not. */
  public Expected expected() {
    return needs.stream().allMatch(need -> need.role() == MetEndpoint.Role.FALLBACK)
        ? Expected.ANY
        : Expected.PRESENT;
  }

  /**
   * One use of an endpoint.
   *
   * @param domain the SIP domain that needs it; empty if none is known to
   * @param role as what
   */
  public record Need(String domain, MetEndpoint.Role role) {}
}
