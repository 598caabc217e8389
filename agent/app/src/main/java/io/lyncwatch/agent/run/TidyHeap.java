package io.lyncwatch.agent.run;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps the heap near what lives in it. The serial collector is the one that needs least memory for
 * itself, but it looks at old objects only when there is no room left below the limit, so that the
 * limit would be what the agent takes, however little it watches. Here it looks as soon as half as
 * much has come as lived when it looked last.
 *
 * <p>With another collector nothing is done: those have rules of their own for this.
 */
final class TidyHeap implements AutoCloseable {
  private static final String OLD_OBJECTS = "Tenured Gen";
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** What comes while the agent starts mostly stays. */
  private static final long LEAST_GROWTH = 10_000_000;

  private final Thread thread;

  private TidyHeap(Thread thread) {
    this.thread = thread;
  }

  static TidyHeap start() {
    Optional<MemoryPoolMXBean> old =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals(OLD_OBJECTS))
            .findFirst();
    return new TidyHeap(
        Thread.ofVirtual().name("tidy heap").start(() -> old.ifPresent(TidyHeap::tidy)));
  }

  private static void tidy(MemoryPoolMXBean old) {
    try {
      while (true) {
        Thread.sleep(BETWEEN_LOOKS);
        if (isDue(old.getCollectionUsage().getUsed(), old.getUsage().getUsed())) {
          System.gc();
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether enough has come since the last look.
   *
   * @param lived bytes that lived then
   * @param used bytes that are used now
   */
  static boolean isDue(long lived, long used) {
    return used - lived > Math.max(LEAST_GROWTH, lived / 2);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
