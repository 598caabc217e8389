package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.text.Excerpt;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The authentication schemes in the {@code WWW-Authenticate} lines of a 401 (RFC 9110 11.6.1), one
 * to a line or joined by a proxy.
 */
final class Challenges {
  private static final int LONGEST_NAME = 40;
  private static final int MOST = 16;

  private Challenges() {}

  /** The names of the schemes, bounded and safe to show. */
  static List<String> schemes(Response response) {
    return parts(response)
        .map(part -> part.split(" ", 2)[0])
        .filter(name -> !name.contains("="))
        .map(name -> Excerpt.of(name, LONGEST_NAME))
        .filter(name -> !name.isEmpty())
        .limit(MOST)
        .toList();
  }

  /** Whether a scheme is among them. */
  static boolean offers(Response response, String scheme) {
    return schemes(response).stream().anyMatch(scheme::equalsIgnoreCase);
  }

  /** What stands behind the name of a scheme, empty if nothing does. */
  static String token(Response response, String scheme) {
    String start = scheme.toLowerCase(Locale.ROOT) + " ";
    return parts(response)
        .filter(part -> part.toLowerCase(Locale.ROOT).startsWith(start))
        .map(part -> part.substring(start.length()).strip())
        .findFirst()
        .orElse("");
  }

  private static Stream<String> parts(Response response) {
    return response.all("WWW-Authenticate").stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .filter(part -> !part.isEmpty());
  }
}
