package io.lyncwatch.discovery.ticket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lyncwatch.discovery.http.Route;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

/** A ticket is taken as it stands in the answer, and can add nothing to a request. */
class TicketAnswerFuzzTest {
  private static final URI BASE =
      URI.create("https://web.fabrikam.example/WebTicket/WebTicketService.svc/mex");
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  @FuzzTest
  void a_ticket_is_a_piece_of_the_answer_and_a_refusal_can_be_shown(byte[] answer) {
    String body = new String(answer, UTF_8);

    switch (AnswerReader.read(body)) {
      case TicketAnswer.Unreadable(String detail) -> assertShowable(detail, 303);
      case TicketAnswer.Fault(String code, String text, var diagnostics) -> {
        assertShowable(code + text, 606);
        diagnostics.ifPresent(said -> assertShowable(said.toString(), 700));
      }
      case TicketAnswer.Issued(WebTicket ticket) -> {
        assertPresentable(ticket);
        String value = ticket.headerValue().replaceFirst("^opaque=", "");
        assertThat(body)
            .contains(
                value.startsWith("cwt:")
                    ? value.substring(4)
                    : new String(Base64.getDecoder().decode(value), UTF_8));
      }
    }
  }

  @FuzzTest
  void a_token_can_be_presented_and_a_refusal_can_be_shown(byte[] answer) {
    switch (TokenAnswer.read(new String(answer, UTF_8))) {
      case TokenAnswer.Unreadable() -> {}
      case TokenAnswer.Issued(BearerToken token) -> assertPresentable(token);
      case TokenAnswer.Refused(TokenError why) -> {
        assertShowable(why.toString(), 400);
        assertThat(why.codes()).hasSizeLessThanOrEqualTo(8).allMatch(code -> code.length() < 16);
        assertThat(why.rejects() && why.more().isPresent()).as("both").isFalse();
      }
    }
  }

  @FuzzTest
  void the_ports_of_metadata_can_be_asked(byte[] answer) {
    switch (MetadataReader.read(new String(answer, UTF_8), BASE)) {
      case TicketMetadata.Unreadable(String detail) -> assertShowable(detail, 203);
      case TicketMetadata.Offered(var ports) ->
          assertThat(ports)
              .isNotEmpty()
              .allSatisfy(port -> {
                assertShowable(port.name(), 100);
                assertThat(Route.of(URI.create(port.location())).endpoint().port())
                    .isBetween(1, 65_535);
              });
    }
  }

  @FuzzTest
  void diagnostics_keep_their_number_wherever_they_are_cut(byte[] header) {
    String text = new String(header, ISO_8859_1);

    Diagnostics.parse(text)
        .ifPresent(said -> {
          assertShowable(said.toString(), 700);
          assertThat(said.errorId()).isNotNegative();
          int end = text.strip().replaceFirst("^([0-9]+)(?s:.*)$", "$1").length();
          String cut = text.stripLeading();
          for (int length = end; length < Math.min(cut.length(), 60); length++) {
            assertThat(Diagnostics.parse(cut.substring(0, length)))
                .hasValueSatisfying(less -> assertThat(less.errorId()).isEqualTo(said.errorId()));
          }
        });
  }

  @FuzzTest
  void a_cause_is_stated_in_either_case_and_what_a_page_states_words_state_too(byte[] said) {
    String text = new String(said, ISO_8859_1);
    String lower = text.toLowerCase(Locale.ROOT);

    assertThat(StatedCause.ofWords(text)).isEqualTo(StatedCause.ofWords(lower));
    assertThat(StatedCause.ofPage(text)).isEqualTo(StatedCause.ofPage(lower));
    if (StatedCause.ofPage(text).isPresent()) {
      assertThat(StatedCause.ofWords(text)).isPresent();
    }
  }

  private static void assertPresentable(Ticket ticket) {
    assertThat(ticket.headerValue()).hasSizeLessThan(100_000).matches("[ -~]+");
    assertThat(ticket).hasToString("***");
    ticket.usableUntil(NOW).ifPresent(until -> assertThat(until).isBefore(NOW.plusSeconds(86_401)));
  }

  private static void assertShowable(String text, int longest) {
    assertThat(text)
        .hasSizeLessThanOrEqualTo(longest)
        .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]");
  }
}
