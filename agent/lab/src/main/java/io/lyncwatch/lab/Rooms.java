package io.lyncwatch.lab;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What is open, closed again in reverse order; one that fails to close does not spare the rest. */
final class Rooms implements Closeable {
  private final Deque<Closeable> open = new ArrayDeque<>();

  synchronized <T extends Closeable> T add(T room) {
    open.push(room);
    return room;
  }

  @Override
  public synchronized void close() {
    UncheckedIOException failure = null;
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (IOException e) {
        if (failure == null) {
          failure = new UncheckedIOException("a part of the lab did not close", e);
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
