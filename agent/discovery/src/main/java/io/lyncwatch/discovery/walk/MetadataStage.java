package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.http.Request;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.ticket.MetadataReader;
import io.lyncwatch.discovery.ticket.TicketMetadata;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads which ways to a ticket the web ticket service offers. */
final class MetadataStage {
  private final Journey journey;

  MetadataStage(Journey journey) {
    this.journey = journey;
  }

  Optional<TicketService> read(StageNotes notes, Challenge.ForTicket challenge) {
    URI service = challenge.ticketService();
    if (!journey.mayFollow(notes, service, challenge.verified())) {
      return Optional.empty();
    }
    journey.sightings().met(service, MetEndpoint.Role.TICKET);
    return journey
        .ask(notes, Request.get(URI.create(service + "/mex")))
        .flatMap(answer -> metadata(notes, answer, challenge));
  }

  private static Optional<TicketService> metadata(
      StageNotes notes, Answer answer, Challenge.ForTicket challenge) {
    String asked = "GET " + answer.url();
    if (answer.response().status() != 200) {
      return unavailable(notes, answer, Words.of(answer.response()));
    }
    return switch (MetadataReader.read(answer.response().body(), answer.url())) {
      case TicketMetadata.Offered metadata -> {
        notes.step(asked, "ways to a ticket: " + names(metadata), true, answer.took());
        yield Optional.of(
            new TicketService(
                metadata,
                answer.url(),
                challenge.user(),
                challenge.verified() && answer.verified()));
      }
      case TicketMetadata.Unreadable(String detail) -> unavailable(notes, answer, detail);
    };
  }

  /** What the service offers, for people. */
  static String names(TicketMetadata.Offered metadata) {
    return metadata.ports().stream()
        .map(TicketMetadata.Port::name)
        .collect(Collectors.joining(", "));
  }

  private static Optional<TicketService> unavailable(
      StageNotes notes, Answer answer, String detail) {
    notes.step("GET " + answer.url(), detail, false, answer.took());
    Map<String, String> evidence = UnexpectedAnswer.evidence(answer.response(), answer.url());
    evidence.put("detail", detail);
    notes.find(Reason.METADATA_UNAVAILABLE, answer.url().toString(), evidence);
    return Optional.empty();
  }
}
