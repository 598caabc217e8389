package io.lyncwatch.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The processor time of this process. */
final class Cpu {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Cpu() {}

  /** Seconds of it since the process started. */
  static double seconds() {
    return SYSTEM.getProcessCpuTime() / 1e9;
  }

  /**
   * Milliseconds that one run of the work takes of it, with what the JVM does beside it.
   *
   * @param nanos how long to go on
   */
  static double millisEach(long nanos, Runnable work) throws InterruptedException {
    long start = System.nanoTime();
    long before = SYSTEM.getProcessCpuTime();
    // on a virtual thread, as in the agent
    int[] runs = new int[1];
    Thread thread =
        Thread.ofVirtual()
            .start(() -> {
              while (System.nanoTime() - start < nanos) {
                work.run();
                runs[0]++;
              }
            });
    thread.join();
    if (runs[0] == 0) {
      throw new IllegalStateException("the work failed");
    }
    return (SYSTEM.getProcessCpuTime() - before) / 1e6 / runs[0];
  }
}
