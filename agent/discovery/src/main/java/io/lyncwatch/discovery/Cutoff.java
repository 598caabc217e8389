package io.lyncwatch.discovery;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Closes a socket at a deadline, or a moment after it. A read time-out is not enough: it begins
 * anew with each byte, so a server that drips bytes could hold its reader for ever.
 *
 * <p>One thread looks at all of them again and again. A thread or a timer for each would be woken
 * twice for every exchange, which costs more than most of what is done with the answer.
 */
public final class Cutoff {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final Set<Cutoff> WATCHED = ConcurrentHashMap.newKeySet();

  private static final Thread WATCHER =
      Thread.ofPlatform().daemon().name("cutoff").start(Cutoff::watch);

  /** Whether the thread may wait until there is something to watch. */
  private static volatile boolean asleep;

  private final AtomicBoolean decided = new AtomicBoolean();
  private final Deadline deadline;
  private final Socket socket;

  private Cutoff(Deadline deadline, Socket socket) {
    this.deadline = deadline;
    this.socket = socket;
  }

  /**
   * Watches until {@link #inTime} is called.
   *
   * @param socket the plain one: closing a TLS socket may wait for the other side
   */
  public static Cutoff at(Deadline deadline, Socket socket) {
    Cutoff cutoff = new Cutoff(deadline, socket);
    WATCHED.add(cutoff);
    if (asleep) {
      LockSupport.unpark(WATCHER);
    }
    return cutoff;
  }

  /** Stops watching; false if the deadline was first, and the socket is or will be closed. */
  public boolean inTime() {
    WATCHED.remove(this);
    return decided.compareAndSet(false, true);
  }

  private static void watch() {
    while (true) {
      asleep = true;
      if (WATCHED.isEmpty()) {
        LockSupport.park();
      }
      asleep = false;
      WATCHED.forEach(Cutoff::look);
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private void look() {
    if (deadline.passed() && decided.compareAndSet(false, true)) {
      WATCHED.remove(this);
      try {
        socket.close();
      } catch (IOException alreadyBroken) {
        // closing is all there was to do, and the reader fails either way
      }
    }
  }
}
