package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.document.AutodiscoverDocument;
import io.lyncwatch.discovery.document.Links;
import io.lyncwatch.discovery.document.Token;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.report.Facts.HomePool;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.ticket.TicketPort;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sign-in flow from the root document to the services of the home pool, in the order in which a
 * phone does it. Each step is a stage; the first that fails ends the walk.
 *
 * <ol>
 *   <li>root: follow redirects until a root document comes
 *   <li>domain: read the topology of the server asked; not needed to go on
 *   <li>challenge: ask for the User document; the 401 names the web ticket service, or the endpoint
 *       that issues bearer tokens
 *   <li>metadata: ask the web ticket service which ways to a ticket it offers
 *   <li>ticket: sign in for a ticket or a token; an anonymous walk ends before
 *   <li>user: show the ticket; a redirect to the home pool starts again at the root, with a new
 *       ticket there, because a pool accepts only its own; a ticket of an earlier walk that is not
 *       taken any more is renewed once
 *   <li>services: ask each service of the home pool whether it is there
 * </ol>
 */
final class Walk {
  private final Journey journey;
  private final Transcript transcript;
  private final Branch branch;

  Walk(Journey journey, Transcript transcript, Branch branch) {
    this.journey = journey;
    this.transcript = transcript;
    this.branch = branch;
  }

  /** Where a sign-in ended: the home pool and how its services answered. */
  record Home(HomePool pool, UrlSets sets, List<ServiceAnswer> services) {}

  /** Without an account: down to what the ticket service offers. */
  Optional<Issuer> anonymous(Arrival entry) {
    Optional<Arrival> root =
        entry.document() instanceof AutodiscoverDocument.Root
            ? Optional.of(entry)
            : transcript.stage(
                Stage.ROOT, notes -> new RedirectStage(journey).follow(notes, entry));
    return root.flatMap(this::fromRoot);
  }

  /** With an account: down to the services of its home pool. */
  Optional<Home> signIn(Arrival entry, Tickets tickets) {
    Optional<Arrival> here = Optional.of(entry);
    Optional<Issuer> issuer = Optional.empty();
    while (here.isPresent()) {
      Arrival arrival = here.get();
      if (arrival.document() instanceof AutodiscoverDocument.User user) {
        return Optional.of(home(arrival, user, issuer));
      }
      issuer = anonymous(arrival);
      here = issuer.flatMap(service -> userDocument(service, tickets));
    }
    return Optional.empty();
  }

  private Optional<Issuer> fromRoot(Arrival root) {
    Links links = ((AutodiscoverDocument.Root) root.document()).links();
    journey.sightings().said(links);
    link(links, Token.DOMAIN)
        .ifPresent(url ->
            transcript.stage(
                Stage.DOMAIN, notes -> new DomainStage(journey).read(notes, url, root.verified())));
    return transcript
        .stage(Stage.CHALLENGE, notes -> challenge(notes, root, links))
        .flatMap(this::issuer);
  }

  private Optional<Issuer> issuer(Challenge challenge) {
    return switch (challenge) {
      case Challenge.ForTicket ticket ->
          transcript
              .stage(Stage.METADATA, notes -> new MetadataStage(journey).read(notes, ticket))
              .map(service -> service);
      case Challenge.ForToken token ->
          Optional.of(
              new TokenService(token.offer(), token.user(), token.verified(), token.authority()));
      case Challenge.ForAuthority outside ->
          Optional.of(
              new AuthorityService(outside.authority(), outside.user(), outside.verified()));
    };
  }

  private Optional<Challenge> challenge(StageNotes notes, Arrival root, Links links) {
    return link(links, branch.first())
        .or(() -> link(links, branch.second()))
        .flatMap(url -> new ChallengeStage(journey).provoke(notes, url, root.verified()));
  }

  private Optional<Arrival> userDocument(Issuer issuer, Tickets tickets) {
    Showing shown =
        transcript
            .stage(Stage.TICKET, notes -> tickets.obtain(notes, issuer))
            .map(ticket -> show(issuer, ticket))
            .orElseGet(Showing.Stopped::new);
    if (shown instanceof Showing.Outdated) {
      tickets.forget(issuer);
      shown =
          transcript
              .stage(Stage.TICKET, notes -> tickets.renew(notes, issuer))
              .map(ticket -> show(issuer, ticket))
              .orElseGet(Showing.Stopped::new);
    }
    return shown instanceof Showing.Opened(Arrival arrival)
        ? Optional.of(arrival)
        : Optional.empty();
  }

  private Showing show(Issuer issuer, Tickets.Held ticket) {
    return transcript
        .stage(
            Stage.USER,
            notes -> Optional.of(new UserStage(journey).show(notes, issuer, ticket)),
            Showing.Opened.class::isInstance)
        .orElseThrow();
  }

  private Home home(Arrival arrival, AutodiscoverDocument.User user, Optional<Issuer> issuer) {
    journey.sightings().webNames(user.links());
    new NamedEndpoints(journey, arrival.verified()).of(user);
    UrlSets sets =
        new UrlSets(
            user.links(), user.accessLocation(), arrival.verified(), journey.serversNamed());
    List<Service> all = new ArrayList<>(sets.services(journey.network().view()));
    Side first = sets.first(journey.network().view());
    issuer.flatMap(Walk::guests).map(port -> Service.ofGuests(port, first)).ifPresent(all::add);
    List<ServiceAnswer> services =
        transcript
            .stage(
                Stage.SERVICES,
                notes -> {
                  MobileUrls.judge(user.links(), first).ifPresent(notes::find);
                  return Optional.of(services(notes, first, all, sets.verified()));
                },
                answers ->
                    answers.size() == all.size()
                        && answers.stream().allMatch(ServiceAnswer::bearable))
            .orElse(List.of());
    String location = user.accessLocation().map(l -> l.word()).orElse("");
    HomePool pool = new HomePool(Route.of(arrival.url()).endpoint().host(), location);
    return new Home(pool, sets, services);
  }

  /** The port for guests, if the home pool's ticket service has one. */
  private static Optional<URI> guests(Issuer issuer) {
    return issuer instanceof TicketService service
        ? service.metadata().location(TicketPort.ANON).map(URI::create)
        : Optional.empty();
  }

  private List<ServiceAnswer> services(
      StageNotes notes, Side first, List<Service> all, boolean verified) {
    List<ServiceAnswer> answers = new ServicesStage(journey).check(notes, first, all, verified);
    ServicesStage.unreachable(notes, answers);
    return answers;
  }

  private static Optional<URI> link(Links links, String token) {
    return links.href(token).map(URI::create);
  }
}
