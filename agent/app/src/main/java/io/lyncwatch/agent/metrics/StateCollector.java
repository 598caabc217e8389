package io.lyncwatch.agent.metrics;

import io.lyncwatch.agent.coverage.Asked;
import io.lyncwatch.agent.coverage.Captures;
import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.inventory.KnownEndpoint;
import io.lyncwatch.agent.report.LatestReports;
import io.lyncwatch.agent.report.SelfConnection;
import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Report;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that holds now, as a pure function of the latest reports and the inventory, worked out
 * at each scrape. So what is removed disappears by itself, and there is nothing to keep in step.
 */
public final class StateCollector implements MultiCollector {
  private final String vantage;
  private final String version;
  private final LatestReports latest;
  private final Inventory inventory;

  /**
   * A collector to be registered.
   *
   * @param vantage where this agent stands, in the operator's words
   * @param version of the agent
   */
  public StateCollector(String vantage, String version, LatestReports latest, Inventory inventory) {
    this.vantage = vantage;
    this.version = version;
    this.latest = latest;
    this.inventory = inventory;
  }

  @Override
  public MetricSnapshots collect() {
    Rows rows = new Rows();
    Collection<TargetState> states = latest.states();
    SipDomains domains =
        new SipDomains(
            states.stream().map(state -> state.target().domain()).collect(Collectors.toSet()));
    for (TargetState state : states) {
      Rows.Seen seen = rows.seen(vantage, state.target().view());
      RunRows.write(state, seen);
      CertificateRows.writeLast(state, seen);
      state.latest().ifPresent(report -> writeFacts(report, seen));
    }
    for (SelfConnection connection : latest.connections()) {
      rows.seen(vantage, connection.view())
          .all(MetricCatalogue.SELF_CONNECTED, connection.stands());
    }
    Captures captures = Captures.last(states);
    for (View view : View.values()) {
      Rows.Seen seen = rows.seen(vantage, view);
      AgreementRows.write(lookupsIn(view, states), seen);
      List<KnownEndpoint> endpoints = inventory.endpoints(view);
      writeEndpoints(endpoints, seen);
      CertificateRows.write(Asked.rows(view, endpoints, captures), domains, seen);
    }
    rows.info(MetricCatalogue.BUILD, List.of(version, Runtime.version().toString()));
    return rows.snapshots();
  }

  private static void writeFacts(Report report, Rows.Seen seen) {
    switch (report.facts()) {
      case Facts.None nothing -> {
        // Nothing was measured.
      }
      case Facts.Dns dns -> DnsRows.write(report.target(), dns, seen);
      case Facts.Entry entry -> EntryRows.write(report.target(), entry, seen);
      case Facts.SignIn signIn -> SignInRows.write(report.target(), signIn, seen);
      case Facts.Certificate certificate -> CertificateRows.write(certificate, seen);
    }
  }

  private static List<AgreementRows.DomainLookup> lookupsIn(
      View view, Collection<TargetState> states) {
    return states.stream()
        .filter(state -> state.target().view() == view)
        .flatMap(state -> state.latest().stream())
        .flatMap(report ->
            report.facts() instanceof Facts.Dns(List<Facts.RecordLookup> lookups)
                ? lookups.stream()
                    .map(l -> new AgreementRows.DomainLookup(report.target().domain(), l))
                : Stream.empty())
        .toList();
  }

  private static void writeEndpoints(List<KnownEndpoint> endpoints, Rows.Seen seen) {
    for (KnownEndpoint known : endpoints) {
      for (KnownEndpoint.Need need : known.needs()) {
        seen.holds(
            MetricCatalogue.ENDPOINT,
            known.endpoint().toString(),
            need.domain(),
            need.role().label());
      }
    }
  }

  /** The SIP domains that are watched. */
  record SipDomains(Set<String> names) {
    /** The closest one that a host name lies in, empty if it lies in none. */
    String of(String host) {
      String rest = host;
      while (!rest.isEmpty() && !names.contains(rest)) {
        int dot = rest.indexOf('.');
        rest = dot < 0 ? "" : rest.substring(dot + 1);
      }
      return rest;
    }
  }
}
