package io.lyncwatch.discovery.http;

import java.io.IOException;
import java.net.Socket;

/** What is done to sockets from outside of the conversation on them. */
final class Sockets {
  private Sockets() {}

  /** Closes; a socket that fails to close is as good as closed to us. */
  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // nothing to be done, and nothing depends on it
    }
  }
}
