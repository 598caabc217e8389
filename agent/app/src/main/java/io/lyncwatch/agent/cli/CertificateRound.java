package io.lyncwatch.agent.cli;

import io.lyncwatch.agent.check.Certificates;
import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.MonitoredDomain;
import io.lyncwatch.agent.config.ProxiedNode;
import io.lyncwatch.agent.connectivity.Connectivity;
import io.lyncwatch.agent.coverage.Captures;
import io.lyncwatch.agent.coverage.Coverage;
import io.lyncwatch.agent.coverage.WatchedDomain;
import io.lyncwatch.agent.inventory.ConfiguredEndpoint;
import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.inventory.KnownEndpoint;
import io.lyncwatch.agent.targets.ConfiguredEndpoints;
import io.lyncwatch.agent.targets.Networks;
import io.lyncwatch.agent.targets.Targets;
import io.lyncwatch.agent.targets.Walks;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.SideBySide;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks once at the certificates of all endpoints that clients of one SIP domain come to. */
final class CertificateRound {
  /** What servers name is bounded. */
  private static final int MOST_ENDPOINTS = 64;

  private final CheckRequest request;
  private final Inventory inventory;
  private final Targets targets;
  private final List<Probe> probes;
  private final Set<TargetId> aside = new HashSet<>();
  private final long leftOut;

  /**
   * @param walked what the walks of the SIP domain reported
   */
  CertificateRound(
      CheckRequest request,
      Networks networks,
      Walks walks,
      List<Report> walked,
      Connectivity connectivity,
      InstantSource clock) {
    this.request = request;
    this.inventory = new Inventory(clock, configured(request, networks.views()));
    this.targets =
        new Targets(
            request.configuration(), networks, walks, inventory, clock, connectivity::watching);
    walked.forEach(inventory::accept);
    List<Probe> all = probes();
    this.probes = all.subList(0, Math.min(MOST_ENDPOINTS, all.size()));
    this.leftOut = endpoints(all) - endpoints(probes);
  }

  private static List<ConfiguredEndpoint> configured(CheckRequest request, Set<View> views) {
    String domain = request.domain().domain().name();
    return Stream.concat(
            views.stream().flatMap(view -> ConfiguredEndpoints.entries(view, request.domain())),
            ConfiguredEndpoints.of(request.configuration()).stream()
                .filter(configured -> configured.domain().equals(domain)))
        .distinct()
        .toList();
  }

  /** How many endpoints there are to look at; each may be looked at in several views. */
  long count() {
    return endpoints(probes);
  }

  private static long endpoints(List<Probe> probes) {
    return probes.stream().map(probe -> probe.target().name()).distinct().count();
  }

  /** How many there are beyond those. */
  long leftOut() {
    return leftOut;
  }

  /** Looks, side by side. */
  Certificates run() {
    List<Report> captures = SideBySide.all(probes, Probe::run);
    return new Certificates(
        captures, aside, Coverage.of(domains(), inventory, Captures.in(captures.stream())));
  }

  private List<Probe> probes() {
    List<Probe> all = new ArrayList<>();
    for (ProxiedNode node : request.nodes()) {
      all.add(targets.certificate(node).probe());
    }
    for (View view : View.values()) {
      inventory.endpoints(view).stream()
          .filter(CertificateRound::meetsClients)
          .sorted(Comparator.comparing(known -> !isRecord(known)))
          .forEach(known -> {
            Probe probe =
                targets.certificate(view, known.endpoint(), expected(view, known)).probe();
            all.add(probe);
            if (isAside(known)) {
              aside.add(probe.target());
            }
          });
    }
    return all;
  }

  /** Walks ask those for the web services only. */
  private static boolean isAside(KnownEndpoint known) {
    return known.needs().stream()
        .allMatch(
            need -> need.role() == MetEndpoint.Role.SIP || need.role() == MetEndpoint.Role.LISTED);
  }

  /** If not all can be looked at, then those where clients begin. */
  private static boolean isRecord(KnownEndpoint known) {
    return known.needs().stream()
        .anyMatch(need -> need.role() == MetEndpoint.Role.DISCOVERY_RECORD);
  }

  private static boolean meetsClients(KnownEndpoint known) {
    return known.needs().stream().noneMatch(need -> need.role() == MetEndpoint.Role.NODE);
  }

  /** A record that need not be there is no failure where it is not. */
  private Expected expected(View view, KnownEndpoint known) {
    MonitoredDomain domain = request.domain();
    return domain.discovery().entries(domain.domain(), view).stream()
        .filter(entry -> entry.endpoint().equals(known.endpoint()))
        .map(entry -> domain.discovery().expected(view, entry))
        .findFirst()
        .orElseGet(known::expected);
  }

  /** The one that is looked at, and those that its certificates may serve beside. */
  private List<WatchedDomain> domains() {
    Configuration configuration = request.configuration();
    return Stream.concat(
            Stream.of(request.domain()),
            configuration.domains().stream()
                .filter(other -> !other.domain().equals(request.domain().domain())))
        .map(WatchedDomain::of)
        .toList();
  }
}
