package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.ticket.AnswerReader;
import io.lyncwatch.discovery.ticket.TicketAnswer;
import io.lyncwatch.discovery.ticket.WebTicket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockSkewTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void a_date_header_tells_it_to_the_second() {
    assertThat(ofDate("Mon, 23 Nov 2026 12:00:59 GMT").by()).isEqualTo(Duration.ofSeconds(59));
    assertThat(ofDate("Mon, 23 Nov 2026 12:00:59 GMT").finding()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mon, 23 Nov 2026 12:01:00 GMT", "Mon, 23 Nov 2026 11:59:00 GMT"})
  void a_minute_is_worth_a_warning_in_either_direction(String date) {
    assertThat(ofDate(date).finding())
        .hasValueSatisfying(finding -> {
          assertThat(finding.reason()).isEqualTo(Reason.CLOCK_SKEWED);
          assertThat(finding.cause()).contains("fe01", "differ by 1 min");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "Mon, 99 Nov 2026 12:00:00 GMT"})
  void what_is_no_date_tells_nothing(String date) {
    assertThat(ClockSkew.ofDate("fe01", date, NOON)).isEmpty();
  }

  @Test
  void a_new_ticket_that_has_not_begun_tells_of_a_clock_that_is_ahead() {
    WebTicket ticket = ticket("2026-11-23T12:10:00Z", "2026-11-23T20:10:00Z");

    assertThat(ClockSkew.ofTicket("fe01", ticket, NOON).orElseThrow().by())
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void a_new_ticket_that_is_over_tells_of_a_clock_that_is_behind() {
    WebTicket ticket = ticket("2026-11-23T03:00:00Z", "2026-11-23T11:00:00Z");

    assertThat(ClockSkew.ofTicket("fe01", ticket, NOON).orElseThrow().by())
        .isEqualTo(Duration.ofHours(-1));
  }

  @Test
  void a_ticket_whose_begin_was_set_back_tells_nothing() {
    assertThat(
            ClockSkew.ofTicket(
                "fe01", ticket("2026-11-23T11:55:00Z", "2026-11-23T20:00:00Z"), NOON))
        .isEmpty();
  }

  @Test
  void the_graver_of_two_counts() {
    ClockSkew proxy = ofDate("Mon, 23 Nov 2026 12:00:01 GMT");
    ClockSkew server =
        ClockSkew.ofTicket("fe01", ticket("2026-11-23T12:10:00Z", "2026-11-23T20:00:00Z"), NOON)
            .orElseThrow();

    assertThat(proxy.orGraver(server)).isEqualTo(server);
    assertThat(server.orGraver(proxy)).isEqualTo(server);
  }

  private static ClockSkew ofDate(String date) {
    return ClockSkew.ofDate("fe01", date, NOON).orElseThrow();
  }

  private static WebTicket ticket(String created, String expires) {
    TicketAnswer answer =
        AnswerReader.read(
            """
            <RequestSecurityTokenResponse><RequestedSecurityToken><Assertion/>
            </RequestedSecurityToken><Lifetime><Created>%s</Created><Expires>%s</Expires></Lifetime>
            </RequestSecurityTokenResponse>
            """
                .formatted(created, expires));
    return ((TicketAnswer.Issued) answer).ticket();
  }
}
