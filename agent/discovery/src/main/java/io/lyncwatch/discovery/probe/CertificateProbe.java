package io.lyncwatch.discovery.probe;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.dns.ViewResolvers;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.AddressSample;
import io.lyncwatch.discovery.http.FailureFindings;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Facts.Presented;
import io.lyncwatch.discovery.report.Learned;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.Summaries;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.tls.hello.Reception;
import io.lyncwatch.discovery.walk.NodeVisit;
import io.lyncwatch.discovery.walk.Nodes;
import io.lyncwatch.discovery.walk.StageNotes;
import io.lyncwatch.discovery.walk.Transcript;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Captures and judges what one endpoint presents in one view, at every address behind it, by one
 * full handshake with each. Once a day, and when one presents other certificates, that address is
 * also asked how it receives clients that are less modern than this one.
 *
 * @param expected whether the name has to resolve; one that need not and does not is no failure
 */
public record CertificateProbe(Network network, Endpoint endpoint, Expected expected)
    implements Probe {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @Override
  public TargetId target() {
    return new TargetId(ProbeKind.CERTIFICATE, network.view(), "", endpoint.toString());
  }

  @Override
  public Report run() {
    Instant startedAt = network.clock().instant();
    long start = network.ticker().nanos();
    Transcript transcript = new Transcript(network.ticker());
    List<Presented> presented = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    Optional<Nodes> nodes =
        transcript.stage(Stage.CAPTURE, notes -> capture(notes, startedAt, addresses, presented));
    List<Finding> findings = transcript.findings();
    Outcome outcome = Outcome.of(findings, nodes.map(Nodes::complete).orElse(true));
    return new Report(
        target(),
        startedAt,
        Duration.ofNanos(network.ticker().nanos() - start),
        outcome,
        summary(outcome, nodes, findings),
        transcript.stages(),
        findings,
        new Facts.Certificate(endpoint, presented, addresses),
        Learned.NOTHING);
  }

  private String summary(Outcome outcome, Optional<Nodes> nodes, List<Finding> findings) {
    return switch (outcome) {
      case SUCCESS ->
          endpoint
              + (nodes.filter(all -> all.count() > 0).isEmpty()
                  ? " is absent, as expected."
                  : " presents a good certificate.");
      case UNKNOWN ->
          "There was time for %d of the %d addresses of %s only; they present a good certificate."
              .formatted(
                  nodes.map(all -> all.visits().size()).orElse(0),
                  nodes.map(Nodes::count).orElse(0),
                  endpoint);
      case FAILURE, SKIPPED -> Summaries.of(outcome, findings);
    };
  }

  /** Connects to the addresses of the endpoint, one after the other. */
  private Optional<Nodes> capture(
      StageNotes notes, Instant now, List<String> addresses, List<Presented> presented) {
    Deadline deadline = Deadline.in(LONGEST, network.ticker());
    Endpoint destination = network.destination(endpoint);
    List<Lookup> lookups =
        network.resolvers().ask(destination.host(), deadline.within(network.timeouts().lookup()));
    Optional<Lookup> usable = ViewResolvers.usable(lookups);
    if (usable.isEmpty()) {
      Capture nothing = Capture.unresolved(endpoint, lookups, expected);
      note(notes, nothing);
      notes.findAll(nothing.findings());
      return nothing.good()
          ? Optional.of(new Nodes(endpoint.toString(), 0, 0, List.of()))
          : Optional.empty();
    }
    for (InetAddress address : usable.get().addresses()) {
      addresses.add(FailureFindings.text(new InetSocketAddress(address, destination.port())));
    }
    AddressSample sample = AddressSample.of(usable.get().addresses(), now);
    sample.finding(notes.stage(), endpoint.host()).ifPresent(notes::find);
    Map<InetAddress, Capture> captures =
        captures(notes, sample.asked(), destination.port(), deadline);
    captures.values().forEach(capture -> capture.presented().ifPresent(presented::add));
    List<NodeVisit> visits =
        captures.entrySet().stream()
            .map(visit -> NodeVisit.of(visit.getKey(), visit.getValue().findings()))
            .toList();
    Nodes nodes = new Nodes(endpoint.toString(), sample.count(), sample.asked().size(), visits);
    notes.findAll(nodes.findings());
    return Outcome.of(nodes.findings()) == Outcome.SUCCESS ? Optional.of(nodes) : Optional.empty();
  }

  /**
   * Certificates come first: what is left of the time is for what authorities say of them, and then
   * for how else clients are received. To be out of time is the agent's own affair and no finding
   * on a server.
   */
  private Map<InetAddress, Capture> captures(
      StageNotes notes, List<InetAddress> addresses, int port, Deadline deadline) {
    Map<InetAddress, Capture> captures = new LinkedHashMap<>();
    for (InetAddress address : addresses) {
      if (!deadline.passed()) {
        Capture capture = Capture.of(network, endpoint, address, port, deadline);
        note(notes, capture);
        captures.put(address, capture);
      }
    }
    captures.replaceAll((address, capture) -> capture.vouched(network, endpoint, deadline));
    captures.replaceAll((address, capture) -> received(notes, capture, deadline));
    return captures;
  }

  private Capture received(StageNotes notes, Capture capture, Deadline deadline) {
    if (capture.reached().isEmpty()) {
      return capture;
    }
    long start = network.ticker().nanos();
    InetSocketAddress address = capture.reached().get();
    Optional<Reception> reception =
        network.reception(endpoint, address, capture.certificates(), deadline);
    reception.ifPresent(found ->
        notes.step(
            "TLS versions and weak ciphers of " + endpoint + " at " + FailureFindings.text(address),
            found.accepted().words(),
            true,
            Duration.ofNanos(network.ticker().nanos() - start)));
    return reception.map(found -> capture.received(network, endpoint, found)).orElse(capture);
  }

  private static void note(StageNotes notes, Capture capture) {
    notes.step(capture.asked(), capture.answered(), capture.good(), capture.took());
  }
}
