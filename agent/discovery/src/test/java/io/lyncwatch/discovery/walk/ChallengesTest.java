package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.http.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengesTest {
  private static final URI USER = URI.create("https://web.contoso.example/root/oauth/user");
  private static final URI ENDPOINT =
      URI.create("https://web.contoso.example/WebTicket/oauthtoken");

  @Test
  void several_challenges_in_one_line_are_told_apart() {
    Response answer =
        answer("Negotiate, NTLM TlRM, Basic realm=\"fabrikam\", Bearer client_id = \"x\"");

    assertThat(Challenges.schemes(answer)).containsExactly("Negotiate", "NTLM", "Basic", "Bearer");
    assertThat(Challenges.token(answer, "ntlm")).isEqualTo("TlRM");
    assertThat(Challenges.token(answer, "Negotiate")).isEmpty();
  }

  @Test
  void a_comma_inside_quotes_parts_nothing() {
    Response answer =
        answer("Bearer trusted_issuers=\"a@b, NTLM, c\", client_id=\"d\", Basic realm=\"A, Inc\"");

    assertThat(Challenges.schemes(answer)).containsExactly("Bearer", "Basic");
  }

  @Test
  void the_scheme_of_lync_is_not_looked_for_inside_the_quotes_of_another() {
    assertThat(
            OAuthOffer.of(answer("Basic realm=\"x, MsRtcOAuth href=https://evil.example/\""), USER))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Negotiate, MsRtcOAuth href=\"%s\",grant_type=\"a,password\", NTLM",
        "Negotiate, MsRtcOAuth grant_type=\"a,password\" href=\"%s\", NTLM",
        "Negotiate, MsRtcOAuth HREF = %s , grant_type = \"a, password\", NTLM",
        "Negotiate, MsRtcOAuth href=%s,grant_type=a,password, NTLM",
        "Negotiate, MsRtcOAuth grant_type=\"a,password\",href=\"%s, NTLM",
        "Negotiate, MsRtcOAuth href=\"%s\",grant_type=\"a,password, NTLM",
      })
  void quotes_may_be_left_away_or_open(String line) {
    Response answer = answer(line.formatted(ENDPOINT));

    assertThat(OAuthOffer.of(answer, USER))
        .hasValueSatisfying(offer -> {
          assertThat(offer.endpoint()).isEqualTo(ENDPOINT);
          assertThat(offer.grants()).containsExactly("a", "password");
        });
    assertThat(Challenges.schemes(answer)).containsExactly("Negotiate", "MsRtcOAuth", "NTLM");
  }

  @Test
  void a_line_that_is_cut_short_says_what_it_still_can() {
    assertThat(OAuthOffer.of(answer("MsRtcOAuth href=\"" + ENDPOINT), USER))
        .hasValueSatisfying(offer -> assertThat(offer.endpoint()).isEqualTo(ENDPOINT));
    assertThat(OAuthOffer.of(answer("MsRtcOAuth href="), USER)).isEmpty();
    assertThat(OAuthOffer.of(answer("MsRtcOAuth"), USER)).isEmpty();
  }

  @Test
  void of_two_offers_the_first_that_can_be_asked_holds() {
    assertThat(
            OAuthOffer.of(
                answer("MsRtcOAuth href=\"javascript:x\"", "MsRtcOAuth href=\"" + ENDPOINT + "\""),
                USER))
        .hasValueSatisfying(offer -> assertThat(offer.endpoint()).isEqualTo(ENDPOINT));
  }

  @Test
  void a_parameter_belongs_to_the_scheme_before_it() {
    assertThat(
            OAuthOffer.of(
                answer("MsRtcOAuth grant_type=\"password\", Bearer href=\"https://a.example/\""),
                USER))
        .isEmpty();
  }

  @Test
  void a_scheme_that_nobody_knows_is_listed_and_noise_is_not() {
    assertThat(Challenges.schemes(answer("Hawk, ,;, =, \"NTLM\", @x y, Digest realm=\"a\"")))
        .containsExactly("Hawk", "Digest");
  }

  @Test
  @Timeout(5)
  void a_line_without_end_is_read_in_no_time() {
    Response answer = answer("x=y,".repeat(8_000), "\"".repeat(30_000), ", a".repeat(10_000));

    assertThat(Challenges.schemes(answer)).hasSizeLessThanOrEqualTo(16);
  }

  private static Response answer(String... lines) {
    List<Response.Header> headers =
        Arrays.stream(lines).map(line -> new Response.Header("WWW-Authenticate", line)).toList();
    return new Response(401, headers, "");
  }
}
