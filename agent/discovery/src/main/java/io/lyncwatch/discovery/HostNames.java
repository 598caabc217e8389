package io.lyncwatch.discovery;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** How host names are written and compared: as DNS does, without regard to case and by label. */
public final class HostNames {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?");

  private HostNames() {}

  /**
   * Lower case, ASCII form (RFC 3490), without the final dot.
   *
   * @throws IllegalArgumentException with a message for people if it can be no host name
   */
  public static String canonical(String name) {
    String trimmed = name.strip();
    if (trimmed.endsWith(".")) {
      trimmed = trimmed.substring(0, trimmed.length() - 1);
    }
    String ascii;
    try {
      ascii = IDN.toASCII(trimmed).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + name + "' is not a host name: " + e.getMessage(), e);
    }
    if (ascii.isEmpty()
        || ascii.length() > 253
        || !NAME.matcher(ascii).matches()
        || ascii.contains("..")) {
      throw new IllegalArgumentException("'" + name + "' is not a host name");
    }
    return ascii;
  }

  /** Whether {@code host} is {@code domain} or ends in {@code .domain}. */
  public static boolean isWithin(String host, String domain) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.equals(domain) || lower.endsWith("." + domain);
  }
}
