package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.text.WebUrl;
import java.net.URI;
import java.util.Optional;

/** Reads the {@code Bearer} line of a 401: which authority outside it names, if it names one. */
final class ModernOffer {
  private ModernOffer() {}

  /** The authority; a server that has none names a file on the client, which is a placeholder. */
  static Optional<URI> of(Response response, URI base) {
    return Challenges.of(response, "Bearer")
        .flatMap(offered -> offered.url("authorization_uri").stream())
        .filter(text -> text.regionMatches(true, 0, "https://", 0, "https://".length()))
        .flatMap(text -> WebUrl.resolve(text, base).map(URI::create).stream())
        .findFirst();
  }
}
