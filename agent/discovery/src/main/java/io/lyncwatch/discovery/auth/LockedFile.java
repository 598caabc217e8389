package io.lyncwatch.discovery.auth;

import io.lyncwatch.discovery.Deadline;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A small file that nobody else on this machine, no thread and no process, has open in this way.
 *
 * <p>The lock of the operating system belongs to the process, and on POSIX systems closing any
 * channel of a file gives up every lock that the process has on it. So a thread takes its turn
 * within the process before it opens the file. That is why the turns are static: two guards in one
 * process share them.
 *
 * <p>Reads and writes go through {@link RandomAccessFile}, because an interrupt would close a
 * {@code FileChannel} in the middle of a write.
 */
final class LockedFile implements AutoCloseable {
  private static final ConcurrentMap<Path, Semaphore> TURNS = new ConcurrentHashMap<>();
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

  private final RandomAccessFile file;
  private final Semaphore turn;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LockedFile(RandomAccessFile file, Semaphore turn) {
    this.file = file;
    this.turn = turn;
  }

  /**
   * Waits for the file, until the deadline at most.
   *
   * @param path absolute and without symbolic links, so that one file has one turn
   * @return empty if the deadline passed or the thread was interrupted, which stays visible
   */
  static Optional<LockedFile> lock(Path path, Deadline deadline) throws IOException {
    Semaphore turn = TURNS.computeIfAbsent(path, p -> new Semaphore(1, true));
    try {
      if (!turn.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    Optional<LockedFile> locked = Optional.empty();
    try {
      locked = lockAmongProcesses(path, turn, deadline);
      return locked;
    } finally {
      if (locked.isEmpty()) {
        turn.release();
      }
    }
  }

  private static Optional<LockedFile> lockAmongProcesses(
      Path path, Semaphore turn, Deadline deadline) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    boolean locked = false;
    try {
      locked = waitForLock(file, deadline);
      return locked ? Optional.of(new LockedFile(file, turn)) : Optional.empty();
    } finally {
      if (!locked) {
        file.close();
      }
    }
  }

  /** Asks again and again, because waiting in the system's own call could not be bounded. */
  private static boolean waitForLock(RandomAccessFile file, Deadline deadline) throws IOException {
    while (true) {
      FileLock lock = file.getChannel().tryLock();
      if (lock != null) {
        return true;
      }
      Duration left = deadline.left();
      if (left.isZero()) {
        return false;
      }
      try {
        Thread.sleep(left.compareTo(BETWEEN_TRIES) < 0 ? left : BETWEEN_TRIES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  /** The whole file, or as many bytes as asked for if it is longer. */
  byte[] read(int mostBytes) throws IOException {
    byte[] content = new byte[(int) Math.min(file.length(), mostBytes)];
    file.seek(0);
    file.readFully(content);
    return content;
  }

  /**
   * Replaces the content and waits until it is on the disk. Cuts off what is left of the old
   * content last: a crash in between leaves a file that is damaged, never one that is empty.
   */
  void write(byte[] content) throws IOException {
    file.seek(0);
    file.write(content);
    file.setLength(content.length);
    file.getFD().sync();
  }

  /** Gives the lock and the turn back. */
  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      try {
        file.close();
      } finally {
        turn.release();
      }
    }
  }
}
