package io.lyncwatch.discovery.walk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.AddressBook;
import io.lyncwatch.discovery.http.Connections;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.http.ScriptedWebServer;
import io.lyncwatch.discovery.http.TestingNetwork;
import io.lyncwatch.discovery.ticket.BearerToken;
import io.lyncwatch.discovery.ticket.TicketMetadata;
import io.lyncwatch.discovery.ticket.TokenAnswer;
import io.lyncwatch.discovery.tls.Issued;
import io.lyncwatch.discovery.tls.Trust;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of an answer to a ticket. */
@Timeout(60)
class UserStageTest {
  private static final String POOL = "https://pool.contoso.example";
  private static final Issued SERVER =
      Issued.named("CN=pool.contoso.example")
          .dns("pool.contoso.example")
          .valid("2020-01-01", "2100-01-01")
          .issue();

  private final StageNotes notes = new StageNotes(Stage.USER);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "28032;source=\"fe01.contoso.example\";reason=\"The web ticket is inv"
            + "| (28032 The web ticket is inv (fe01.contoso.example))",
        "28032;source=\"fe01| (28032 (fe01))",
        "28032;sour| (28032)",
        "28032| (28032)"
      })
  void diagnostics_that_are_cut_short_still_say_that_the_ticket_is_not_taken(
      String said, String shown) throws IOException {
    assertThat(show("500 No", "X-Ms-diagnostics: " + said, "")).isInstanceOf(Showing.Stopped.class);

    assertThat(found())
        .satisfies(finding -> {
          assertThat(finding.reason()).isEqualTo(Reason.TICKET_INVALID);
          assertThat(finding.evidence()).containsEntry("diagnostics", " " + shown.strip());
        });
  }

  @Test
  void diagnostics_without_a_number_leave_it_at_the_status() throws IOException {
    show("500 No", "X-Ms-diagnostics: ;reason=\"The web ticket is invalid.\"", "");

    assertThat(found().reason()).isEqualTo(Reason.HTTP_STATUS);
  }

  @Test
  void a_service_whose_link_leads_nowhere_is_warned_of_and_the_walk_goes_on() throws IOException {
    Showing showing =
        show(
            "200 OK",
            "X-A: b",
            "<AutodiscoverResponse AccessLocation=\"External\"><User><Link token=\"Ucwa\""
                + " href=\"https://pool.contoso.example:99999/ucwa\"/><Link token=\"Helpdesk\""
                + " href=\"mailto:help@contoso.example\"/></User></AutodiscoverResponse>");

    assertThat(showing).isInstanceOf(Showing.Opened.class);
    assertThat(found())
        .satisfies(finding -> {
          assertThat(finding.reason()).isEqualTo(Reason.DOCUMENT_MALFORMED);
          assertThat(finding.severity()).isEqualTo(Severity.WARNING);
          assertThat(finding.cause())
              .isEqualTo(
                  "https://pool.contoso.example/user answered, but not with a document that can be"
                      + " used whole (the link Ucwa has no usable URL:"
                      + " 'https://pool.contoso.example:99999/ucwa', its port is out of range).");
        });
  }

  @Test
  void links_of_the_administrators_may_be_of_any_kind() throws IOException {
    show(
        "200 OK",
        "Content-Type: application/vnd.microsoft.rtc.autodiscover+xml",
        "<AutodiscoverResponse><User><Link token=\"Helpdesk\""
            + " href=\"mailto:help@contoso.example\"/></User></AutodiscoverResponse>");

    assertThat(notes.findings()).isEmpty();
    assertThat(notes.steps().getLast().answered()).endsWith("its scheme is mailto");
  }

  private Finding found() {
    return notes.findings().stream()
        .filter(finding -> finding.reason() != Reason.HTTP_CONTENT_TYPE)
        .findFirst()
        .orElseThrow();
  }

  private Showing show(String status, String header, String body) throws IOException {
    String answer =
        "HTTP/1.1 "
            + status
            + "\r\nX-MS-Server-Fqdn: fe01\r\n"
            + header
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    try (ScriptedWebServer server =
        ScriptedWebServer.secure(SERVER, (request, out) -> out.write(answer.getBytes(US_ASCII)))) {
      Network network =
          TestingNetwork.of(
              1, server.port(), Duration.ofSeconds(10), Trust.of(List.of(SERVER.certificate())));
      try (Connections connections = new Connections(network, new AddressBook(network))) {
        return new UserStage(TestingJourney.of(network, connections))
            .show(notes, issuer(), new Tickets.Held(ticket(), Optional.empty()));
      }
    }
  }

  private static Issuer issuer() {
    return new TicketService(
        new TicketMetadata.Offered(List.of()),
        URI.create(POOL + "/mex"),
        URI.create(POOL + "/user"),
        true);
  }

  private static BearerToken ticket() {
    return ((TokenAnswer.Issued) TokenAnswer.read("{\"access_token\":\"cwt=AAEB\"}")).token();
  }
}
