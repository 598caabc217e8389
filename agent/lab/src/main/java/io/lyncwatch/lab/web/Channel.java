package io.lyncwatch.lab.web;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The TLS connection that brought a request.
 *
 * @param shown the certificate that the site presented on it
 * @param presented what the client presented, the leaf first and judged by nobody; empty if it
 *     presented nothing or was not asked to
 */
public record Channel(X509Certificate shown, List<X509Certificate> presented) {
  /** Copies the list. */
  public Channel {
    presented = List.copyOf(presented);
  }
}
