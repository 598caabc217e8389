package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.walk.EntryPoint;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL of the service as people write it.
 *
 * @param scheme in lower case
 * @param host as written
 * @param port that of the scheme where none is written
 * @param path without final slashes; empty if there is nothing else
 */
record TypedUrl(String scheme, String host, int port, String path) {
  private static final int HTTP = 80;
  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<host>[^/:?#@\\s]+)(?::(?<port>\\d{1,5}))?"
              + "(?<path>/[^?#\\s]*)?");

  /**
   * Takes a text apart; empty if it has no host, or a query or a fragment.
   *
   * @throws IllegalArgumentException with a message for people, which does not repeat it, if it may
   *     hold a password
   */
  static Optional<TypedUrl> parse(String text) {
    if (text.contains("@")) {
      throw new IllegalArgumentException(
          "a URL has no user and no password here: leave out what stands before the @");
    }
    Matcher url = FORM.matcher(text);
    if (!url.matches()) {
      return Optional.empty();
    }
    String scheme = url.group("scheme").toLowerCase(Locale.ROOT);
    String port = url.group("port");
    String path = url.group("path");
    return Optional.of(
        new TypedUrl(
            scheme,
            url.group("host"),
            port == null ? usual(scheme) : Integer.parseInt(port),
            path == null ? "" : path.replaceFirst("/+$", "")));
  }

  private static int usual(String scheme) {
    return scheme.equals("http") ? HTTP : EntryPoint.HTTPS;
  }
}
