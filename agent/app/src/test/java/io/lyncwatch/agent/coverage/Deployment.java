package io.lyncwatch.agent.coverage;

import io.lyncwatch.agent.inventory.ConfiguredEndpoint;
import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.MetEndpoint.Role;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.report.WebName;
import io.lyncwatch.discovery.tls.CertificateNames;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.Position;
import io.lyncwatch.discovery.tls.ServedCertificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an agent knows of some SIP domains, their endpoints and what these presented. */
final class Deployment {
  private static final Instant END = TestingReports.START.plus(Duration.ofDays(90));

  private final List<WatchedDomain> domains = new ArrayList<>();
  private final List<ConfiguredEndpoint> endpoints = new ArrayList<>();
  private final List<Report> walks = new ArrayList<>();
  private final Map<TargetId, List<Facts.Presented>> presented = new LinkedHashMap<>();
  private final List<TargetId> turningAway = new ArrayList<>();

  static Deployment of(String... domains) {
    Deployment deployment = new Deployment();
    for (String domain : domains) {
      deployment.domains.add(new WatchedDomain(domain, true, List.of()));
    }
    return deployment;
  }

  /** A SIP domain whose users type manual URLs. */
  Deployment manual(String domain) {
    domains.add(new WatchedDomain(domain, false, List.of()));
    return this;
  }

  Deployment needs(View view, String domain, Role role, String host) {
    return needs(view, domain, role, new Endpoint(host, 443));
  }

  Deployment needs(View view, String domain, Role role, Endpoint endpoint) {
    endpoints.add(new ConfiguredEndpoint(view, domain, new MetEndpoint(endpoint, role)));
    return this;
  }

  /** A web name that walks of a SIP domain were told. */
  Deployment told(View view, String domain, Side side, String host) {
    walks.add(
        TestingReports.of(new TargetId(ProbeKind.SIGN_IN, view, domain, "probe1"))
            .naming(List.of(new WebName(side, host)), List.of())
            .report());
    return this;
  }

  /** A certificate by its common name and further names, presented at one address. */
  Deployment presents(View view, String host, String address, String... names) {
    return presents(view, new Endpoint(host, 443), address, names);
  }

  Deployment presents(View view, Endpoint endpoint, String address, String... names) {
    List<String> covered = List.of(names);
    ServedCertificate leaf =
        new ServedCertificate(
            Position.LEAF,
            "CN=" + names[0],
            "CN=Issuing",
            "0a",
            String.join(" ", names),
            "key of " + String.join(" ", names),
            END.minus(Duration.ofDays(365)),
            END);
    Judgement judgement =
        new Judgement(
            endpoint.host(),
            List.of(leaf),
            true,
            "",
            Optional.empty(),
            new CertificateNames(covered).cover(endpoint.host()),
            covered,
            true,
            Optional.of(END));
    presented
        .computeIfAbsent(
            new TargetId(ProbeKind.CERTIFICATE, view, "", endpoint.toString()),
            target -> new ArrayList<>())
        .add(
            new Facts.Presented(
                address,
                Optional.empty(),
                Optional.empty(),
                judgement,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    return this;
  }

  /** A server that has no certificate for the name that it is asked by. */
  Deployment turnsAway(View view, String host) {
    turningAway.add(new TargetId(ProbeKind.CERTIFICATE, view, "", host + ":443"));
    return this;
  }

  Coverage coverage() {
    Inventory inventory = new Inventory(() -> TestingReports.START, endpoints);
    walks.forEach(inventory::accept);
    return Coverage.of(domains, inventory, Captures.in(Stream.concat(captures(), refusals())));
  }

  private Stream<Report> captures() {
    return presented.entrySet().stream()
        .map(entry ->
            TestingReports.of(entry.getKey())
                .withFacts(
                    new Facts.Certificate(
                        endpoint(entry.getKey().name()),
                        entry.getValue(),
                        entry.getValue().stream().map(Facts.Presented::address).toList()))
                .report());
  }

  private Stream<Report> refusals() {
    return turningAway.stream()
        .map(target ->
            TestingReports.of(target)
                .withFacts(new Facts.Certificate(endpoint(target.name()), List.of(), List.of()))
                .withFindings(
                    List.of(
                        Finding.of(
                            Reason.TLS_NAME_UNKNOWN, Stage.CAPTURE, target.name(), Map.of())))
                .report());
  }

  private static Endpoint endpoint(String text) {
    int colon = text.lastIndexOf(':');
    return new Endpoint(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  /** The only certificate. */
  CertificateNeeds certificate() {
    return coverage().byCertificate().values().iterator().next();
  }
}
