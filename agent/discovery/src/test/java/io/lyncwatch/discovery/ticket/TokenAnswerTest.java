package io.lyncwatch.discovery.ticket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TokenAnswerTest {
  @Test
  void a_token_is_read_and_shows_as_stars() {
    TokenAnswer answer =
        TokenAnswer.read("{\"access_token\":\"cwt=AAEB\",\"token_type\":\"Bearer\"}");

    assertThat(answer).isInstanceOf(TokenAnswer.Issued.class).asString().doesNotContain("AAEB");
    BearerToken token = ((TokenAnswer.Issued) answer).token();
    assertThat(token.header()).isEqualTo("Authorization");
    assertThat(token.headerValue()).isEqualTo("Bearer cwt=AAEB");
  }

  @Test
  void an_error_is_read_by_its_code() {
    assertThat(TokenAnswer.read("{\"error\":\"invalid_grant\"}"))
        .isEqualTo(new TokenAnswer.Refused(TokenError.of("invalid_grant")));
  }

  @Test
  void the_numbers_of_an_error_are_read_from_wherever_they_stand() {
    TokenAnswer answer =
        TokenAnswer.read(
            """
            {"error":"invalid_grant","error_codes":[50126,"x",1,-5],"suberror":"bad_token",
             "error_description":"AADSTS70002: Of whom. AADSTS50126: Of what (secret text)."}
            """);

    assertThat(answer)
        .isEqualTo(
            new TokenAnswer.Refused(
                new TokenError(
                    "invalid_grant", "bad_token", List.of("AADSTS50126", "AADSTS70002"))));
    assertThat(answer.toString()).doesNotContain("secret text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "[]",
        "3",
        "null",
        "{\"access_token\":{}}",
        "{\"access_token\":\"\"}",
        "{\"access_token\":\"a\\r\\nX-Other: b\"}"
      })
  void anything_else_is_no_token(String body) {
    assertThat(TokenAnswer.read(body)).isEqualTo(new TokenAnswer.Unreadable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"28800", "\"28800\""})
  void a_token_is_usable_for_a_minute_less_than_it_lasts(String seconds) {
    assertThat(usableUntil("{\"access_token\":\"cwt=AAEB\",\"expires_in\":" + seconds + "}"))
        .contains(Instant.parse("2026-03-01T07:59:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "-1", "60", "{}", "1e99", "99999999999999999999"})
  void a_token_that_does_not_say_how_long_it_lasts_is_not_used_again(String seconds) {
    assertThat(usableUntil("{\"access_token\":\"cwt=AAEB\",\"expires_in\":" + seconds + "}"))
        .isEmpty();
  }

  private static Optional<Instant> usableUntil(String body) {
    return TokenAnswer.read(body) instanceof TokenAnswer.Issued(BearerToken token)
        ? token.usableUntil(Instant.parse("2026-03-01T00:00:00Z"))
        : Optional.empty();
  }

  @Test
  void a_token_shows_three_stars_in_json_too() {
    TokenAnswer answer = TokenAnswer.read("{\"access_token\":\"cwt=AAEB\"}");

    assertThat(JsonMapper.shared().writeValueAsString(answer)).isEqualTo("{\"token\":\"***\"}");
  }

  @Test
  void damaged_answers_are_read_without_a_throw() {
    byte[] good = "{\"access_token\":\"cwt=AAEB\",\"expires_in\":28289}".getBytes(US_ASCII);
    Random random = new Random(20_261_125);
    for (int round = 0; round < 2_000; round++) {
      byte[] damaged = good.clone();
      for (int i = 0; i < 3; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(128);
      }
      TokenAnswer answer = TokenAnswer.read(new String(damaged, US_ASCII));
      if (answer instanceof TokenAnswer.Issued(BearerToken token)) {
        assertThat(token.headerValue()).matches("Bearer [!-~]+");
      }
    }
  }
}
