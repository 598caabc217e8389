package io.lyncwatch.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Checks that the machine has the lab's loopback addresses; macOS has only the first. */
final class Addresses {
  private Addresses() {}

  /**
   * Tries each address.
   *
   * @throws IOException with a text for people that says which are missing and how to add them
   */
  static void require(List<InetAddress> addresses) throws IOException {
    List<String> missing = new ArrayList<>();
    for (InetAddress address : addresses) {
      try {
        new ServerSocket(0, 1, address).close();
      } catch (IOException e) {
        missing.add(address.getHostAddress());
      }
    }
    if (!missing.isEmpty()) {
      throw new IOException(
          missing.stream()
              .map(address -> "sudo ifconfig lo0 alias " + address)
              .collect(
                  Collectors.joining(
                      "; ",
                      "this machine lacks loopback addresses of the lab; add them with: ",
                      "")));
    }
  }
}
