package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.http.Response;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class OAuthOfferTest {
  private static final URI USER = URI.create("https://web.contoso.example/root/oauth/user");
  private static final URI ENDPOINT =
      URI.create("https://web.contoso.example/WebTicket/oauthtoken");

  @Test
  void endpoint_and_grants_are_read() {
    OAuthOffer offer =
        offered(
            "MsRtcOAuth href=\"https://web.contoso.example/WebTicket/oauthtoken\","
                + "grant_type=\"urn:microsoft.rtc:windows,password\"");

    assertThat(offer.endpoint()).isEqualTo(ENDPOINT);
    assertThat(offer.grants()).containsExactly("urn:microsoft.rtc:windows", "password");
    assertThat(offer.takes("password")).isTrue();
    assertThat(offer.takes("urn:microsoft.rtc:anonmeeting")).isFalse();
  }

  @Test
  void a_url_without_quotes_ends_at_the_comma() {
    assertThat(
            offered(
                    "MsRtcOAuth href=https://web.contoso.example/WebTicket/oauthtoken,"
                        + "grant_type=\"password\"")
                .endpoint())
        .isEqualTo(ENDPOINT);
  }

  @Test
  void a_backslash_in_quotes_stands_before_what_is_meant() {
    assertThat(
            offered(
                    "MsRtcOAuth realm=\"the \\\"old\\\" one, href=x\","
                        + " href=\"https:\\/\\/web.contoso.example/WebTicket/oauthtoken\"")
                .endpoint())
        .isEqualTo(ENDPOINT);
  }

  @Test
  void a_line_that_a_proxy_joined_to_another_is_found() {
    assertThat(
            offered(
                    "Bearer trusted_issuers=\"\", client_id=\"x\", MsRtcOAuth"
                        + " href=\"/WebTicket/oauthtoken\"")
                .endpoint())
        .isEqualTo(ENDPOINT);
  }

  @Test
  void a_service_that_names_no_grants_may_take_any() {
    assertThat(offered("MsRtcOAuth href=\"/WebTicket/oauthtoken\"").takes("password")).isTrue();
  }

  @Test
  void other_schemes_and_unusable_urls_are_no_offer() {
    for (String line :
        List.of(
            "Negotiate",
            "Bearer href=\"https://a.example/\"",
            "MsRtcOAuth href=\"javascript:alert(1)\"",
            "MsRtcOAuth grant_type=\"password\"")) {
      assertThat(OAuthOffer.of(answer(line), USER)).as(line).isEmpty();
    }
  }

  private static OAuthOffer offered(String line) {
    return OAuthOffer.of(answer(line), USER).orElseThrow();
  }

  private static Response answer(String line) {
    return new Response(401, List.of(new Response.Header("WWW-Authenticate", line)), "");
  }
}
