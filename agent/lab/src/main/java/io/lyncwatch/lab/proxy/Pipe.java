package io.lyncwatch.lab.proxy;

import java.io.IOException;
import java.net.Socket;

/** Passes bytes on both ways between two sockets until one of them ends. */
record Pipe(Socket client, Socket backend) {
  /** Returns when either side has ended or was silent for too long; both are closed then. */
  void run() {
    Thread back = Thread.ofVirtual().start(() -> copy(backend, client));
    copy(client, backend);
    boolean interrupted = false;
    while (back.isAlive()) {
      try {
        back.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // One side is gone, by itself or because the other copy closed it: there is nothing to pass.
    }
  }
}
