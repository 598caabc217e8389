package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.walk.EntryPoint;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Web names of pools, or the URLs of their Autodiscover services; each may be given once. */
final class PoolNames implements UnaryOperator<String> {
  private static final Pattern URL =
      Pattern.compile(
          "https://([^/:]+)(:443)?(" + Pattern.quote(EntryPoint.SERVICE) + ")?/?",
          Pattern.CASE_INSENSITIVE);

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
    Matcher url = URL.matcher(text);
    if (!url.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' names no pool: write its web name, or https://NAME" + EntryPoint.SERVICE);
    }
    return url.group(1);
  }
}
