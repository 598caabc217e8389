package io.lyncwatch.discovery.text;

import io.lyncwatch.discovery.HostNames;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides which URLs of an answer a client could ask at all; whom to trust is decided later. */
public final class WebUrl {
  private static final int LONGEST = 4096;
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:(?<name>[A-Za-z0-9._-]+)|\\[[0-9A-Fa-f:.]+])(?::(?<port>[0-9]{0,5}))?");

  private static final Pattern SCHEME = Pattern.compile("(?i)https?");

  private WebUrl() {}

  /**
   * The text as an absolute {@code http} or {@code https} URL with a host, else nothing. An
   * absolute URL comes back as it was written (its query belongs to the server), without spaces
   * around it; a relative one is resolved against {@code base}. User information in a URL is not
   * accepted: no service sends it, and it only serves to disguise a host. Host names may hold an
   * underscore, which {@link URI#getHost()} does not see.
   *
   * @param base the URL that the text came from
   */
  public static Optional<String> resolve(String text, URI base) {
    String trimmed = text.strip();
    if (trimmed.isEmpty() || trimmed.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      URI url = base.resolve(new URI(trimmed));
      return usable(url) ? Optional.of(url.toString()) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean usable(URI url) {
    String scheme = url.getScheme();
    String authority = url.getRawAuthority();
    if (scheme == null || authority == null || !SCHEME.matcher(scheme).matches()) {
      return false;
    }
    Matcher parts = AUTHORITY.matcher(authority);
    return parts.matches() && nameable(parts.group("name")) && portInRange(parts.group("port"));
  }

  private static boolean nameable(@Nullable String name) {
    if (name == null) {
      return true;
    }
    try {
      return !HostNames.canonical(name).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean portInRange(@Nullable String port) {
    if (port == null || port.isEmpty()) {
      return true;
    }
    int number = Integer.parseInt(port);
    return number >= 1 && number <= 65_535;
  }
}
