package io.lyncwatch.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An agent in a process of its own.
 *
 * @param started by {@link System#nanoTime}, just before the process was
 */
record AgentProcess(Process process, int port, long started) implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);
  private static final double TICKS_PER_SECOND = 100; // of Linux, whatever the machine

  static AgentProcess start(Launcher launcher, LabProcess lab) throws IOException {
    long started = System.nanoTime();
    Process process = launcher.start("agent", "run", "--config", lab.file().toString());
    return new AgentProcess(process, lab.port(), started);
  }

  /** Waits for the first scrape that is answered. */
  Scrape firstScrape() throws InterruptedException {
    Optional<Scrape> scrape = Scrape.of(port);
    while (scrape.isEmpty()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the agent ended; its log says why");
      }
      Thread.sleep(POLL);
      scrape = Scrape.of(port);
    }
    return scrape.get();
  }

  Scrape scrape() throws InterruptedException {
    return Scrape.of(port).orElseThrow();
  }

  /** Seconds since the process was started. */
  double age() {
    return (System.nanoTime() - started) / 1e9;
  }

  /** When the process was started, in seconds since 1970. */
  double startedAt() {
    return System.currentTimeMillis() / 1e3 - age();
  }

  /** One of the sizes that the kernel tells, such as {@code VmRSS}, in MB of 1,000,000 bytes. */
  double megabytes(String size) throws IOException {
    return Files.readAllLines(proc("status")).stream()
        .filter(line -> line.startsWith(size + ":"))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6)
        .findFirst()
        .orElseThrow();
  }

  /** Seconds of processor time since the start, in the kernel and outside, by proc(5). */
  double cpu() throws IOException {
    String stat = Files.readString(proc("stat"));
    // the second field is a name in brackets, which may hold spaces
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))) / TICKS_PER_SECOND;
  }

  private Path proc(String file) {
    return Path.of("/proc", "" + process.pid(), file);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
