package io.lyncwatch.lab.ticket;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The web site that a ticket is for.
 *
 * @param uri {@code https://lyncweb.contoso.example/}: no port, for a reverse proxy may change it
 */
record Audience(String uri) {
  /** The site of a web name, which may have a port behind it. */
  static Audience of(String webHost) {
    return ofUrl("https://" + webHost)
        .orElseThrow(() -> new IllegalArgumentException("no host name: " + webHost));
  }

  /** The site that a resource belongs to; empty if this is no URL with a host. */
  static Optional<Audience> ofUrl(String url) {
    try {
      return Optional.ofNullable(new URI(url).getHost())
          .map(host -> new Audience("https://" + host.toLowerCase(Locale.ROOT) + "/"));
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }
}
