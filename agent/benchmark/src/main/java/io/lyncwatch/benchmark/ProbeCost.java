package io.lyncwatch.benchmark;

import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.probe.EntryProbe;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.probe.SignInProbe;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The processor time of runs, as multiples of that of their own TLS handshakes: in the same
 * process, by turns.
 */
final class ProbeCost {
  private static final int ROUNDS = 11;

  /**
   * A run passes far more code than a handshake, and few times: the compiler takes long over it.
   */
  private static final Duration WARM_UP = Duration.ofMinutes(3);

  private static final long TURN = 2_000_000_000L;

  private final Launcher launcher;

  ProbeCost(Launcher launcher) {
    this.launcher = launcher;
  }

  void print() throws IOException, InterruptedException {
    try (LabProcess lab = LabProcess.start(launcher, 1)) {
      Watched watched = Watched.by(lab.configuration());
      List<Subject> subjects = new ArrayList<>();
      for (Probe probe : watched.probes()) {
        if (isMeasured(probe)) {
          subjects.add(Subject.of(watched, probe));
        }
      }
      warmUp(subjects);
      System.out.printf(
          "%nProcessor time of one run in ms, medians of %d rounds%n%-42s %6s %8s %11s %7s %7s"
              + " %7s%n",
          ROUNDS, "", "shakes", "run", "handshaker", "times", "JSSE", "times");
      for (Subject subject : subjects) {
        subject.print();
      }
    }
  }

  /** All at once, as the lab needs most of the time. */
  private static void warmUp(List<Subject> subjects) throws InterruptedException {
    long end = System.nanoTime() + WARM_UP.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (Subject subject : subjects) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                while (System.nanoTime() < end) {
                  subject.eachOnce();
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static boolean isMeasured(Probe probe) {
    return probe instanceof SignInProbe
        || (probe instanceof EntryProbe entry
            && entry.walk().entry().label().equals(DiscoveryRecord.LYNCDISCOVER.label()));
  }

  private record Subject(Probe probe, Handshakes handshakes) {
    static Subject of(Watched watched, Probe probe) throws InterruptedException {
      View view = probe.target().view();
      return new Subject(probe, Handshakes.of(watched.networks().in(view), () -> runOnce(probe)));
    }

    private static void runOnce(Probe probe) {
      Report report = probe.run();
      if (report.outcome() != Outcome.SUCCESS) {
        throw new IllegalStateException(report.target() + ": " + report.summary());
      }
    }

    void eachOnce() {
      runOnce(probe);
      handshakes.byProduct();
      handshakes.byJsse();
    }

    void print() throws InterruptedException {
      List<Double> run = new ArrayList<>();
      List<Double> product = new ArrayList<>();
      List<Double> jsse = new ArrayList<>();
      List<Double> byProduct = new ArrayList<>();
      List<Double> byJsse = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        run.add(Cpu.millisEach(TURN, () -> runOnce(probe)));
        product.add(Cpu.millisEach(TURN, handshakes::byProduct));
        jsse.add(Cpu.millisEach(TURN, handshakes::byJsse));
        byProduct.add(run.getLast() / product.getLast());
        byJsse.add(run.getLast() / jsse.getLast());
      }
      System.out.printf(
          "%-42s %6d %8.2f %11.2f %7.2f %7.2f %7.2f%n",
          probe.target(),
          handshakes.count(),
          Median.of(run),
          Median.of(product),
          Median.of(byProduct),
          Median.of(jsse),
          Median.of(byJsse));
    }
  }
}
