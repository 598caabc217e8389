package io.lyncwatch.agent.page;

import io.lyncwatch.agent.change.RecentChanges.Recent;
import io.lyncwatch.agent.coverage.Coverage;
import io.lyncwatch.agent.inventory.KnownEndpoint;
import io.lyncwatch.agent.page.CheckStatus.Kind;
import io.lyncwatch.agent.report.SelfConnection;
import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the agent knows at one instant.
 *
 * @param domains the SIP domains that the configuration names
 * @param nodes the names of the machines behind the reverse proxy, likewise
 * @param endpoints those that the inventory knows in each view
 * @param coverage which names certificates cover
 * @param changes the newest first
 * @param connections how the agent itself is connected
 */
record Seen(
    Instant at,
    List<String> domains,
    Set<String> nodes,
    Collection<TargetState> states,
    Map<View, List<KnownEndpoint>> endpoints,
    Coverage coverage,
    List<Recent> changes,
    List<SelfConnection> connections) {
  /** The entry points by which clients come in, as targets are named. */
  private static final Set<String> CLIENTS_ENTRIES =
      Stream.concat(
              Arrays.stream(DiscoveryRecord.values()).map(DiscoveryRecord::label),
              Arrays.stream(Side.values()).map(side -> "manual_" + side.label()))
          .collect(Collectors.toUnmodifiableSet());

  Seen {
    domains = List.copyOf(domains);
    nodes = Set.copyOf(nodes);
    states = List.copyOf(states);
    endpoints = Map.copyOf(endpoints);
    changes = List.copyOf(changes);
    connections = List.copyOf(connections);
  }

  Moment moment(Instant instant) {
    return new Moment(instant, at);
  }

  /** What a target looks at. */
  Kind kind(TargetId target) {
    return switch (target.probe()) {
      case SIGN_IN -> Kind.SIGN_IN;
      case ENTRY -> entry(target.name());
      case DNS -> Kind.DNS;
      case CERTIFICATE -> Kind.CERTIFICATE;
    };
  }

  private Kind entry(String name) {
    if (CLIENTS_ENTRIES.contains(name)) {
      return Kind.ENTRY;
    }
    return nodes.contains(name) ? Kind.NODE : Kind.POOL;
  }
}
