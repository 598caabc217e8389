package io.lyncwatch.lab.ticket;

import static io.lyncwatch.lab.ticket.TestingPool.ALICE;
import static io.lyncwatch.lab.ticket.TestingPool.BOB;
import static io.lyncwatch.lab.ticket.TestingPool.WEB_HOST;
import static io.lyncwatch.lab.ticket.TestingPool.withTicket;
import static io.lyncwatch.lab.ticket.TestingPool.withTicketHeader;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketVerifierTest {
  private final TestingPool pool = new TestingPool();
  private final String ticket = pool.ticket();

  @Test
  void a_fresh_ticket_opens_the_pool_to_its_user() {
    assertThat(pool.verifier.verify(withTicket(ticket))).isEqualTo(new TicketVerdict.Valid(ALICE));
  }

  @Test
  void no_header_is_a_missing_ticket() {
    assertThat(pool.verifier.verify(TestingPool.request("c1", "GET", "/", Map.of(), "")))
        .isEqualTo(new TicketVerdict.Missing());
  }

  @Test
  void every_single_bit_counts() {
    byte[] bytes = ticket.getBytes(StandardCharsets.UTF_8);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] altered = bytes.clone();
      altered[bit / 8] ^= (byte) (1 << bit % 8);
      assertInvalid("opaque=" + TestingPool.base64(altered));
    }
  }

  @Test
  void every_character_of_the_header_counts() {
    String text = TestingPool.base64(ticket.getBytes(StandardCharsets.UTF_8));
    for (int at = 0; at < text.length(); at++) {
      char other = text.charAt(at) == 'A' ? 'B' : 'A';
      assertInvalid("opaque=" + text.substring(0, at) + other + text.substring(at + 1));
    }
  }

  @Test
  void a_ticket_is_good_up_to_its_last_second() {
    pool.advance(Duration.ofHours(8).minusMillis(1));
    assertThat(pool.verifier.verify(withTicket(ticket))).isInstanceOf(TicketVerdict.Valid.class);
    pool.advance(Duration.ofMillis(1));
    assertThat(pool.verifier.verify(withTicket(ticket)))
        .isEqualTo(new TicketVerdict.Invalid("expired"));
  }

  @Test
  void a_ticket_is_not_good_before_its_time() {
    pool.advance(Duration.ofSeconds(-1));
    assertThat(pool.verifier.verify(withTicket(ticket)))
        .isEqualTo(new TicketVerdict.Invalid("not valid yet"));
  }

  @Test
  void another_pool_does_not_know_the_ticket() {
    TicketKey otherKey = TicketKey.random(new Random(99));
    TicketVerifier other = new TicketVerifier(otherKey, WEB_HOST, List.of(ALICE, BOB), pool);
    assertThat(other.verify(withTicket(ticket))).isInstanceOf(TicketVerdict.Invalid.class);
  }

  @Test
  void another_site_of_the_pool_is_another_audience() {
    TicketVerifier other =
        new TicketVerifier(pool.key, "pool01.contoso.example", List.of(ALICE), pool);
    assertThat(other.verify(withTicket(ticket)))
        .isEqualTo(new TicketVerdict.Invalid("for another audience"));
  }

  @Test
  void a_ticket_that_was_asked_for_another_host_is_for_another_audience() {
    String elsewhere =
        TestingMessages.REQUEST.replace(
            TestingPool.USER_URL, "https://pool02.contoso.example/Autodiscover/");
    String other = TestingPool.assertion(pool.signIn(TestingPool.ALICE_BY_NTLM, elsewhere));
    assertThat(pool.verifier.verify(withTicket(other)))
        .isEqualTo(new TicketVerdict.Invalid("for another audience"));
  }

  @Test
  void the_port_of_a_web_name_is_no_part_of_the_audience() {
    TicketVerifier other = new TicketVerifier(pool.key, WEB_HOST + ":4443", List.of(ALICE), pool);
    assertThat(other.verify(withTicket(ticket))).isEqualTo(new TicketVerdict.Valid(ALICE));
  }

  @Test
  void a_ticket_outlives_its_user_in_vain() {
    TicketVerifier later = new TicketVerifier(pool.key, WEB_HOST, List.of(BOB), pool);
    assertThat(later.verify(withTicket(ticket))).isInstanceOf(TicketVerdict.Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "opaque=", "opaque=cwt:AAEB", "cwt=AAEB", "opaque=PHNhbWw6QXNzZXJ0aW9uPg=="})
  void what_is_no_ticket_is_invalid(String header) {
    assertInvalid(header);
  }

  private void assertInvalid(String header) {
    assertThat(pool.verifier.verify(withTicketHeader(header)))
        .as(header)
        .isInstanceOf(TicketVerdict.Invalid.class);
  }
}
