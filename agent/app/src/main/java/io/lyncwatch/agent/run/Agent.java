package io.lyncwatch.agent.run;

import io.lyncwatch.agent.build.BuildInfo;
import io.lyncwatch.agent.change.Changes;
import io.lyncwatch.agent.change.RecentChanges;
import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.ProxiedNode;
import io.lyncwatch.agent.connectivity.Connectivity;
import io.lyncwatch.agent.coverage.WatchedDomain;
import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.log.LogSink;
import io.lyncwatch.agent.metrics.Exposition;
import io.lyncwatch.agent.page.StatusPages;
import io.lyncwatch.agent.report.LatestReports;
import io.lyncwatch.agent.report.ReportSink;
import io.lyncwatch.agent.report.Sinks;
import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.agent.schedule.Schedule;
import io.lyncwatch.agent.targets.ConfiguredEndpoints;
import io.lyncwatch.agent.targets.DerivedTargets;
import io.lyncwatch.agent.targets.Networks;
import io.lyncwatch.agent.targets.Targets;
import io.lyncwatch.agent.targets.Walks;
import io.lyncwatch.agent.web.CannotListenException;
import io.lyncwatch.agent.web.Endpoints;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.auth.FileLockoutGuard;
import io.lyncwatch.discovery.auth.LockoutGuard;
import io.lyncwatch.discovery.dns.Patience;
import io.lyncwatch.discovery.dns.StubDnsClient;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.walk.RememberedUrls;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole agent: the rooms that data passes through, from the schedule that fires probes to the
 * endpoints that show what they reported.
 */
public final class Agent implements AutoCloseable {
  /** Runs at once: most of a run is waiting, and a slow site must not hold the others up. */
  public static final int CONCURRENCY = 64;

  private final Rooms rooms;
  private final LatestReports latest;
  private final Endpoints endpoints;

  private Agent(Rooms rooms, LatestReports latest, Endpoints endpoints) {
    this.rooms = rooms;
    this.latest = latest;
    this.endpoints = endpoints;
  }

  /**
   * Starts it; probes begin to run at once.
   *
   * @throws CannotListenException if the address is not to be had
   * @throws IllegalArgumentException with a message for people if a file of roots can't be used
   * @throws java.io.UncheckedIOException with a message for people if the state directory can't be
   *     used
   */
  public static Agent start(Configuration configuration) throws CannotListenException {
    InstantSource clock = InstantSource.system();
    Inventory inventory = new Inventory(clock, ConfiguredEndpoints.of(configuration));
    LatestReports latest = new LatestReports();
    RecentChanges recent = new RecentChanges();
    String version = BuildInfo.load().version();
    Exposition exposition = new Exposition(configuration.vantage(), version, latest, inventory);
    StatusPages pages =
        new StatusPages(
            configuration.vantage(),
            version,
            configuration.domains().stream().map(WatchedDomain::of).toList(),
            nodes(configuration),
            latest,
            inventory,
            recent,
            clock);
    AtomicBoolean ready = new AtomicBoolean();
    Rooms rooms = new Rooms();
    try {
      rooms.add(TidyHeap.start());
      ReportSink sinks =
          new Changes(
              new Sinks(List.of(latest, inventory, exposition.events(), recent, new LogSink())));
      SecureRandom random = new SecureRandom();
      Connectivity connectivity = connectivity(configuration, latest, sinks, random, clock);
      Endpoints endpoints =
          rooms.add(
              new Endpoints(configuration.listen(), pages::now, exposition::scrape, ready::get));
      // after the endpoints, as all roots are read here: who scrapes need not wait for that
      Targets targets = targets(configuration, inventory, connectivity, random, clock);
      Schedule schedule =
          rooms.add(
              new Schedule(
                  CONCURRENCY,
                  configuration.intervals().recheck(),
                  sinks,
                  exposition.events(),
                  clock));
      inventory.listen(new DerivedTargets(inventory, targets, schedule));
      targets
          .fromTheStart()
          .forEach(target -> schedule.add(target.probe(), target.interval(), target.shared()));
      connectivity.whenBack(view -> catchUp(view, latest, schedule));
      schedule.start();
      ready.set(true);
      return new Agent(rooms, latest, endpoints);
    } catch (CannotListenException | RuntimeException e) {
      rooms.close();
      throw e;
    }
  }

  /**
   * What could not be told while the agent was cut off, or is about to end so, is told now and not
   * in an interval's time.
   */
  private static void catchUp(View view, LatestReports latest, Schedule schedule) {
    Stream.concat(
            latest.states().stream()
                .filter(state -> state.lastOutcome().equals(Optional.of(Outcome.UNKNOWN)))
                .map(TargetState::target),
            schedule.underWay().stream())
        .filter(target -> target.view() == view)
        .distinct()
        .forEach(schedule::runSoon);
  }

  private static Set<String> nodes(Configuration configuration) {
    return configuration.behindProxy().stream()
        .map(ProxiedNode::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Targets targets(
      Configuration configuration,
      Inventory inventory,
      Connectivity connectivity,
      SecureRandom random,
      InstantSource clock) {
    Networks networks = Networks.of(configuration, clock, random);
    boolean anyAccount =
        configuration.domains().stream().anyMatch(domain -> !domain.accounts().isEmpty());
    LockoutGuard guard =
        anyAccount ? guard(configuration, clock, random) : LockoutGuard.withoutAccounts();
    return new Targets(
        configuration,
        networks,
        new Walks(networks, guard, random, configuration.client(), new RememberedUrls()),
        inventory,
        clock,
        connectivity::watching);
  }

  /**
   * What tells faults of the agent's own network from those of what it looks at.
   *
   * @param sinks are told when a connection turns
   */
  public static Connectivity connectivity(
      Configuration configuration,
      LatestReports latest,
      ReportSink sinks,
      SecureRandom random,
      InstantSource clock) {
    return Connectivity.of(
        configuration.resolvers(),
        configuration.domains().getFirst().domain().name(),
        new StubDnsClient(Ticker.SYSTEM, random, Patience.USUAL),
        latest,
        sinks,
        clock);
  }

  /** The guard that all processes with this state directory share. */
  public static LockoutGuard guard(
      Configuration configuration, InstantSource clock, SecureRandom random) {
    return new FileLockoutGuard(
        configuration.stateDirectory().resolve("guard"),
        configuration.guardBackOff(),
        clock,
        random);
  }

  /** Where it listens, with the real port. */
  public InetSocketAddress address() {
    return endpoints.address();
  }

  /** What the latest runs reported. */
  public LatestReports latest() {
    return latest;
  }

  @Override
  public void close() {
    rooms.close();
  }
}
