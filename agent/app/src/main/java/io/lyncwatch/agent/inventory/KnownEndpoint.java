package io.lyncwatch.agent.inventory;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.report.MetEndpoint;
import java.util.Comparator;
import java.util.List;

/**
 * An endpoint that exists in one view.
 *
 * @param needs who needs it, sorted by domain and role; never empty
 */
public record KnownEndpoint(Endpoint endpoint, List<Need> needs) {
  /** Sorts and copies. */
  public KnownEndpoint {
    needs =
        needs.stream()
            .sorted(Comparator.comparing(Need::domain).thenComparing(Need::role))
            .toList();
  }

  /**
   * One use of an endpoint.
   *
   * @param domain the SIP domain whose walks come to it
   * @param role as what
   */
  public record Need(String domain, MetEndpoint.Role role) {}
}
