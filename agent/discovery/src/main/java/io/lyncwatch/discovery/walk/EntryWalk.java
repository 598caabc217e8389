package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Expectations;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.Disagreement;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.dns.ViewResolvers;
import io.lyncwatch.discovery.document.Representation;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.AddressBook;
import io.lyncwatch.discovery.http.Connections;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Learned;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.Summaries;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.report.WebName;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The anonymous part of the walk from one discovery record in one view, at every address behind it.
 *
 * @param client the form in which it asks for documents
 */
public record EntryWalk(
    Network network,
    TrustRule trust,
    Expectations expectations,
    DiscoveryRecord record,
    Representation client) {
  private static final Duration LONGEST = Duration.ofSeconds(50);
  private static final int MOST_ADDRESSES = 16;
  private static final int HTTPS = 443;

  /** Walks, and counts as a success only if every address leads on. */
  public Report run(TargetId target) {
    Instant startedAt = network.clock().instant();
    long start = network.ticker().nanos();
    Deadline deadline = Deadline.in(LONGEST, network.ticker());
    Transcript transcript = new Transcript(network.ticker());
    AddressBook addresses = new AddressBook(network);
    List<Learned> learned = new ArrayList<>();
    EntryPoint entry = EntryPoint.of(record, trust.domain());
    Optional<List<InetAddress>> nodes =
        transcript.stage(Stage.RESOLVE, notes -> resolve(notes, addresses, entry, deadline));
    SchemeTally tally = new SchemeTally(Duration.ofNanos(network.ticker().nanos() - start));
    if (nodes.isEmpty()) {
      tally.addUnresolved();
    }
    for (InetAddress node : nodes.orElse(List.of())) {
      if (!deadline.passed()) {
        AddressBook onlyThis = addresses.pinned(destination(), node);
        learned.add(walk(transcript, entry, onlyThis, deadline, tally));
      }
    }
    List<Finding> findings = transcript.findings();
    boolean allAsked = learned.size() == nodes.map(List::size).orElse(0);
    Outcome outcome = outcome(findings, allAsked);
    return new Report(
        target,
        startedAt,
        Duration.ofNanos(network.ticker().nanos() - start),
        outcome,
        switch (outcome) {
          case SUCCESS ->
              entry.host()
                  + (learned.isEmpty() ? " is absent, as expected." : " leads to the service.");
          case UNKNOWN ->
              "There was no time to ask all addresses of "
                  + entry.host()
                  + "; those asked are well.";
          case FAILURE, SKIPPED -> Summaries.of(outcome, findings);
        },
        transcript.stages(),
        findings,
        new Facts.Entry(tally.results()),
        joined(learned));
  }

  /** An address that was not asked cannot be called good. */
  private static Outcome outcome(List<Finding> findings, boolean allAsked) {
    Outcome ofThoseAsked = Outcome.of(findings);
    return ofThoseAsked == Outcome.SUCCESS && !allAsked ? Outcome.UNKNOWN : ofThoseAsked;
  }

  /** The addresses to walk from; none and nothing wrong where the record need not be there. */
  private Optional<List<InetAddress>> resolve(
      StageNotes notes, AddressBook addresses, EntryPoint entry, Deadline deadline) {
    List<Lookup> lookups = addresses.lookups(entry.host(), deadline);
    Optional<Lookup> usable = ViewResolvers.usable(lookups);
    Expected expected =
        usable.isEmpty() && neitherResolves(addresses, deadline)
            ? Expected.PRESENT
            : expectations.of(network.view(), record);
    boolean asExpected = true;
    for (Lookup lookup : lookups) {
      Optional<Finding> wrong = RecordJudge.judge(lookup, expected);
      asExpected &= wrong.isEmpty();
      notes.lookup(lookup, wrong.isEmpty());
      wrong
          .map(finding -> usable.isPresent() ? finding.atMost(Severity.WARNING) : finding)
          .ifPresent(notes::find);
      ForeignAlias.of(trust, lookup).ifPresent(notes::find);
    }
    notes.disagreement(Disagreement.of(network.resolvers(), lookups, deadline));
    if (usable.isEmpty()) {
      return asExpected ? Optional.of(List.of()) : Optional.empty();
    }
    return destinations(addresses, usable.get(), deadline);
  }

  /** The addresses that connections really go to, where a rule moves them. */
  private Optional<List<InetAddress>> destinations(
      AddressBook addresses, Lookup usable, Deadline deadline) {
    String there = destination();
    Optional<Lookup> moved =
        there.equals(usable.name())
            ? Optional.of(usable)
            : ViewResolvers.usable(addresses.lookups(there, deadline));
    return moved
        .map(lookup -> lookup.addresses().stream().limit(MOST_ADDRESSES).toList())
        .or(() -> Optional.of(usable.addresses()));
  }

  private String destination() {
    return network.destination(new Endpoint(trust.domain().record(record), HTTPS)).host();
  }

  /** Where the operator did not say which side the resolvers show, one record must resolve. */
  private boolean neitherResolves(AddressBook addresses, Deadline deadline) {
    return network.view() == View.ANY
        && record == DiscoveryRecord.LYNCDISCOVER
        && ViewResolvers.usable(
                addresses.lookups(
                    trust.domain().record(DiscoveryRecord.LYNCDISCOVERINTERNAL), deadline))
            .isEmpty();
  }

  private Learned walk(
      Transcript transcript,
      EntryPoint entry,
      AddressBook addresses,
      Deadline deadline,
      SchemeTally tally) {
    try (Connections connections = new Connections(network, addresses)) {
      Journey journey =
          new Journey(network, connections, deadline, trust, Optional.empty(), client);
      Optional<Issuer> _ =
          transcript
              .stage(Stage.ROOT, notes -> enter(notes, journey, entry, tally))
              .flatMap(
                  arrival -> new Walk(journey, transcript, Branch.WEB_TICKET).anonymous(arrival));
      return journey.sightings().learned();
    }
  }

  private static Optional<Arrival> enter(
      StageNotes notes, Journey journey, EntryPoint entry, SchemeTally tally) {
    EntryStage.Entered entered = new EntryStage(journey).enter(notes, entry);
    entered.findings().forEach(notes::find);
    tally.add(entered.http());
    tally.add(entered.https());
    return entered.arrival();
  }

  private static Learned joined(List<Learned> learned) {
    List<WebName> names = learned.stream().flatMap(part -> part.webNames().stream()).toList();
    List<MetEndpoint> endpoints =
        learned.stream().flatMap(part -> part.endpoints().stream()).toList();
    return new Learned(names, endpoints);
  }
}
