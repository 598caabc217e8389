package io.lyncwatch.discovery.probe;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.dns.DnsFindings;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.Dialer;
import io.lyncwatch.discovery.http.FailureFindings;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.report.Facts.Presented;
import io.lyncwatch.discovery.revocation.Revocation;
import io.lyncwatch.discovery.revocation.RevocationFindings;
import io.lyncwatch.discovery.tls.Handshake;
import io.lyncwatch.discovery.tls.Inspection;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.PublicRoots;
import io.lyncwatch.discovery.tls.ServedCertificate;
import io.lyncwatch.discovery.tls.TlsFindings;
import io.lyncwatch.discovery.tls.hello.Reception;
import io.lyncwatch.discovery.tls.hello.ReceptionFindings;
import io.lyncwatch.discovery.walk.RecordJudge;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one address of an endpoint presented, or why it presented nothing.
 *
 * @param reached the address, if a server that speaks answered there
 * @param handshake how it ended, if it was begun
 * @param asked in words for people
 * @param answered likewise
 */
record Capture(
    Optional<InetSocketAddress> reached,
    Optional<Handshake> handshake,
    String asked,
    String answered,
    Optional<Presented> presented,
    List<Finding> findings,
    Duration took) {
  /** Whether nothing found is an error. */
  boolean good() {
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  static Capture unresolved(Endpoint endpoint, List<Lookup> lookups, Expected expected) {
    List<Finding> findings =
        lookups.stream()
            .filter(lookup -> !RecordJudge.asExpected(lookup, expected))
            .flatMap(lookup -> DnsFindings.of(Stage.CAPTURE, lookup).stream())
            .toList();
    return new Capture(
        Optional.empty(),
        Optional.empty(),
        "addresses of " + endpoint.host(),
        "none",
        Optional.empty(),
        findings,
        Duration.ZERO);
  }

  /** Connects to one address of the endpoint. */
  static Capture of(
      Network network, Endpoint endpoint, InetAddress address, int port, Deadline deadline) {
    Dialer dialer = new Dialer(network.timeouts().connect(), network.ticker());
    return switch (dialer.dial(List.of(address), port, deadline)) {
      case Dialer.Dialed.Failed(var failure) ->
          new Capture(
              Optional.empty(),
              Optional.empty(),
              "TCP connection to " + endpoint + " at " + FailureFindings.text(failure.address()),
              failure.detail(),
              Optional.empty(),
              List.of(FailureFindings.of(failure, Stage.CAPTURE, endpoint)),
              failure.waited());
      case Dialer.Dialed.Connected(Socket socket, InetSocketAddress at) -> {
        try {
          Deadline exchange = deadline.within(network.timeouts().exchange());
          Handshake handshake = network.handshaker().perform(socket, endpoint, exchange);
          yield judged(network, endpoint, at, handshake, exchange);
        } finally {
          Dialer.hangUp(socket);
        }
      }
    };
  }

  /** A chain that came before the handshake failed is judged all the same. */
  private static Capture judged(
      Network network,
      Endpoint endpoint,
      InetSocketAddress address,
      Handshake handshake,
      Deadline deadline) {
    Instant now = network.clock().instant();
    String at = FailureFindings.text(address);
    List<Finding> findings = new ArrayList<>();
    Optional<Presented> presented = Optional.empty();
    switch (handshake) {
      case Handshake.Failed failed ->
          findings.add(TlsFindings.handshake(failed, Stage.CAPTURE, endpoint).with("address", at));
      case Handshake.Established session when network.tooOld(session.protocol()) ->
          findings.add(
              FailureFindings.tooOld(
                      session.protocol(), network.tlsMinimum(), Stage.CAPTURE, endpoint)
                  .with("address", at));
      case Handshake.Established session -> {}
    }
    List<X509Certificate> chain = handshake.chain();
    if (!chain.isEmpty()) {
      Judgement judgement = network.judge(chain, endpoint.host(), deadline);
      TlsFindings.of(judgement, now, Stage.CAPTURE, endpoint.toString())
          .forEach(finding -> findings.add(finding.with("address", at)));
      Optional<Inspection> inspection = inspect(network, chain, now);
      inspection.ifPresent(seen ->
          TlsFindings.of(seen, judgement, Stage.CAPTURE, endpoint.toString())
              .forEach(finding -> findings.add(finding.with("address", at))));
      presented = Optional.of(presented(handshake, at, judgement, inspection));
    }
    return new Capture(
        Optional.of(address).filter(spoke -> speaks(handshake)),
        Optional.of(handshake),
        "TLS handshake with " + endpoint + " at " + at,
        words(handshake),
        presented,
        findings,
        handshake.took());
  }

  /** What a phone would mind is beside the point where no phone comes. */
  private static Optional<Inspection> inspect(
      Network network, List<X509Certificate> chain, Instant now) {
    return network.judge().forClients()
        ? Optional.of(Inspection.of(PublicRoots.shipped().judge(), network.judge(), chain, now))
        : Optional.empty();
  }

  /** The certificates presented, none if it did not come to that. */
  List<ServedCertificate> certificates() {
    return presented.map(shown -> shown.judgement().certificates()).orElse(List.of());
  }

  /** The same with whether authorities stand by what was presented, if they are asked at all. */
  Capture vouched(Network network, Endpoint endpoint, Deadline deadline) {
    return handshake
        .filter(ended -> !ended.chain().isEmpty())
        .flatMap(ended -> network.revocation(ended.chain(), ended.stapled(), deadline))
        .map(told -> vouched(network, endpoint, told))
        .orElse(this);
  }

  private Capture vouched(Network network, Endpoint endpoint, Revocation told) {
    List<Finding> more =
        RevocationFindings.of(
            told,
            network.clock().instant(),
            network.standpoint(),
            Stage.CAPTURE,
            endpoint.toString());
    return with(presented.map(shown -> shown.vouched(told)), more);
  }

  /** The same with how that address receives other clients. */
  Capture received(Network network, Endpoint endpoint, Reception reception) {
    boolean tooOld = network.tooOld(reception.accepted().highest().label());
    return with(
        presented.map(shown -> shown.received(reception)),
        ReceptionFindings.of(reception, tooOld, Stage.CAPTURE, endpoint.toString()));
  }

  private Capture with(Optional<Presented> shown, List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    more.forEach(finding ->
        all.add(presented.map(at -> finding.with("address", at.address())).orElse(finding)));
    return new Capture(reached, handshake, asked, answered, shown, all, took);
  }

  /** One that says nothing would say nothing to a greeting either. */
  private static boolean speaks(Handshake handshake) {
    return !(handshake instanceof Handshake.Failed failed
        && failed.fault() == Handshake.Fault.TIMED_OUT);
  }

  private static Presented presented(
      Handshake handshake, String address, Judgement judgement, Optional<Inspection> inspection) {
    return switch (handshake) {
      case Handshake.Established established ->
          new Presented(
              address,
              Optional.of(established.protocol()),
              Optional.of(established.cipher()),
              judgement,
              inspection,
              Optional.empty(),
              Optional.empty());
      case Handshake.Failed failed ->
          new Presented(
              address,
              Optional.empty(),
              Optional.empty(),
              judgement,
              inspection,
              Optional.empty(),
              Optional.empty());
    };
  }

  private static String words(Handshake handshake) {
    return switch (handshake) {
      case Handshake.Established established ->
          established.protocol()
              + ", "
              + established.chain().getFirst().getSubjectX500Principal().getName();
      case Handshake.Failed failed -> failed.detail();
    };
  }
}
