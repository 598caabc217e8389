package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.Endpoint;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a URL leads, as clients name it.
 *
 * @param secure whether TLS is spoken there
 */
public record Route(boolean secure, Endpoint endpoint) {
  /** Read by hand because {@link URI#getHost()} sees no host that has an underscore. */
  private static final Pattern AUTHORITY =
      Pattern.compile("\\[([^]]+)](?::(\\d*))?|([^:@]+)(?::(\\d*))?");

  /**
   * Takes scheme, host and port of a URL; the host in lower case.
   *
   * @throws IllegalArgumentException if the URL is not absolute http or https
   */
  public static Route of(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    Matcher authority = AUTHORITY.matcher(String.valueOf(url.getRawAuthority()));
    if (url.getRawAuthority() == null
        || !(scheme.equals("http") || scheme.equals("https"))
        || !authority.matches()) {
      throw new IllegalArgumentException("not an absolute http or https URL: " + url);
    }
    boolean secure = scheme.equals("https");
    boolean literal = authority.group(1) != null;
    String port = authority.group(literal ? 2 : 4);
    return new Route(
        secure,
        new Endpoint(
            authority.group(literal ? 1 : 3).toLowerCase(Locale.ROOT),
            port == null || port.isEmpty() ? (secure ? 443 : 80) : Integer.parseInt(port)));
  }
}
