package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.AddressLiteral;
import io.lyncwatch.discovery.HostNames;
import java.util.regex.Pattern;

/** Host names of servers as certificates have them: no addresses, no first labels alone. */
final class WholeNames {
  /** No name ends in a label of digits only (RFC 3696, section 2), but addresses do. */
  private static final Pattern MISTYPED_ADDRESS = Pattern.compile("(.*\\.)?[0-9]+");

  private WholeNames() {}

  /**
   * The name in canonical form.
   *
   * @throws IllegalArgumentException with a message for people
   */
  static String parse(String text) {
    if (AddressLiteral.parse(text).isPresent()) {
      throw new IllegalArgumentException(
          "'" + text + "' is an address: write the host name that its certificate has");
    }
    String name = HostNames.canonical(text);
    if (MISTYPED_ADDRESS.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + text + "' is neither a host name nor an address");
    }
    if (!name.contains(".")) {
      throw new IllegalArgumentException(
          "'" + name + "' has no dot: write the whole name, such as webpool01.contoso.example");
    }
    return name;
  }
}
