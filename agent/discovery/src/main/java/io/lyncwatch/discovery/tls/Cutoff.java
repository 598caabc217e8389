package io.lyncwatch.discovery.tls;

import io.lyncwatch.discovery.Deadline;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Closes a socket at a deadline. A read time-out is not enough: it begins anew with each byte, so a
 * server that drips bytes could hold a handshake for ever.
 */
final class Cutoff {
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicBoolean decided = new AtomicBoolean();
  private final Socket socket;

  private Cutoff(Socket socket) {
    this.socket = socket;
  }

  static Cutoff at(Deadline deadline, Socket socket) {
    Cutoff cutoff = new Cutoff(socket);
    Duration left = deadline.left();
    Thread.ofVirtual().name("tls-cutoff").start(() -> cutoff.watch(left));
    return cutoff;
  }

  /** Stops watching; false if the deadline was first, and the socket is or will be closed. */
  boolean inTime() {
    over.countDown();
    return decided.compareAndSet(false, true);
  }

  private void watch(Duration left) {
    try {
      if (!over.await(left.toNanos(), TimeUnit.NANOSECONDS) && decided.compareAndSet(false, true)) {
        socket.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException alreadyBroken) {
      // closing is all there was to do, and the reader fails either way
    }
  }
}
