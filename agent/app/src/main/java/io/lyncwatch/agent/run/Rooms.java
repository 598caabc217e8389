package io.lyncwatch.agent.run;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has been opened, to be closed in reverse. Each room is closed even if one before it failed
 * to.
 */
public final class Rooms implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** Remembers a room and hands it back. */
  public <T extends AutoCloseable> T add(T room) {
    open.push(room);
    return room;
  }

  /**
   * Closes all, the last one first.
   *
   * @throws IllegalStateException with the first failure as cause and the others suppressed
   */
  @Override
  public void close() {
    IllegalStateException failure = null;
    while (!open.isEmpty()) {
      AutoCloseable room = open.pop();
      try {
        room.close();
      } catch (Exception e) {
        if (failure == null) {
          failure = new IllegalStateException("Not everything could be closed", e);
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
