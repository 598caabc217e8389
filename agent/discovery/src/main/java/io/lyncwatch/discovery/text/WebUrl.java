package io.lyncwatch.discovery.text;

import io.lyncwatch.discovery.HostNames;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides which URLs of an answer a client could ask at all; whom to trust is decided later. */
public final class WebUrl {
  private static final int LONGEST = 4096;
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:(?<name>[A-Za-z0-9._-]+)|\\[[0-9A-Fa-f:.]+])(?::(?<port>[0-9]*))?");

  private static final Pattern SCHEME = Pattern.compile("(?i)https?");
  private static final Pattern PORT = Pattern.compile("0{0,5}[1-9][0-9]{0,4}");

  /** Steps above the root, which {@link URI#resolve(URI)} leaves standing. */
  private static final Pattern ABOVE_ROOT =
      Pattern.compile("(?i)^(https?://[^/?#]*)(?:/\\.\\.)+(?=[/?#]|$)");

  private WebUrl() {}

  /** What came of reading a text. */
  public sealed interface Reading {
    /** A URL that can be asked. */
    record Usable(String url) implements Reading {}

    /**
     * None.
     *
     * @param why a few words that go on from the text, safe to show
     */
    record Refused(String why) implements Reading {}
  }

  /** As {@link #read} does, without a word on what is wrong. */
  public static Optional<String> resolve(String text, URI base) {
    return read(text, base) instanceof Reading.Usable(String url)
        ? Optional.of(url)
        : Optional.empty();
  }

  /**
   * The text as an absolute {@code http} or {@code https} URL with a host. An absolute URL comes
   * back as it was written (its query belongs to the server), without spaces around it; a relative
   * one is resolved against {@code base}. What is not ASCII is encoded, as clients do before they
   * send it. User information in a URL is not accepted: no service sends it, and it only serves to
   * disguise a host. Host names may hold an underscore, which {@link URI#getHost()} does not see.
   *
   * @param base the URL that the text came from
   */
  public static Reading read(String text, URI base) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return new Reading.Refused("it is empty");
    }
    if (trimmed.length() > LONGEST) {
      return new Reading.Refused("it is longer than " + LONGEST + " characters");
    }
    OptionalInt hidden =
        trimmed.codePoints().filter(c -> c != ' ' && !Excerpt.isShowable(c)).findFirst();
    if (hidden.isPresent()) {
      return new Reading.Refused("it holds the character U+%04X".formatted(hidden.getAsInt()));
    }
    try {
      URI reference = new URI(trimmed);
      URI url = resolved(reference, base);
      return obstacle(url)
          .<Reading>map(Reading.Refused::new)
          .orElseGet(() -> new Reading.Usable(written(url, reference)));
    } catch (URISyntaxException e) {
      return new Reading.Refused(e.getReason().toLowerCase(Locale.ROOT));
    }
  }

  /** RFC 3986 5.2.2, which {@link URI#resolve(URI)} does not follow for a query alone. */
  private static URI resolved(URI reference, URI base) throws URISyntaxException {
    boolean queryOnly =
        !reference.isAbsolute()
            && reference.getRawAuthority() == null
            && reference.getRawPath().isEmpty()
            && reference.getRawQuery() != null;
    return queryOnly
        ? new URI(base.toString().split("[?#]", 2)[0] + reference)
        : base.resolve(reference);
  }

  private static String written(URI url, URI reference) {
    String ascii = url.toASCIIString();
    return reference.isAbsolute() ? ascii : ABOVE_ROOT.matcher(ascii).replaceFirst("$1");
  }

  private static Optional<String> obstacle(URI url) {
    String scheme = url.getScheme();
    if (scheme == null || !SCHEME.matcher(scheme).matches()) {
      return Optional.of(
          scheme == null ? "it is relative to nothing" : "its scheme is " + Excerpt.of(scheme, 40));
    }
    String authority = url.getRawAuthority();
    if (authority == null) {
      return Optional.of("it names no host");
    }
    if (authority.contains("@")) {
      return Optional.of("it names a user before its host");
    }
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches() || !nameable(parts.group("name"))) {
      return Optional.of("its host is none");
    }
    return portInRange(parts.group("port"))
        ? Optional.empty()
        : Optional.of("its port is out of range");
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
    return port == null
        || port.isEmpty()
        || (PORT.matcher(port).matches() && Integer.parseInt(port) <= 65_535);
  }
}
