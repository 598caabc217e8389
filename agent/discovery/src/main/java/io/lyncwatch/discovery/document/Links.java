package io.lyncwatch.discovery.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The links of a document. Tokens are compared regardless of case; of two links with one token the
 * first holds; tokens that nobody knows are kept.
 *
 * @param all in the order of the document
 */
public record Links(List<Link> all) {
  /** Drops repetitions of a token. */
  public Links {
    Map<String, Link> byToken = new LinkedHashMap<>();
    for (Link link : all) {
      byToken.putIfAbsent(key(link.token()), link);
    }
    all = List.copyOf(byToken.values());
  }

  /** The absolute URL of that token. */
  public Optional<String> href(String token) {
    return all.stream()
        .filter(link -> key(link.token()).equals(key(token)))
        .map(Link::href)
        .findFirst();
  }

  private static String key(String token) {
    return token.toLowerCase(Locale.ROOT);
  }
}
