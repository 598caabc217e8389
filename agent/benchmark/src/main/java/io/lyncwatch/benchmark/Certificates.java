package io.lyncwatch.benchmark;

import io.lyncwatch.agent.run.Agent;
import io.lyncwatch.discovery.probe.CertificateProbe;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * How long an agent takes to look at a thousand endpoints, all due at once: its own targets of so
 * many SIP domains, each a name to resolve and a full handshake per address, as many at a time as
 * its schedule lets run.
 */
final class Certificates {
  private static final int ENDPOINTS = 1000;

  /** Each SIP domain has two discovery records inside and one outside. */
  private static final int DOMAINS = ENDPOINTS / 3 + 1;

  private static final int ROUNDS = 6;

  private final Launcher launcher;

  Certificates(Launcher launcher) {
    this.launcher = launcher;
  }

  void print() throws IOException, InterruptedException {
    try (LabProcess lab = LabProcess.start(launcher, DOMAINS)) {
      List<Probe> probes =
          Watched.by(lab.configuration()).probes().stream()
              .filter(CertificateProbe.class::isInstance)
              .limit(ENDPOINTS)
              .toList();
      System.out.printf(
          "%n%d endpoints, %d at a time; the first round is cold%n%-8s %10s %12s %14s %14s %8s%n",
          probes.size(),
          Agent.CONCURRENCY,
          "round",
          "seconds",
          "cpu seconds",
          "cpu ms each",
          "certificates",
          "failing");
      for (int round = 1; round <= ROUNDS; round++) {
        print(round, probes);
      }
    }
  }

  private static void print(int round, List<Probe> probes) throws InterruptedException {
    double cpuBefore = Cpu.seconds();
    long start = System.nanoTime();
    Collection<Report> reports = runAll(probes);
    double took = (System.nanoTime() - start) / 1e9;
    double cpu = Cpu.seconds() - cpuBefore;
    System.out.printf(
        "%-8d %10.2f %12.2f %14.2f %14d %8d%n",
        round,
        took,
        cpu,
        cpu * 1000 / probes.size(),
        reports.stream().mapToInt(Certificates::presented).sum(),
        reports.stream().filter(Report::failed).count());
  }

  private static Collection<Report> runAll(List<Probe> probes) throws InterruptedException {
    Collection<Report> reports = new ConcurrentLinkedQueue<>();
    Semaphore free = new Semaphore(Agent.CONCURRENCY);
    List<Thread> threads = new ArrayList<>();
    for (Probe probe : probes) {
      free.acquire();
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  reports.add(probe.run());
                } finally {
                  free.release();
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (reports.size() < probes.size()) {
      throw new IllegalStateException("some probes failed");
    }
    return reports;
  }

  private static int presented(Report report) {
    return report.facts() instanceof Facts.Certificate facts ? facts.presented().size() : 0;
  }
}
