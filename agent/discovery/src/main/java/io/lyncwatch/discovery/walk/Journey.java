package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.document.Representation;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.Connections;
import io.lyncwatch.discovery.http.Exchange;
import io.lyncwatch.discovery.http.FailureFindings;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.http.Request;
import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.http.TlsSession;
import io.lyncwatch.discovery.ticket.WebTicket;
import io.lyncwatch.discovery.tls.ShownCertificate;
import io.lyncwatch.discovery.tls.TlsFindings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One walk under way: what it travels with and what it has seen. Used by one thread.
 *
 * <p>The stages take it as their only argument beside what the stage before gave them.
 */
final class Journey {
  private static final Duration LONGEST_STAGE = Duration.ofSeconds(20);

  private final Network network;
  private final Connections connections;
  private final Deadline deadline;
  private final TrustRule trust;
  private final Optional<SignInAddress> address;
  private final Representation client;
  private final Trail trail = new Trail();
  private final Sightings sightings = new Sightings();
  private Optional<Dated> lastDate = Optional.empty();
  private Optional<ClockSkew> ticketSkew = Optional.empty();
  private boolean serversNamed;

  Journey(
      Network network,
      Connections connections,
      Deadline deadline,
      TrustRule trust,
      Optional<SignInAddress> address,
      Representation client) {
    this.network = network;
    this.connections = connections;
    this.deadline = deadline;
    this.trust = trust;
    this.address = address;
    this.client = client;
  }

  Network network() {
    return network;
  }

  Trail trail() {
    return trail;
  }

  Sightings sightings() {
    return sightings;
  }

  /** Whose sign-in this is, if it is anybody's. */
  Optional<SignInAddress> address() {
    return address;
  }

  /** How far the clocks differ, by the last answer that had a Date or by the last ticket. */
  Optional<ClockSkew> clockSkew() {
    return Stream.of(lastDate.flatMap(Dated::skew), ticketSkew)
        .flatMap(Optional::stream)
        .reduce(ClockSkew::orGraver);
  }

  /** A server has just issued a ticket: its times tell of its clock. */
  void ticketIssued(String server, WebTicket ticket, Instant received) {
    ticketSkew = ClockSkew.ofTicket(server, ticket, received);
  }

  /** Whether answers name the server; some proxies take that header away, from all of them. */
  boolean serversNamed() {
    return serversNamed;
  }

  /** What was seen of that when a walk came further than this one. */
  void expectServersNamed(boolean before) {
    serversNamed |= before;
  }

  /** The bound for what a stage begins now. */
  Deadline stageDeadline() {
    return deadline.within(LONGEST_STAGE);
  }

  /** A GET for a document in the form that the walk asks for. */
  Request document(URI url) {
    return Request.get(url).with("Accept", client.accept());
  }

  /** What is remarkable about how a document that could be read is labelled. */
  Optional<Finding> remark(Answer answer, Stage stage) {
    return ContentLabel.remark(answer, client, stage);
  }

  /** Asks without writing anything down, so that two threads may ask at once. */
  Exchange exchange(Request request) {
    return exchange(request, stageDeadline());
  }

  /** The same, within a deadline that several requests share. */
  Exchange exchange(Request request, Deadline shared) {
    return connections.exchange(request, shared);
  }

  /** Asks what no client asks, to tell why something failed, if the walk may ask more of that. */
  Optional<Exchange> followUp(Request request) {
    return connections
        .followUps()
        .request(stageDeadline(), soon -> connections.exchange(request, soon));
  }

  /** Asks on a connection of its own, on which a certificate of ours may be shown. */
  Exchange exchangeShowing(ShownCertificate certificate, Request request) {
    return connections.exchangeShowing(certificate, request, stageDeadline());
  }

  /** Asks, and writes down why no answer came if none does. */
  Optional<Answer> ask(StageNotes notes, Request request) {
    return note(notes, exchange(request));
  }

  /** Writes down why no answer came if none did. */
  Optional<Answer> note(StageNotes notes, Exchange exchange) {
    notes.findAll(findings(exchange, notes));
    return switch (exchange.result()) {
      case Exchange.Result.Failed(var failure) -> {
        notes.step(exchange.request().toString(), Words.of(failure), false, exchange.took());
        yield Optional.empty();
      }
      case Exchange.Result.Answered(Response response) -> Optional.of(answer(exchange, response));
    };
  }

  Answer answer(Exchange exchange, Response response) {
    response
        .header("Date")
        .ifPresent(date ->
            lastDate = Optional.of(new Dated(exchange.request(), date, exchange.endedAt())));
    serversNamed |= response.server().isPresent();
    return new Answer(
        exchange.request().url(),
        response,
        exchange.peer().flatMap(Exchange.Peer::tls).map(TlsSession::certificate),
        exchange.took());
  }

  /**
   * Why an exchange brought no answer; or what is still wrong with a certificate that was accepted.
   */
  List<Finding> findings(Exchange exchange, StageNotes notes) {
    Instant now = exchange.endedAt();
    Request request = exchange.request();
    return switch (exchange.result()) {
      case Exchange.Result.Failed(var failure) ->
          FailureFindings.of(failure, notes.stage(), request, now);
      case Exchange.Result.Answered(Response response) ->
          exchange
              .peer()
              .filter(Exchange.Peer::fresh)
              .flatMap(Exchange.Peer::tls)
              .map(tls ->
                  TlsFindings.of(
                      tls.judgement(),
                      now,
                      notes.stage(),
                      Route.of(request.url()).endpoint().toString()))
              .orElse(List.of());
    };
  }

  /** Whether a URL from an answer may be asked; writes down the breach if not. */
  boolean mayFollow(StageNotes notes, URI url, boolean verified) {
    Optional<Finding> breach = untrusted(notes.stage(), url, verified);
    breach.ifPresent(notes::find);
    return breach.isEmpty();
  }

  /** Whether the trust rule lets an answer lead to a host. */
  boolean mayLeadTo(String host, boolean verified) {
    return trust.mayFollow(host, verified);
  }

  /** The breach of the trust rule that asking a URL from an answer would be. */
  Optional<Finding> untrusted(Stage stage, URI url, boolean verified) {
    return mayLeadTo(Route.of(url).endpoint().host(), verified)
        ? Optional.empty()
        : Optional.of(untrusted(stage, url));
  }

  /**
   * Whether a secret may be sent to a URL; writes down the breach if not.
   *
   * @param asker the host whose 401 or metadata asks for it
   */
  boolean maySendSecret(StageNotes notes, URI url, String asker, boolean verified) {
    Route route = Route.of(url);
    boolean allowed =
        route.secure() && trust.maySendSecret(route.endpoint().host(), asker, verified);
    if (!allowed) {
      notes.find(untrusted(notes.stage(), url));
    }
    return allowed;
  }

  private Finding untrusted(Stage stage, URI url) {
    String host = Route.of(url).endpoint().host();
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("host", host);
    evidence.put("domain", trust.domain().name());
    evidence.put("url", url.toString());
    return Finding.of(Reason.REDIRECT_UNTRUSTED, stage, host, evidence);
  }

  /** The Date header of an answer, read only if somebody asks: most are followed by another one. */
  private record Dated(Request request, String date, Instant received) {
    Optional<ClockSkew> skew() {
      return ClockSkew.ofDate(Route.of(request.url()).endpoint().host(), date, received);
    }
  }
}
