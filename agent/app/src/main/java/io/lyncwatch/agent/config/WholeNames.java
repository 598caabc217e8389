package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.AddressLiteral;
import io.lyncwatch.discovery.HostNames;

/** Host names of servers as certificates have them: no addresses, no first labels alone. */
final class WholeNames {
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
    if (!name.contains(".")) {
      throw new IllegalArgumentException(
          "'" + name + "' has no dot: write the whole name, such as webpool01.contoso.example");
    }
    return name;
  }
}
