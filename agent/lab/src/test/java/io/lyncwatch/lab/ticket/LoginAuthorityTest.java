package io.lyncwatch.lab.ticket;

import static io.lyncwatch.lab.ticket.TestingPool.ALICE;
import static io.lyncwatch.lab.ticket.TestingPool.WEB_HOST;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.lab.web.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginAuthorityTest {
  private static final String RESOURCE = "&resource=https%3A%2F%2F" + WEB_HOST;
  private static final String ALICE_BY_PASSWORD =
      "grant_type=password&client_id=probe&username=alice%40contoso.example&password="
          + URLEncoder.encode(ALICE.password(), StandardCharsets.UTF_8);

  private final TicketKey key = TicketKey.random(new Random(7));
  private Instant now = Instant.parse("2026-11-23T08:00:00Z");
  private final InstantSource clock = () -> now;
  private final LoginAuthority authority =
      new LoginAuthority(
          key,
          new LoginAuthority.Program("probe", "hush", ALICE),
          Set.of(WEB_HOST),
          List.of(ALICE),
          clock);

  @Test
  void a_password_leads_to_a_token_of_the_user() {
    assertThat(verdict(ask(ALICE_BY_PASSWORD + RESOURCE)))
        .isEqualTo(new TicketVerdict.Valid(ALICE));
  }

  @Test
  void a_program_that_proves_itself_gets_a_token_for_whom_it_acts() {
    String form = "grant_type=client_credentials&client_id=probe&client_secret=hush" + RESOURCE;
    assertThat(verdict(ask(form))).isEqualTo(new TicketVerdict.Valid(ALICE));
  }

  @Test
  void a_token_ends_after_an_hour() {
    Reply issued = ask(ALICE_BY_PASSWORD + RESOURCE);
    now = now.plus(Duration.ofHours(1));
    assertThat(verdict(issued)).isEqualTo(new TicketVerdict.Invalid("expired"));
  }

  @Test
  void a_site_that_does_not_trust_the_authority_takes_no_token_of_it() {
    Reply issued = ask(ALICE_BY_PASSWORD + RESOURCE);
    assertThat(verdict(issued, Optional.empty())).isInstanceOf(TicketVerdict.Invalid.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 401, invalid_client",
    "'grant_type=password', 401, invalid_client",
    "'client_id=probe', 400, invalid_request",
    "'client_id=probe&grant_type=device', 400, unsupported_grant_type",
    "'client_id=probe&grant_type=password&username=alice%40contoso.example&password=x', 400,"
        + " invalid_grant",
    "'client_id=probe&grant_type=password&username=mallory&password=x', 400, invalid_grant",
    "'client_id=probe&grant_type=client_credentials', 401, invalid_client",
    "'client_id=probe&grant_type=client_credentials&client_secret=x', 401, invalid_client",
    "'client_id=probe&grant_type=client_credentials&client_secret=hush', 400, invalid_target",
    "'client_id=probe&grant_type=client_credentials&client_secret=hush&resource=https://evil/',"
        + " 400, invalid_target"
  })
  void everything_else_is_refused_by_the_words_of_the_standard(
      String form, int status, String error) {
    Reply reply = ask(form);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).isEqualTo("{\"error\":\"" + error + "\"}");
  }

  private Reply ask(String form) {
    return authority.answer(
        TestingPool.request(
            "c1",
            "POST",
            "/common/oauth2/token",
            Map.of("content-type", List.of("application/x-www-form-urlencoded")),
            form));
  }

  private TicketVerdict verdict(Reply issued) {
    return verdict(issued, Optional.of(key));
  }

  private TicketVerdict verdict(Reply issued, Optional<TicketKey> trusted) {
    assertThat(issued.status()).as(issued.body()).isEqualTo(200);
    String token = issued.body().replaceFirst(".*\"access_token\":\"([^\"]*)\".*", "$1");
    BearerVerifier verifier =
        new BearerVerifier(
            TicketKey.random(new Random(8)), trusted, WEB_HOST, List.of(ALICE), clock);
    return verifier.verify(
        TestingPool.request(
            "c1", "GET", "/", Map.of("authorization", List.of("Bearer " + token)), ""));
  }
}
