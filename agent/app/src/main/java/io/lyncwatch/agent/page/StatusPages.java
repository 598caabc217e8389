package io.lyncwatch.agent.page;

import io.lyncwatch.agent.change.RecentChanges;
import io.lyncwatch.agent.coverage.Captures;
import io.lyncwatch.agent.coverage.Coverage;
import io.lyncwatch.agent.coverage.WatchedDomain;
import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.inventory.KnownEndpoint;
import io.lyncwatch.agent.report.LatestReports;
import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.View;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The status page as it is now, made anew for each reader. */
public final class StatusPages {
  private final StatusDocument layout = new StatusDocument();
  private final String vantage;
  private final String version;
  private final List<WatchedDomain> domains;
  private final Set<String> nodes;
  private final LatestReports latest;
  private final Inventory inventory;
  private final RecentChanges changes;
  private final InstantSource clock;

  /**
   * Pages of one agent.
   *
   * @param vantage where it stands, in the operator's words
   * @param version of the agent
   * @param domains the SIP domains that it watches
   * @param nodes the names of the machines behind the reverse proxy that it asks directly
   */
  public StatusPages(
      String vantage,
      String version,
      List<WatchedDomain> domains,
      Set<String> nodes,
      LatestReports latest,
      Inventory inventory,
      RecentChanges changes,
      InstantSource clock) {
    this.vantage = vantage;
    this.version = version;
    this.domains = List.copyOf(domains);
    this.nodes = Set.copyOf(nodes);
    this.latest = latest;
    this.inventory = inventory;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * The page of this moment.
   *
   * @param refreshing whether browsers are to load it anew by themselves
   */
  public Document now(boolean refreshing) {
    Map<View, List<KnownEndpoint>> endpoints = new EnumMap<>(View.class);
    for (View view : View.values()) {
      endpoints.put(view, inventory.endpoints(view));
    }
    Collection<TargetState> states = latest.states();
    Coverage coverage = Coverage.of(domains, inventory, Captures.last(states));
    List<String> names = domains.stream().map(WatchedDomain::name).toList();
    Seen seen =
        new Seen(
            clock.instant(),
            names,
            nodes,
            states,
            endpoints,
            coverage,
            changes.all(),
            latest.connections());
    return layout.of(Overview.of(seen, vantage, version), refreshing);
  }
}
