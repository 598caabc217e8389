package io.lyncwatch.discovery;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Host names that are addresses already: never looked up, never sent as SNI. */
public final class AddressLiteral {
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  private AddressLiteral() {}

  /**
   * The address that {@code host} spells, if it is four decimal numbers or an IPv6 address without
   * brackets. The shorter forms that some systems take ({@code 127.1}) are names here.
   */
  public static Optional<InetAddress> parse(String host) {
    if (!host.contains(":") && !IPV4.matcher(host).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
