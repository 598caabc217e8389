package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.text.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One HTTP answer, read whole.
 *
 * @param headers in order of arrival
 * @param body decoded text, at most 1 MiB on the wire; it may hold a ticket, so it is never printed
 */
public record Response(int status, List<Header> headers, String body) {
  /** Copies the list. */
  public Response {
    headers = List.copyOf(headers);
  }

  /** One header line. */
  public record Header(String name, String value) {}

  /** The first value of a header, its name compared without regard to case. */
  public Optional<String> header(String name) {
    return all(name).stream().findFirst();
  }

  /** All values of a header, in order. */
  public List<String> all(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /**
   * The Front End that answered, from {@code X-MS-Server-Fqdn}: every genuine answer of the web
   * services carries it.
   */
  public Optional<String> server() {
    return header("X-MS-Server-Fqdn").map(server -> Excerpt.of(server, 255));
  }

  /** The media type without parameters, lower case, empty if there is none. */
  public String mediaType() {
    String value = header("Content-Type").orElse("");
    int semicolon = value.indexOf(';');
    return Excerpt.of(semicolon < 0 ? value : value.substring(0, semicolon), 100)
        .strip()
        .toLowerCase(java.util.Locale.ROOT);
  }

  /** The status of a redirect that has a target, else nothing. */
  public OptionalInt redirect() {
    boolean redirects =
        switch (status) {
          case 301, 302, 303, 307, 308 -> header("Location").isPresent();
          default -> false;
        };
    return redirects ? OptionalInt.of(status) : OptionalInt.empty();
  }

  @Override
  public String toString() {
    return "HTTP " + status;
  }
}
