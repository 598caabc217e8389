package io.lyncwatch.discovery.auth;

import java.util.List;

/**
 * A Kerberos realm; in Windows the DNS name of a domain in capitals.
 *
 * @param name for example {@code CONTOSO.EXAMPLE}
 * @param kdcs its servers as {@code host} or {@code host:port}; a sign-in is made at the first that
 *     takes a connection
 */
public record Realm(String name, List<String> kdcs) {
  private static final int KERBEROS = 88;
  private static final int LAST_PORT = 65_535;
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,254}";
  private static final String SERVER =
      "(?:[A-Za-z0-9][A-Za-z0-9.-]{0,254}|\\[[0-9A-Fa-f:.]{2,45}\\])(?::[0-9]{1,5})?";

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException with a message for people if a part is not what it should be
   */
  public Realm {
    name(name);
    kdcs = kdcs.stream().map(Realm::server).toList();
  }

  /**
   * A name that can be one of a realm, as it stands.
   *
   * @throws IllegalArgumentException with a message for people if it cannot
   */
  public static String name(String text) {
    if (!text.matches(NAME)) {
      throw new IllegalArgumentException(
          "'" + text + "' is not the name of a Kerberos realm: write it like CONTOSO.EXAMPLE");
    }
    return text;
  }

  /**
   * Where a realm's server is, as it stands.
   *
   * @throws IllegalArgumentException with a message for people if it is neither of the two forms
   */
  public static String server(String text) {
    if (!text.matches(SERVER) || port(text) < 1 || port(text) > LAST_PORT) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a Kerberos server: write host or host:port");
    }
    return text;
  }

  private static int port(String server) {
    int colon = server.lastIndexOf(':');
    return colon < server.lastIndexOf(']') || colon < 0
        ? KERBEROS
        : Integer.parseInt(server.substring(colon + 1));
  }
}
