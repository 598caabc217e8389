package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.http.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModernOfferTest {
  private static final URI USER = URI.create("https://web.contoso.example/root/oauth/user");
  private static final URI AUTHORITY = URI.create("https://login.example/common/oauth2/authorize");
  private static final String BEARER =
      "Bearer trusted_issuers=\"a@contoso.example,b@c\", client_id=\"d\","
          + " authorization_uri=\"https://login.example/common/oauth2/authorize\"";

  @Test
  void the_authority_is_read() {
    assertThat(offered(BEARER)).contains(AUTHORITY);
  }

  @Test
  void it_is_found_among_other_lines_and_in_one_that_a_proxy_joined() {
    assertThat(offered("Negotiate", BEARER)).contains(AUTHORITY);
    assertThat(offered("MsRtcOAuth href=\"https://a/b\", " + BEARER)).contains(AUTHORITY);
  }

  @Test
  void a_value_without_quotes_ends_at_the_comma() {
    assertThat(
            offered(
                "Bearer authorization_uri=https://login.example/common/oauth2/authorize,x=\"y\""))
        .contains(AUTHORITY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer authorization_uri=\"file://client/common/oauth2/authorize\"",
        "Bearer authorization_uri=\"http://login.example/\"",
        "Bearer authorization_uri=\"\"",
        "Bearer authorization_uri=\"https://\"",
        "Bearer client_id=\"a\"",
        "Basic authorization_uri=\"https://login.example/\"",
        "Bearer"
      })
  void a_placeholder_and_what_no_secret_may_go_to_are_no_authority(String line) {
    assertThat(offered(line)).isEmpty();
  }

  private static Optional<URI> offered(String... lines) {
    List<Response.Header> headers =
        Arrays.stream(lines).map(line -> new Response.Header("WWW-Authenticate", line)).toList();
    return ModernOffer.of(new Response(401, headers, ""), USER);
  }
}
