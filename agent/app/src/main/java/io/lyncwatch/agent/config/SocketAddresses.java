package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.AddressLiteral;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code IP}, {@code IP:port}, {@code [IPv6]:port}; never looks a name up. */
public final class SocketAddresses {
  private static final Pattern WITH_PORT =
      Pattern.compile("(?:\\[(?<six>[^\\]]*)]|(?<four>[^:\\[\\]]*)):(?<port>\\d{1,5})");
  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)]");

  private SocketAddresses() {}

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException with a message for people
   */
  public static InetSocketAddress parse(String text, int defaultPort) {
    Matcher withPort = WITH_PORT.matcher(text);
    if (!withPort.matches()) {
      return new InetSocketAddress(
          address(BRACKETED.matcher(text).replaceFirst("$1"), text), defaultPort);
    }
    int port = Integer.parseInt(withPort.group("port"));
    if (port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
    }
    String six = withPort.group("six");
    return new InetSocketAddress(address(six == null ? withPort.group("four") : six, text), port);
  }

  /** {@code IP:port}, without the port if it is {@code defaultPort}. */
  public static String print(InetSocketAddress address, int defaultPort) {
    String ip = address.getAddress().getHostAddress();
    if (address.getPort() == defaultPort) {
      return ip;
    }
    return (ip.contains(":") ? "[" + ip + "]" : ip) + ":" + address.getPort();
  }

  private static InetAddress address(String ip, String text) {
    if (ip.equals("localhost")) {
      return InetAddress.ofLiteral("127.0.0.1");
    }
    return AddressLiteral.parse(ip)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'" + text + "' is not an address: write IP or IP:port, IPv6 as [IP]:port"));
  }
}
