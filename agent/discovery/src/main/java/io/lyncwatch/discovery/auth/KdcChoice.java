package io.lyncwatch.discovery.auth;

import io.lyncwatch.discovery.Deadline;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Picks the one server of a realm that a sign-in is made at. Java's Kerberos would send the proof
 * of a password to each of a list in turn, and each could count it as a failure.
 */
final class KdcChoice {
  private static final int PORT = 88;

  /** For one of them. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private KdcChoice() {}

  /** The first that takes a connection. Nothing is sent to any of them. */
  static Optional<String> reachable(List<String> kdcs, Deadline deadline) {
    return kdcs.stream().filter(kdc -> takesConnections(kdc, deadline)).findFirst();
  }

  private static boolean takesConnections(String kdc, Deadline deadline) {
    int patience = Math.min((int) PATIENCE.toMillis(), deadline.leftMillis());
    if (deadline.passed() || patience <= 0) {
      return false;
    }
    try (Socket socket = new Socket()) {
      socket.connect(address(kdc), patience);
      return true;
    } catch (IOException notThere) {
      return false;
    }
  }

  private static InetSocketAddress address(String kdc) {
    int colon = kdc.lastIndexOf(':');
    boolean port = colon > 0 && !kdc.endsWith("]");
    String host = port ? kdc.substring(0, colon) : kdc;
    return new InetSocketAddress(
        host.replaceAll("[\\[\\]]", ""), port ? Integer.parseInt(kdc.substring(colon + 1)) : PORT);
  }
}
