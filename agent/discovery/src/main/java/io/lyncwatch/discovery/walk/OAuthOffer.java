package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.text.WebUrl;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The {@code MsRtcOAuth} line of a 401: where bearer tokens are issued, and for what.
 *
 * @param endpoint the oauthtoken endpoint
 * @param grants the grant types that it takes; empty if it does not say
 */
record OAuthOffer(URI endpoint, List<String> grants) {
  static final String SCHEME = "MsRtcOAuth";

  OAuthOffer {
    grants = List.copyOf(grants);
  }

  /** What a 401 offers, if it offers this. */
  static Optional<OAuthOffer> of(Response response, URI base) {
    return Challenges.of(response, SCHEME)
        .flatMap(offered ->
            offered
                .url("href")
                .flatMap(href -> WebUrl.resolve(href, base))
                .map(href -> new OAuthOffer(URI.create(href), grants(offered)))
                .stream())
        .findFirst();
  }

  boolean takes(String grant) {
    return grants.isEmpty() || grants.contains(grant);
  }

  private static List<String> grants(OfferedScheme offered) {
    return offered.value("grant_type").stream()
        .flatMap(list -> Arrays.stream(list.split(",", -1)))
        .map(String::strip)
        .filter(grant -> !grant.isEmpty())
        .toList();
  }
}
