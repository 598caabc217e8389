package io.lyncwatch.lab.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request as it reached a site.
 *
 * @param connection identifies the client's TCP connection, the same for all requests on it
 * @param scheme {@code http} or {@code https}
 * @param host the Host header without its port
 * @param path decoded, without the query
 * @param query as sent, empty if there is none
 * @param headers names in lower case
 * @param body read as UTF-8, bounded by the site; an OCSP request as a character per byte
 * @param channel absent over plain http
 */
public record Request(
    String connection,
    String scheme,
    String host,
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    String body,
    Optional<Channel> channel) {

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** Without headers and body, which may hold secrets. */
  @Override
  public String toString() {
    return method + " " + scheme + "://" + host + path;
  }
}
