package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.text.Excerpt;
import java.util.List;
import java.util.stream.Stream;

/**
 * The authentication schemes in the {@code WWW-Authenticate} lines of a 401 (RFC 9110 11.6.1), one
 * to a line or joined by a proxy.
 */
final class Challenges {
  private static final int LONGEST_NAME = 40;
  private static final int MOST = 16;
  private static final int MOST_LINES = 32;

  private Challenges() {}

  /** All of them in order, those of one name too. */
  static Stream<OfferedScheme> of(Response response) {
    return response.all("WWW-Authenticate").stream()
        .limit(MOST_LINES)
        .flatMap(line -> ChallengeLine.read(line).stream());
  }

  /** Those of one name. */
  static Stream<OfferedScheme> of(Response response, String scheme) {
    return of(response).filter(offered -> offered.isNamed(scheme));
  }

  /** The names of the schemes, bounded and safe to show. */
  static List<String> schemes(Response response) {
    return of(response)
        .map(offered -> Excerpt.of(offered.name(), LONGEST_NAME))
        .limit(MOST)
        .toList();
  }

  /** Whether a scheme is among them. */
  static boolean offers(Response response, String scheme) {
    return of(response, scheme).findAny().isPresent();
  }

  /** What stands behind the name of a scheme, empty if nothing does. */
  static String token(Response response, String scheme) {
    return of(response, scheme)
        .map(OfferedScheme::token)
        .filter(token -> !token.isEmpty())
        .findFirst()
        .orElse("");
  }
}
