package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.walk.EntryPoint;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Web names of pools, or the URLs of their Autodiscover services; each may be given once. */
final class PoolNames implements UnaryOperator<String> {
  private final Set<String> taken = new HashSet<>();

  /**
   * The web name.
   *
   * @throws IllegalArgumentException with a message for people
   */
  @Override
  public String apply(String text) {
    String name = WholeNames.parse(text.contains("/") ? host(text) : text);
    if (!taken.add(name)) {
      throw new IllegalArgumentException("there already is a pool '" + name + "'");
    }
    return name;
  }

  private static String host(String text) {
    return TypedUrl.parse(text)
        .filter(PoolNames::leadsToService)
        .map(TypedUrl::host)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'"
                    + text
                    + "' names no pool: write its web name, or https://NAME"
                    + EntryPoint.SERVICE));
  }

  private static boolean leadsToService(TypedUrl url) {
    return url.scheme().equals("https")
        && url.port() == EntryPoint.HTTPS
        && (url.path().isEmpty() || url.path().equalsIgnoreCase(EntryPoint.SERVICE));
  }
}
