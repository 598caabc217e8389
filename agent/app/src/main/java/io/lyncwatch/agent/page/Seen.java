package io.lyncwatch.agent.page;

import io.lyncwatch.agent.inventory.KnownEndpoint;
import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.View;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What the agent knows at one instant.
 *
 * @param domains the SIP domains that the configuration names
 * @param endpoints those that the inventory knows in each view
 */
record Seen(
    Instant at,
    List<String> domains,
    Collection<TargetState> states,
    Map<View, List<KnownEndpoint>> endpoints) {
  Seen {
    domains = List.copyOf(domains);
    states = List.copyOf(states);
    endpoints = Map.copyOf(endpoints);
  }

  Moment moment(Instant instant) {
    return new Moment(instant, at);
  }
}
