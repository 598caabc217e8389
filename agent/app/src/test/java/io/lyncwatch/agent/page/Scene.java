package io.lyncwatch.agent.page;

import io.lyncwatch.agent.change.RecentChanges;
import io.lyncwatch.agent.coverage.Captures;
import io.lyncwatch.agent.coverage.Coverage;
import io.lyncwatch.agent.coverage.WatchedDomain;
import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.inventory.KnownEndpoint;
import io.lyncwatch.agent.report.LatestReports;
import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.Position;
import io.lyncwatch.discovery.tls.ServedCertificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** An agent that watches some SIP domains and was told some reports, ten seconds later. */
final class Scene {
  static final Instant NOW = TestingReports.START.plusSeconds(10);
  static final Duration INTERVAL = Duration.ofSeconds(60);

  private final List<String> domains = new ArrayList<>();
  private final Set<String> nodes = new HashSet<>();
  private final LatestReports latest = new LatestReports();
  private final Inventory inventory = new Inventory(InstantSource.fixed(NOW));
  private final RecentChanges changes = new RecentChanges();
  private Instant at = NOW;

  static Scene of(String... domains) {
    Scene scene = new Scene();
    scene.domains.addAll(List.of(domains));
    return scene;
  }

  static TargetId signIn(View view, String domain, String account) {
    return new TargetId(ProbeKind.SIGN_IN, view, domain, account);
  }

  static TargetId dns(View view, String domain, String resolver) {
    return new TargetId(ProbeKind.DNS, view, domain, resolver);
  }

  static TargetId entry(View view, String domain, String name) {
    return new TargetId(ProbeKind.ENTRY, view, domain, name);
  }

  /** Machines behind the reverse proxy that are asked directly. */
  Scene behindProxy(String... names) {
    nodes.addAll(List.of(names));
    return this;
  }

  /** Targets that have not run. */
  Scene waiting(TargetId... targets) {
    Arrays.stream(targets).forEach(target -> latest.added(target, INTERVAL));
    return this;
  }

  Scene seen(Report... reports) {
    for (Report report : reports) {
      latest.added(report.target(), INTERVAL);
      latest.accept(report);
      inventory.accept(report);
      changes.accept(report);
    }
    return this;
  }

  /** A run without findings, after which the domain is known to need these endpoints. */
  Scene works(TargetId target, String... endpoints) {
    List<MetEndpoint> met =
        Arrays.stream(endpoints)
            .map(host -> new MetEndpoint(new Endpoint(host, 443), MetEndpoint.Role.SERVICE))
            .toList();
    return seen(TestingReports.of(target).naming(List.of(), met).report());
  }

  /** An entry point by which clients come to the service. */
  Scene leads(TargetId entry) {
    Facts.NodeResult node =
        new Facts.NodeResult("192.0.2.1", Optional.empty(), true, List.of("pool01.example"));
    return seen(
        TestingReports.of(entry).withFacts(new Facts.Entry(List.of(), List.of(node))).report());
  }

  Scene fails(TargetId target, Finding... findings) {
    return seen(TestingReports.failure(target, findings));
  }

  Scene warns(TargetId target, Finding... findings) {
    return seen(TestingReports.of(target).withFindings(List.of(findings)).report());
  }

  /** An endpoint that presents a certificate; equal subjects and ends are one certificate. */
  Scene presents(View view, String host, String subject, Duration left, Finding... findings) {
    boolean named =
        Arrays.stream(findings).noneMatch(found -> found.reason() == Reason.TLS_NAME_MISMATCH);
    return presents(view, host, List.of(judgement(host, subject, left, named)), findings);
  }

  /** An endpoint with several addresses, each with what it presents. */
  Scene presents(View view, String host, List<Judgement> judgements, Finding... findings) {
    List<Facts.Presented> presented =
        IntStream.range(0, judgements.size())
            .mapToObj(i ->
                new Facts.Presented(
                    "192.0.2." + i + ":443",
                    Optional.empty(),
                    Optional.empty(),
                    judgements.get(i),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
            .toList();
    Facts facts =
        new Facts.Certificate(
            new Endpoint(host, 443),
            presented,
            presented.stream().map(Facts.Presented::address).toList());
    TargetId target = new TargetId(ProbeKind.CERTIFICATE, view, "", host + ":443");
    return seen(
        TestingReports.of(target).withFindings(List.of(findings)).withFacts(facts).report());
  }

  /**
   * A certificate from a trusted issuer.
   *
   * @param left until it ends, negative if it has
   * @param named whether it covers the host
   */
  static Judgement judgement(String host, String subject, Duration left, boolean named) {
    Instant end = NOW.plus(left);
    ServedCertificate leaf =
        new ServedCertificate(
            Position.LEAF,
            subject,
            "CN=Issuing",
            "0a",
            subject + end,
            "aa",
            end.minus(Duration.ofDays(365)),
            end);
    return new Judgement(
        host,
        List.of(leaf),
        true,
        "",
        Optional.empty(),
        named,
        List.of(host),
        !left.isNegative(),
        Optional.of(end));
  }

  /** What is looked at later than ten seconds after the runs. */
  Scene later(Duration more) {
    at = at.plus(more);
    return this;
  }

  StatusPage page() {
    Map<View, List<KnownEndpoint>> endpoints = new EnumMap<>(View.class);
    for (View view : View.values()) {
      endpoints.put(view, inventory.endpoints(view));
    }
    Coverage coverage =
        Coverage.of(
            domains.stream().map(name -> new WatchedDomain(name, true, List.of())).toList(),
            inventory,
            Captures.last(latest.states()));
    return Overview.of(
        new Seen(
            at,
            domains,
            nodes,
            latest.states(),
            endpoints,
            coverage,
            changes.all(),
            latest.connections()),
        "hq-lan",
        "1.2.3");
  }

  /** The only SIP domain. */
  DomainStatus domain() {
    return page().domains().getFirst();
  }
}
