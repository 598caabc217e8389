package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.document.AutodiscoverDocument;
import io.lyncwatch.discovery.document.DocumentReader;
import io.lyncwatch.discovery.document.Reading;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.ticket.Diagnostics;
import io.lyncwatch.discovery.ticket.Ticket;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Shows the ticket to the User resource: it names the home pool, or describes it if this is it. */
final class UserStage {
  private final Journey journey;

  UserStage(Journey journey) {
    this.journey = journey;
  }

  /** Asks for the User document of an issuer with a ticket of its own. */
  Showing show(StageNotes notes, Issuer issuer, Tickets.Held held) {
    URI user = issuer.user();
    String host = Route.of(user).endpoint().host();
    if (!journey.maySendSecret(notes, user, host, issuer.verified())) {
      return new Showing.Stopped();
    }
    Ticket ticket = held.ticket();
    return journey
        .ask(notes, journey.document(user).withSecret(ticket.header(), ticket.headerValue()))
        .map(answer -> judge(notes, answer, issuer.verified(), held))
        .orElseGet(Showing.Stopped::new);
  }

  private Showing judge(StageNotes notes, Answer answer, boolean verified, Tickets.Held held) {
    Reading reading = DocumentReader.read(answer.response().body(), answer.url());
    Optional<Arrival> arrival = document(notes, answer, reading, verified);
    if (arrival.isPresent()) {
      return new Showing.Opened(arrival.get());
    }
    notes.step(
        asked(answer), Words.of(answer.response()) + ", no User document", false, answer.took());
    Finding wrong = wrong(notes, answer, reading);
    if (wrong.reason() == Reason.TICKET_INVALID && held.reusedUntil().isPresent()) {
      notes.find(early(wrong, held.reusedUntil().get()));
      return new Showing.Outdated();
    }
    notes.find(wrong);
    return new Showing.Stopped();
  }

  private static Finding early(Finding invalid, Instant until) {
    Map<String, String> evidence = new LinkedHashMap<>(invalid.evidence());
    evidence.put("until", until.truncatedTo(ChronoUnit.SECONDS).toString());
    return Finding.of(Reason.TICKET_REFUSED_EARLY, invalid.stage(), invalid.where(), evidence);
  }

  private static String asked(Answer answer) {
    return "GET " + answer.url() + " with the ticket";
  }

  private Optional<Arrival> document(
      StageNotes notes, Answer answer, Reading reading, boolean verified) {
    if (answer.response().status() == 200
        && reading instanceof Reading.Read(AutodiscoverDocument document, var leftOut)) {
      String words =
          switch (document) {
            case AutodiscoverDocument.User user ->
                "User document of the home pool, " + Words.of(answer.response());
            case AutodiscoverDocument.Redirect redirect -> "redirect to " + redirect.href();
            case AutodiscoverDocument.Root root -> "";
            case AutodiscoverDocument.Domain domain -> "";
          };
      if (!words.isEmpty()) {
        notes.step(asked(answer), words + Unusable.words(leftOut), true, answer.took());
        Unusable.finding(answer, notes.stage(), leftOut).ifPresent(notes::find);
        journey.remark(answer, notes.stage()).ifPresent(notes::find);
        return Optional.of(new Arrival(answer.url(), document, verified && answer.verified()));
      }
    }
    return Optional.empty();
  }

  private Finding wrong(StageNotes notes, Answer answer, Reading reading) {
    Response response = answer.response();
    Map<String, String> evidence = UnexpectedAnswer.evidence(response, answer.url());
    int id = diagnostics(response, evidence);
    Optional<Reason> reason = reason(response, id);
    if (reason.isPresent()) {
      journey.address().ifPresent(address -> evidence.put("address", address.toString()));
      return Finding.of(reason.get(), notes.stage(), answer.url().toString(), evidence);
    }
    if (response.status() == 200 && UnexpectedAnswer.isPage(reading)) {
      return UnexpectedAnswer.page(response, answer.url(), notes.stage());
    }
    if (response.status() == 200 && response.server().isPresent()) {
      evidence.put("detail", UnexpectedAnswer.detail(reading));
      return Finding.of(
          Reason.DOCUMENT_MALFORMED, notes.stage(), answer.url().toString(), evidence);
    }
    return UnexpectedAnswer.of(response, answer.url(), notes.stage());
  }

  private static Optional<Reason> reason(Response response, int id) {
    if (id == Diagnostics.TICKET_INVALID || response.status() == 401) {
      return Optional.of(Reason.TICKET_INVALID);
    }
    if (id == Diagnostics.NOT_SIP_ENABLED) {
      return Optional.of(Reason.AUTH_USER_NOT_ENABLED);
    }
    // A 404 of the service itself ([MS-OCDISCWS] 3.1.5.3) is told from a proxy's by its header.
    return response.status() == 404 && response.server().isPresent()
        ? Optional.of(Reason.USER_NOT_HOMED)
        : Optional.empty();
  }

  /** Adds what the service says about the failure; gives its number, or 0. */
  private static int diagnostics(Response response, Map<String, String> evidence) {
    Optional<Diagnostics> diagnostics =
        response.header("X-Ms-diagnostics").flatMap(Diagnostics::parse);
    diagnostics.ifPresent(d -> evidence.put("diagnostics", " (" + d + ")"));
    return diagnostics.map(Diagnostics::errorId).orElse(0);
  }
}
