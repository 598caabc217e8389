package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.text.WebUrl;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code Bearer} line of a 401: which authority outside it names, if it names one. */
final class ModernOffer {
  private static final int LONGEST = 8192;
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?i)(?:^|[\\s,])Bearer\\s.*\\bauthorization_uri\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,\"]+))");

  private ModernOffer() {}

  /** The authority; a server that has none names a file on the client, which is a placeholder. */
  static Optional<URI> of(Response response, URI base) {
    return response.all("WWW-Authenticate").stream()
        .map(line -> line.substring(0, Math.min(line.length(), LONGEST)))
        .map(AUTHORITY::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .filter(text -> text.regionMatches(true, 0, "https://", 0, "https://".length()))
        .flatMap(text -> WebUrl.resolve(text, base).map(URI::create).stream())
        .findFirst();
  }
}
