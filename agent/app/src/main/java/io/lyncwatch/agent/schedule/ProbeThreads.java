package io.lyncwatch.agent.schedule;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.quartz.spi.ThreadPool;

/**
 * Quartz's threads: a virtual one for each run, and no more at once than there are slots. Quartz
 * takes no due trigger before a slot is free, so there is no second queue behind it, and overload
 * shows as lag and misfires. Public because Quartz sets its names by reflection.
 */
public final class ProbeThreads implements ThreadPool {
  /** How long a thread has to go after an interrupt before it is interrupted again. */
  private static final Duration NUDGE = Duration.ofMillis(100);

  private final int slots;
  private final Semaphore free;
  private final Set<Thread> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  ProbeThreads(int slots) {
    if (slots < 1) {
      throw new IllegalArgumentException("at least one run at once must be allowed");
    }
    this.slots = slots;
    this.free = new Semaphore(slots);
  }

  @Override
  public boolean runInThread(Runnable work) {
    free.acquireUninterruptibly();
    Thread thread = Thread.ofVirtual().name("probe").unstarted(() -> occupy(work));
    busy.add(thread);
    thread.start();
    return true;
  }

  private void occupy(Runnable work) {
    try {
      if (!closed) {
        work.run();
      }
    } finally {
      busy.remove(Thread.currentThread());
      free.release();
    }
  }

  @Override
  public int blockForAvailableThreads() {
    free.acquireUninterruptibly();
    free.release();
    return Math.max(1, free.availablePermits());
  }

  /** Starts no more work, and wakes Quartz if it waits for a slot. Does not wait itself. */
  @Override
  public void shutdown(boolean waitForJobsToComplete) {
    closed = true;
    free.release(slots);
  }

  /**
   * Interrupts the runs that are under way, again and again, as a probe may well meet the next
   * blocking call after the first interrupt.
   *
   * @return whether all of them ended in time
   */
  boolean end(Duration allowed) throws InterruptedException {
    Deadline deadline = Deadline.in(allowed, Ticker.SYSTEM);
    while (!busy.isEmpty() && !deadline.passed()) {
      busy.forEach(Thread::interrupt);
      for (Thread thread : busy) {
        thread.join(deadline.within(NUDGE).left());
      }
    }
    return busy.isEmpty();
  }

  @Override
  public int getPoolSize() {
    return slots;
  }

  @Override
  public void initialize() {
    // Threads are made as work comes.
  }

  @Override
  public void setInstanceId(String id) {
    // There is nothing to tell apart.
  }

  @Override
  public void setInstanceName(String name) {
    // There is nothing to tell apart.
  }
}
