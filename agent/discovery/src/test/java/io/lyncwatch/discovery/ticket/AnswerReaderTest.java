package io.lyncwatch.discovery.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.lyncwatch.discovery.text.TestingTexts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
  private static final String SAML = example("answer-saml.xml");

  @Test
  void a_saml_ticket_is_the_assertion_exactly_as_it_was_received() {
    String end = "</saml:Assertion></RequestedSecurityToken>";
    String assertion =
        SAML.substring(
            SAML.indexOf("<saml:Assertion xmlns"),
            SAML.indexOf(end) + "</saml:Assertion>".length());
    String value = issued(SAML).headerValue();
    assertThat(value).startsWith("opaque=").doesNotContainAnyWhitespaces();
    assertThat(
            new String(
                Base64.getDecoder().decode(value.substring("opaque=".length())),
                StandardCharsets.UTF_8))
        .isEqualTo(assertion);
  }

  @Test
  void the_lifetime_is_that_of_the_response() {
    assertThat(issued(SAML).created()).contains(Instant.parse("2026-03-01T08:00:00Z"));
    assertThat(issued(SAML).expires()).contains(Instant.parse("2026-03-01T16:00:00Z"));
  }

  @Test
  void without_a_lifetime_the_conditions_of_the_assertion_tell() {
    WebTicket ticket = issued(SAML.replace("Lifetime>", "Other>"));
    assertThat(ticket.created()).contains(Instant.parse("2026-03-01T07:59:00Z"));
    assertThat(ticket.expires()).contains(Instant.parse("2026-03-01T15:59:00Z"));
  }

  @Test
  void times_that_are_none_are_unknown() {
    assertThat(issued(SAML.replace("2026-03-01T16:00:00Z", "tomorrow")).expires()).isEmpty();
  }

  @Test
  void a_compact_ticket_is_found_by_its_mark() {
    WebTicket ticket = issued(example("answer-compact.xml"));
    assertThat(ticket.headerValue()).isEqualTo("opaque=cwt:AAEBHAEFAAAAAAAFFQ-_");
    assertThat(ticket.expires()).contains(Instant.parse("2026-03-01T16:00:00.500Z"));
  }

  @Test
  void a_compact_ticket_cannot_smuggle_a_header() {
    String evil = example("answer-compact.xml").replace("AAEB", "AA\r\nSet-Cookie: a=b");
    assertThat(AnswerReader.read(evil))
        .isEqualTo(new TicketAnswer.Unreadable("a response whose ticket is of no known form"));
  }

  @Test
  void a_ticket_is_usable_for_a_minute_less_than_it_lasts_whatever_the_servers_clock() {
    Instant received = Instant.parse("2031-01-01T00:00:00Z");
    assertThat(issued(SAML).usableUntil(received)).contains(Instant.parse("2031-01-01T07:59:00Z"));
  }

  @Test
  void a_ticket_that_claims_to_last_for_ever_is_used_for_a_day() {
    WebTicket ticket = issued(SAML.replace("2026-03-01T16:00:00Z", "+999999999-12-31T23:59:59Z"));
    assertThat(ticket.usableUntil(Instant.EPOCH)).contains(Instant.parse("1970-01-01T23:59:00Z"));
  }

  @Test
  void a_ticket_that_does_not_say_when_it_ends_is_not_used_again() {
    WebTicket ticket =
        issued(SAML.replace("u:Expires", "u:Other").replace("NotOnOrAfter", "Whenever"));
    assertThat(ticket.usableUntil(Instant.EPOCH)).isEmpty();
  }

  @Test
  void nothing_that_was_issued_shows_itself() {
    assertThat(AnswerReader.read(SAML)).hasToString("Issued[ticket=***]");
  }

  @Test
  void a_fault_comes_with_the_servers_diagnostics() {
    assertThat(AnswerReader.read(example("fault.xml")))
        .isEqualTo(
            new TicketAnswer.Fault(
                "FailedAuthentication",
                "No valid security token.",
                Optional.of(
                    new Diagnostics(
                        Diagnostics.NO_VALID_TOKEN, "", "No valid security token.", ""))));
  }

  @Test
  void a_fault_of_soap_1_2_gives_its_inner_code() {
    assertThat(AnswerReader.read(example("fault-soap12.xml")))
        .isEqualTo(
            new TicketAnswer.Fault(
                "InvalidRequest", "The request is not understood.", Optional.empty()));
  }

  @Test
  void other_answers_are_unreadable_and_not_quoted() {
    assertUnreadable(
        "<s:Envelope><s:Body/></s:Envelope>", "the XML document <Envelope> holds no ticket");
    assertUnreadable("", "nothing");
    assertUnreadable(SAML.substring(0, SAML.length() - 9), "not well-formed XML at line");
  }

  @Test
  void an_endless_assertion_is_no_ticket() {
    assertUnreadable(
        SAML.replace("c2lnbmVk", "A".repeat(70_000)), "a ticket of more than 65536 characters");
  }

  private static void assertUnreadable(String body, String detail) {
    assertThat(AnswerReader.read(body))
        .isInstanceOfSatisfying(
            TicketAnswer.Unreadable.class,
            unreadable -> assertThat(unreadable.detail()).startsWith(detail));
  }

  private static WebTicket issued(String body) {
    return switch (AnswerReader.read(body)) {
      case TicketAnswer.Issued(WebTicket ticket) -> ticket;
      case TicketAnswer other -> fail(other.toString());
    };
  }

  private static String example(String file) {
    return TestingTexts.example(AnswerReaderTest.class, file);
  }
}
