package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.Disagreement;
import io.lyncwatch.discovery.dns.DnsFindings;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.dns.ViewResolvers;
import io.lyncwatch.discovery.document.Representation;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.AddressBook;
import io.lyncwatch.discovery.http.AddressSample;
import io.lyncwatch.discovery.http.Connections;
import io.lyncwatch.discovery.http.FollowUps;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.report.Learned;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.report.TargetId;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The anonymous part of the walk from one entry point in one view, at every address behind it.
 *
 * @param client the form in which it asks for documents
 */
public record EntryWalk(
    Network network,
    TrustRule trust,
    Discovery discovery,
    EntryPoint entry,
    Representation client) {
  private static final Duration LONGEST = Duration.ofSeconds(50);

  /** Walks, and counts as a success only if every address leads on. */
  public Report run(TargetId target) {
    Instant startedAt = network.clock().instant();
    long start = network.ticker().nanos();
    Deadline deadline = Deadline.in(LONGEST, network.ticker());
    Transcript transcript = new Transcript(network.ticker());
    AddressBook addresses = new AddressBook(network);
    FollowUps followUps = new FollowUps(network.ticker());
    Optional<AddressSample> sample =
        transcript.stage(
            Stage.RESOLVE, notes -> resolve(notes, addresses, followUps, startedAt, deadline));
    SchemeTally tally = new SchemeTally(Duration.ofNanos(network.ticker().nanos() - start));
    if (sample.isEmpty()) {
      tally.addUnresolved(entry.schemes());
    }
    List<NodeVisit> visits = new ArrayList<>();
    for (InetAddress address : sample.map(AddressSample::asked).orElse(List.of())) {
      if (!deadline.passed()) {
        visits.add(visit(address, addresses.keepingTo(address), followUps, deadline, tally));
      }
    }
    Nodes nodes =
        new Nodes(
            entry.host(),
            sample.map(AddressSample::count).orElse(0),
            sample.map(AddressSample::asked).orElse(List.of()).size(),
            visits);
    Duration took = Duration.ofNanos(network.ticker().nanos() - start);
    return new EntryVerdict(target, startedAt, took, entry).report(transcript, nodes, tally);
  }

  /** The addresses to walk from; none and nothing wrong where the name need not be there. */
  private Optional<AddressSample> resolve(
      StageNotes notes,
      AddressBook addresses,
      FollowUps followUps,
      Instant now,
      Deadline deadline) {
    List<Lookup> lookups = addresses.lookups(lookedUp(), deadline);
    Optional<Lookup> usable = ViewResolvers.usable(lookups);
    Expected expected =
        usable.isEmpty() && neitherResolves(addresses, deadline)
            ? Expected.PRESENT
            : discovery.expected(network.view(), entry);
    boolean asExpected = true;
    for (Lookup lookup : lookups) {
      Optional<Finding> wrong = RecordJudge.judge(lookup, expected);
      asExpected &= wrong.isEmpty();
      notes.lookup(lookup, wrong.isEmpty());
      wrong
          .map(finding -> usable.isPresent() ? finding.atMost(Severity.WARNING) : finding)
          .ifPresent(notes::find);
      if (entry instanceof EntryPoint.Published) {
        ForeignAlias.of(trust, lookup).ifPresent(notes::find);
      }
    }
    notes.disagreement(
        followUps
            .lookup(deadline, soon -> Disagreement.of(network.resolvers(), lookups, soon))
            .orElseGet(() -> Disagreement.unexplained(lookups)));
    if (usable.isEmpty()) {
      return asExpected ? Optional.of(AddressSample.of(List.of(), now)) : Optional.empty();
    }
    List<Lookup> moved = addresses.lookups(destination(), deadline);
    if (ViewResolvers.usable(moved).isEmpty()) {
      moved.forEach(lookup -> DnsFindings.of(notes.stage(), lookup).ifPresent(notes::find));
      return Optional.empty();
    }
    AddressSample sample = AddressSample.of(ViewResolvers.usable(moved).get().addresses(), now);
    sample.finding(notes.stage(), entry.host()).ifPresent(notes::find);
    return Optional.of(sample);
  }

  /** What clients look up; of what only we ask by itself, where connections go. */
  private String lookedUp() {
    return switch (entry) {
      case EntryPoint.Published record -> record.host();
      case EntryPoint.Manual url -> url.host();
      case EntryPoint.Pool pool -> destination();
      case EntryPoint.Node node -> destination();
    };
  }

  /** Where connections really go, if a rule moves them. */
  private String destination() {
    return network.destination(entry.endpoint()).host();
  }

  /** Where the operator did not say which side the resolvers show, one name must resolve. */
  private boolean neitherResolves(AddressBook addresses, Deadline deadline) {
    List<EntryPoint> ways = discovery.entries(trust.domain(), View.ANY);
    return network.view() == View.ANY
        && entry.side() == Side.EXTERNAL
        && ways.contains(entry)
        && ways.stream()
            .map(other -> addresses.lookups(other.host(), deadline))
            .allMatch(lookups -> ViewResolvers.usable(lookups).isEmpty());
  }

  private NodeVisit visit(
      InetAddress address,
      AddressBook addresses,
      FollowUps followUps,
      Deadline deadline,
      SchemeTally tally) {
    Transcript transcript = new Transcript(network.ticker());
    try (Connections connections = new Connections(network, addresses, followUps)) {
      Journey journey =
          new Journey(network, connections, deadline, trust, Optional.empty(), client);
      EntryStage entrance = new EntryStage(journey);
      List<EntrySide> sides = new ArrayList<>();
      Optional<Issuer> _ =
          transcript
              .stage(Stage.ROOT, notes -> enter(notes, entrance, sides))
              .flatMap(
                  arrival -> new Walk(journey, transcript, Branch.WEB_TICKET).anonymous(arrival));
      sides.forEach(tally::add);
      return new NodeVisit(
          address,
          sides.stream().flatMap(side -> side.node().stream()).findFirst(),
          transcript.stages(),
          found(transcript, journey.sightings().statements()),
          journey.sightings().statements(),
          learned(journey.sightings()));
    }
  }

  private List<Finding> found(Transcript transcript, Set<Statement> statements) {
    List<Finding> findings = new ArrayList<>(transcript.findings());
    OtherPool.judge(entry, statements).ifPresent(findings::add);
    return findings;
  }

  /** What a machine behind the proxy says is news to nobody until it is published. */
  private Learned learned(Sightings sightings) {
    return entry instanceof EntryPoint.Node ? Learned.NOTHING : sightings.learned();
  }

  private Optional<Arrival> enter(StageNotes notes, EntryStage entrance, List<EntrySide> sides) {
    EntryStage.Entered entered = entrance.enter(notes, entry);
    entered.findings().forEach(notes::find);
    sides.addAll(entered.sides());
    return entered.arrival();
  }
}
