package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.http.Route;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

class ChallengesFuzzTest {
  private static final int MOST = 16;
  private static final URI ASKED = URI.create("https://web.contoso.example/root/user");

  @FuzzTest
  void schemes_are_few_and_showable_and_a_token_stands_behind_one_that_is_offered(byte[] lines) {
    String text = new String(lines, StandardCharsets.ISO_8859_1);
    Response response =
        new Response(
            401,
            text.lines().map(line -> new Response.Header("www-authenticate", line)).toList(),
            "");

    List<String> schemes = Challenges.schemes(response);
    assertThat(schemes)
        .hasSizeLessThanOrEqualTo(MOST)
        .allSatisfy(scheme ->
            assertThat(scheme)
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(40)
                .doesNotContainPattern("[\\p{Cntrl},=]"));
    for (String scheme : List.of("NTLM", "Negotiate")) {
      String token = Challenges.token(response, scheme);
      assertThat(text).contains(token);
      assertThat(token).isEqualTo(token.strip()).doesNotContain(",");
      if (!token.isEmpty() && schemes.size() < MOST) {
        assertThat(Challenges.offers(response, scheme)).as("%s is offered", scheme).isTrue();
      }
    }
  }

  @FuzzTest
  void an_offer_leads_to_a_url_that_can_be_asked(byte[] lines) {
    String text = new String(lines, StandardCharsets.ISO_8859_1);
    List<Response.Header> headers =
        text.lines()
            .flatMap(line ->
                Stream.of(
                    new Response.Header("WWW-Authenticate", line),
                    new Response.Header("Location", line)))
            .toList();
    Response response = new Response(302, headers, "");

    OAuthOffer.of(response, ASKED)
        .ifPresent(offer -> {
          assertAskable(offer.endpoint());
          assertThat(Challenges.offers(response, "MsRtcOAuth")).isTrue();
          assertThat(offer.grants())
              .allSatisfy(grant -> assertThat(grant).isNotBlank().doesNotContainPattern("[,\"]"));
        });
    ModernOffer.of(response, ASKED)
        .ifPresent(authority -> {
          assertAskable(authority);
          assertThat(authority.getScheme()).isEqualToIgnoringCase("https");
        });
    LoginPage.of(response, ASKED).ifPresent(ChallengesFuzzTest::assertAskable);
  }

  private static void assertAskable(URI url) {
    assertThat(Route.of(url).endpoint().port()).isBetween(1, 65_535);
    assertThat(url.toString()).matches("(?i)https?://[!-~]+");
  }
}
