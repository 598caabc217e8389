package io.lyncwatch.agent.cli;

import java.util.concurrent.CountDownLatch;

/** Waits until the process is told to stop (SIGTERM, Ctrl-C), and lets it end tidily. */
final class StopSignal {
  private StopSignal() {}

  /** Closes what runs when the signal comes; the JVM ends then, so this hardly ever returns. */
  static int closeOnSignal(AutoCloseable running) {
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  close(running);
                  closed.countDown();
                },
                "stop"));
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.HEALTHY;
  }

  private static void close(AutoCloseable running) {
    try {
      running.close();
    } catch (Exception e) {
      System.err.println("lyncwatch: closing failed: " + e);
    }
  }
}
