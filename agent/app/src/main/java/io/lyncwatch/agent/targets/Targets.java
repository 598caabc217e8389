package io.lyncwatch.agent.targets;

import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.Intervals;
import io.lyncwatch.agent.config.MonitoredDomain;
import io.lyncwatch.agent.inventory.Inventory;
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
import io.lyncwatch.discovery.walk.EntryPoint;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The targets that exist from the start, each with the interval at which it is probed. */
public final class Targets {
  private static final int HTTPS = 443;

  private final Configuration configuration;
  private final Networks networks;
  private final Walks walks;
  private final Inventory inventory;
  private final InstantSource clock;

  /**
   * @param inventory tells the names that the dns probes ask for beside the discovery records
   */
  public Targets(
      Configuration configuration,
      Networks networks,
      Walks walks,
      Inventory inventory,
      InstantSource clock) {
    this.configuration = configuration;
    this.networks = networks;
    this.walks = walks;
    this.inventory = inventory;
    this.clock = clock;
  }

  /** A probe and how often it runs. */
  public record Timed(Probe probe, Duration interval) {}

  /** All of them: for each SIP domain its resolvers, entry points, accounts and certificates. */
  public List<Timed> fromTheStart() {
    return configuration.domains().stream().flatMap(this::of).toList();
  }

  /** The probe of an endpoint that a walk has come to. */
  Timed certificate(View view, Endpoint endpoint) {
    return new Timed(
        new CertificateProbe(networks.in(view), endpoint, Expected.PRESENT),
        intervals().certificate());
  }

  private Timed certificate(View view, MonitoredDomain domain, DiscoveryRecord record) {
    return new Timed(
        new CertificateProbe(
            networks.in(view),
            new Endpoint(domain.domain().record(record), HTTPS),
            domain.expect().of(view, record)),
        intervals().certificate());
  }

  private Stream<Timed> of(MonitoredDomain domain) {
    List<Timed> targets = new ArrayList<>();
    for (Resolver resolver : configuration.resolvers()) {
      targets.add(new Timed(dns(domain, resolver), intervals().dns()));
    }
    for (View view : networks.views()) {
      for (DiscoveryRecord record : entries(view)) {
        EntryPoint entry = EntryPoint.of(record, domain.domain());
        targets.add(
            new Timed(new EntryProbe(walks.entry(view, domain, entry)), intervals().entry()));
        targets.add(certificate(view, domain, record));
      }
      for (String pool : domain.pools().in(view)) {
        EntryPoint entry = new EntryPoint.Pool(pool);
        targets.add(
            new Timed(new EntryProbe(walks.entry(view, domain, entry)), intervals().entry()));
      }
      domain
          .accounts()
          .forEach(account ->
              targets.add(
                  new Timed(
                      new SignInProbe(account.name(), walks.signIn(view, domain, account)),
                      intervals().signIn())));
    }
    configuration.behindProxy().stream()
        .filter(node -> node.domains().contains(domain.domain()))
        .forEach(node ->
            targets.add(
                new Timed(new EntryProbe(walks.direct(domain, node)), intervals().entry())));
    return targets.stream();
  }

  private DnsProbe dns(MonitoredDomain domain, Resolver resolver) {
    return new DnsProbe(
        domain.domain(),
        networks.only(resolver),
        domain.expect(),
        () -> inventory.webNames(domain.domain().name(), resolver.view()),
        clock,
        Ticker.SYSTEM);
  }

  /** Outside, the internal record is no way in: where it resolves, that is a finding. */
  private static List<DiscoveryRecord> entries(View view) {
    return switch (view) {
      case INTERNAL, ANY ->
          List.of(DiscoveryRecord.LYNCDISCOVERINTERNAL, DiscoveryRecord.LYNCDISCOVER);
      case EXTERNAL -> List.of(DiscoveryRecord.LYNCDISCOVER);
    };
  }

  private Intervals intervals() {
    return configuration.intervals();
  }
}
