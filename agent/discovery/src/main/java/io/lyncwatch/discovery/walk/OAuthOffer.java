package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.text.WebUrl;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code MsRtcOAuth} line of a 401: where bearer tokens are issued, and for what.
 *
 * @param endpoint the oauthtoken endpoint
 * @param grants the grant types that it takes; empty if it does not say
 */
record OAuthOffer(URI endpoint, List<String> grants) {
  private static final int LONGEST = 8192;

  // Servers send the URL with quotes or without; proxies join the lines of several schemes.
  private static final Pattern SCHEME = Pattern.compile("(?i)(?:^|[\\s,])MsRtcOAuth\\s+(.*)");
  private static final Pattern HREF =
      Pattern.compile("(?i)\\bhref\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,\"]+))");
  private static final Pattern GRANTS =
      Pattern.compile("(?i)\\bgrant_type\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,\"]+))");

  OAuthOffer {
    grants = List.copyOf(grants);
  }

  /** What a 401 offers, if it offers this. */
  static Optional<OAuthOffer> of(Response response, URI base) {
    return response.all("WWW-Authenticate").stream()
        .map(line -> line.substring(0, Math.min(line.length(), LONGEST)))
        .map(SCHEME::matcher)
        .filter(Matcher::find)
        .map(scheme -> scheme.group(1))
        .flatMap(parameters ->
            value(HREF, parameters)
                .flatMap(href -> WebUrl.resolve(href, base))
                .map(href -> new OAuthOffer(URI.create(href), grants(parameters)))
                .stream())
        .findFirst();
  }

  boolean takes(String grant) {
    return grants.isEmpty() || grants.contains(grant);
  }

  private static List<String> grants(String parameters) {
    return value(GRANTS, parameters).stream()
        .flatMap(list -> Arrays.stream(list.split(",", -1)))
        .map(String::strip)
        .filter(grant -> !grant.isEmpty())
        .toList();
  }

  private static Optional<String> value(Pattern pattern, String parameters) {
    Matcher found = pattern.matcher(parameters);
    return found.find()
        ? Optional.of(found.group(1) == null ? found.group(2) : found.group(1))
        : Optional.empty();
  }
}
