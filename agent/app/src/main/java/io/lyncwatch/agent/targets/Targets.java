package io.lyncwatch.agent.targets;

import io.lyncwatch.agent.config.Account;
import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.Intervals;
import io.lyncwatch.agent.config.MonitoredDomain;
import io.lyncwatch.agent.config.ProxiedNode;
import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.schedule.Exclusive;
import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.probe.CertificateProbe;
import io.lyncwatch.discovery.probe.DnsProbe;
import io.lyncwatch.discovery.probe.EntryProbe;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.probe.SignInProbe;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.report.WebName;
import io.lyncwatch.discovery.walk.EntryPoint;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The targets that exist from the start, each with the interval at which it is probed. */
public final class Targets {
  private final Configuration configuration;
  private final Networks networks;
  private final Walks walks;
  private final Inventory inventory;
  private final InstantSource clock;
  private final UnaryOperator<Probe> around;

  /**
   * @param inventory tells the names that the dns probes ask for beside the discovery records
   * @param around what is put around each probe
   */
  public Targets(
      Configuration configuration,
      Networks networks,
      Walks walks,
      Inventory inventory,
      InstantSource clock,
      UnaryOperator<Probe> around) {
    this.configuration = configuration;
    this.networks = networks;
    this.walks = walks;
    this.inventory = inventory;
    this.clock = clock;
    this.around = around;
  }

  /**
   * A probe and how often it runs.
   *
   * @param shared what it shares with others, if anything
   */
  public record Timed(Probe probe, Duration interval, Optional<Exclusive> shared) {}

  /** All of them: for each SIP domain its resolvers, entry points and accounts; certificates. */
  public List<Timed> fromTheStart() {
    return Stream.of(
            configuration.domains().stream().flatMap(this::of),
            networks.views().stream().flatMap(this::certificates),
            configuration.behindProxy().stream().map(this::certificate))
        .flatMap(targets -> targets)
        .toList();
  }

  /**
   * The probe of an endpoint.
   *
   * @param expected whether its name has to resolve
   */
  public Timed certificate(View view, Endpoint endpoint, Expected expected) {
    return timed(
        new CertificateProbe(networks.in(view), endpoint, expected), intervals().certificate());
  }

  /** The probe of what a machine shows to the reverse proxy. */
  public Timed certificate(ProxiedNode node) {
    return timed(
        new CertificateProbe(networks.behindProxy(node), node.endpoint(), Expected.PRESENT),
        intervals().certificate());
  }

  /**
   * Of the entry points and of what the operator lists, each once: SIP domains may share the host
   * of a manual URL. What is a machine behind the reverse proxy is looked at as one.
   */
  private Stream<Timed> certificates(View view) {
    Map<Endpoint, Expected> endpoints = new LinkedHashMap<>();
    for (MonitoredDomain domain : configuration.domains()) {
      Stream.concat(
              domain.discovery().entries(domain.domain(), view).stream(),
              domain.pools().in(view).stream())
          .forEach(entry ->
              endpoints.merge(
                  entry.endpoint(), domain.discovery().expected(view, entry), Targets::stricter));
    }
    configuration.endpoints().stream()
        .filter(listed -> listed.isIn(view))
        .forEach(listed -> endpoints.put(listed.endpoint(), Expected.PRESENT));
    if (view == View.EXTERNAL) {
      configuration.behindProxy().forEach(node -> endpoints.remove(node.endpoint()));
    }
    return endpoints.entrySet().stream()
        .map(endpoint -> certificate(view, endpoint.getKey(), endpoint.getValue()));
  }

  /** What one domain needs has to be there, whatever the other one says. */
  private static Expected stricter(Expected one, Expected other) {
    return (one == Expected.PRESENT || other == Expected.ANY) ? one : other;
  }

  private Stream<Timed> of(MonitoredDomain domain) {
    List<Timed> targets = new ArrayList<>();
    for (Resolver resolver : configuration.resolvers()) {
      if (hasNames(domain, resolver.view())) {
        targets.add(timed(dns(domain, resolver), intervals().dns()));
      }
    }
    for (View view : networks.views()) {
      List<EntryPoint> entries = domain.discovery().entries(domain.domain(), view);
      for (EntryPoint entry : entries) {
        targets.add(timed(new EntryProbe(walks.entry(view, domain, entry)), intervals().entry()));
      }
      // Where no manual URL is meant for a side, nobody there can sign in, nor is meant to.
      for (Account account : entries.isEmpty() ? List.<Account>of() : domain.accounts()) {
        targets.add(
            new Timed(
                around.apply(new SignInProbe(account.name(), walks.signIn(view, domain, account))),
                intervals().signIn(),
                Optional.of(turnOf(account))));
      }
      for (EntryPoint pool : domain.pools().in(view)) {
        targets.add(timed(new EntryProbe(walks.entry(view, domain, pool)), intervals().entry()));
      }
    }
    configuration.behindProxy().stream()
        .filter(node -> node.domains().contains(domain.domain()))
        .forEach(node ->
            targets.add(timed(new EntryProbe(walks.direct(domain, node)), intervals().entry())));
    return targets.stream();
  }

  /** One account is one user name, as for the guard: in all views, whatever its addresses. */
  private static Exclusive turnOf(Account account) {
    return new Exclusive("the account " + account.user(), account.handling().spacing());
  }

  /** Where there is no name to ask for from the start, a good outcome would say nothing. */
  private static boolean hasNames(MonitoredDomain domain, View view) {
    return Arrays.stream(DiscoveryRecord.values()).anyMatch(domain.discovery()::concerns)
        || Stream.concat(domain.webNames().stream(), domain.discovery().webNames().stream())
            .anyMatch(name -> name.side() == Side.EXTERNAL || view != View.EXTERNAL);
  }

  private DnsProbe dns(MonitoredDomain domain, Resolver resolver) {
    return new DnsProbe(
        Walks.trust(domain),
        networks.only(resolver),
        domain.discovery(),
        () -> webNames(domain, resolver.view()),
        clock,
        Ticker.SYSTEM);
  }

  /** What the operator names, the hosts of manual URLs, then what walks have learned; each once. */
  private List<WebName> webNames(MonitoredDomain domain, View view) {
    return Stream.of(
            domain.webNames(),
            domain.discovery().webNames(),
            inventory.webNames(domain.domain().name(), view))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private Timed timed(Probe probe, Duration interval) {
    return new Timed(around.apply(probe), interval, Optional.empty());
  }

  private Intervals intervals() {
    return configuration.intervals();
  }
}
