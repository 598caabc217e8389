package io.lyncwatch.discovery;

/**
 * A host and port as clients name it, before any {@code connect-to} rule moves the connection.
 *
 * @param host a host name in canonical form, or an address literal without brackets
 * @param port 1 to 65535
 */
public record Endpoint(String host, int port) {
  /**
   * @throws IllegalArgumentException if the port is out of range
   */
  public Endpoint {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
    }
  }

  /** {@code host:port}, IPv6 literals in brackets. */
  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
