package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.document.Representation;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.AddressBook;
import io.lyncwatch.discovery.http.Connections;
import io.lyncwatch.discovery.http.FollowUps;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One whole walk in one view: the names of the entry points, the first that leads on, and from
 * there the sign-in flow. Without an account it ends where a secret would be needed.
 *
 * @param address whose sign-in it is, if it is anybody's
 * @param signIn how to prove it; absent for an anonymous walk
 * @param client the form in which it asks for documents
 * @param remembered what its phones that are signed in remember, from run to run
 * @param longest what the whole walk may take
 */
public record SignInWalk(
    Network network,
    TrustRule trust,
    Discovery discovery,
    Optional<SignInAddress> address,
    Optional<SignIn> signIn,
    Representation client,
    RememberedUrls remembered,
    Duration longest) {

  /** What a walk allows itself: less than the usual interval. */
  public static final Duration LONGEST = Duration.ofSeconds(50);

  /** Walks. */
  public Report run(TargetId target) {
    Instant startedAt = network.clock().instant();
    long start = network.ticker().nanos();
    Deadline deadline = Deadline.in(longest, network.ticker());
    AddressBook addresses = new AddressBook(network);
    Transcript transcript = new Transcript(network.ticker());
    try (Connections connections = new Connections(network, addresses)) {
      Journey journey = new Journey(network, connections, deadline, trust, address, client);
      Optional<Walk.Home> home =
          transcript
              .stage(
                  Stage.RESOLVE,
                  notes -> resolve(notes, addresses, connections.followUps(), deadline))
              .flatMap(
                  entries -> transcript.stage(Stage.ROOT, notes -> enter(notes, journey, entries)))
              .flatMap(entry -> walk(new Walk(journey, transcript, branch()), entry, journey));
      SignedInPhones.Fare phones = phones(journey, transcript, home);
      Duration took = Duration.ofNanos(network.ticker().nanos() - start);
      return new SignInVerdict(target, startedAt, took, signIn.flatMap(SignIn::passwordExpires))
          .report(transcript, journey, home, phones);
    }
  }

  private Optional<List<EntryPoint>> resolve(
      StageNotes notes, AddressBook addresses, FollowUps followUps, Deadline deadline) {
    return new ResolveStage(network, trust, discovery, addresses, followUps)
        .resolve(notes, deadline);
  }

  /** Tries the entry points in a client's order until one leads on. */
  private static Optional<Arrival> enter(
      StageNotes notes, Journey journey, List<EntryPoint> entries) {
    List<Finding> found = new ArrayList<>();
    Optional<Arrival> arrival = Optional.empty();
    for (EntryPoint entry : entries) {
      EntryStage.Entered entered = new EntryStage(journey).enter(notes, entry);
      found.addAll(entered.findings());
      arrival = entered.arrival();
      if (arrival.isPresent()) {
        break;
      }
    }
    Severity ceiling = arrival.isPresent() ? Severity.WARNING : Severity.ERROR;
    found.forEach(finding -> notes.find(finding.atMost(ceiling)));
    return arrival;
  }

  private SignedInPhones.Fare phones(
      Journey journey, Transcript transcript, Optional<Walk.Home> home) {
    if (signIn.isEmpty() || address.isEmpty()) {
      return SignedInPhones.Fare.UNKNOWN;
    }
    SignedInPhones phones = new SignedInPhones(journey, transcript, remembered, address.get());
    return home.map(phones::after).orElseGet(phones::afterFailure);
  }

  private Branch branch() {
    return signIn.map(SignIn::method).filter(SignInMethod.OAUTH::equals).isPresent()
        ? Branch.BEARER
        : Branch.WEB_TICKET;
  }

  private Optional<Walk.Home> walk(Walk walk, Arrival entry, Journey journey) {
    if (signIn.isPresent() && address.isPresent()) {
      TicketStage fresh = new TicketStage(journey, address.get(), signIn.get());
      return walk.signIn(entry, new Tickets(journey, signIn.get(), fresh));
    }
    Optional<Issuer> _ = walk.anonymous(entry);
    return Optional.empty();
  }
}
