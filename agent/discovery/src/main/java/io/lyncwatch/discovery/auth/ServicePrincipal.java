package io.lyncwatch.discovery.auth;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name under which a Kerberos realm knows a web service (its SPN).
 *
 * @param service for example {@code HTTP}
 * @param host lower case
 * @param realm if it is not that of the account
 */
public record ServicePrincipal(String service, String host, Optional<String> realm) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z][A-Za-z0-9]*)/([A-Za-z0-9][A-Za-z0-9.-]*)(?:@(.+))?");

  /** The usual one of the service behind a URL. */
  static ServicePrincipal ofHost(String host) {
    return new ServicePrincipal("HTTP", host, Optional.empty());
  }

  /**
   * Reads {@code HTTP/host} or {@code HTTP/host@REALM}.
   *
   * @throws IllegalArgumentException with a message for people if it is neither
   */
  public static ServicePrincipal parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a service principal name: write HTTP/host or HTTP/host@REALM");
    }
    return new ServicePrincipal(
        parts.group(1),
        parts.group(2).toLowerCase(Locale.ROOT),
        Optional.ofNullable(parts.group(3)).map(Realm::name));
  }

  /** As administrators write it, without the realm. */
  @Override
  public String toString() {
    return service + "/" + host;
  }
}
