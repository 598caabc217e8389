package io.lyncwatch.discovery.http;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

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

  /**
   * Closes the socket when the time is up, unless the future is completed before. A time-out on the
   * socket bounds one read only: a server that sends a byte a second would never meet it.
   *
   * @param socket the plain one: closing a TLS socket may wait for the other side
   */
  static CompletableFuture<Void> closeAfter(Duration time, Socket socket) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    var _ =
        done.orTimeout(time.toNanos(), TimeUnit.NANOSECONDS)
            .whenComplete((nothing, late) -> {
              if (late != null) {
                close(socket);
              }
            });
    return done;
  }
}
