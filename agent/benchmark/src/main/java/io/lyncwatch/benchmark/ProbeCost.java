package io.lyncwatch.benchmark;

import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.probe.EntryProbe;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.probe.SignInProbe;
import io.lyncwatch.discovery.walk.EntryWalk;
import io.lyncwatch.discovery.walk.SignInWalk;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The processor time of runs and of the same exchanges made bare, as multiples of that of their own
 * TLS handshakes: in the same process, by turns.
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
          "%nProcessor time of one run in ms, medians of %d rounds; times are multiples of JSSE%n"
              + "%-42s %6s %9s %9s %8s %11s %8s %7s %8s %7s%n",
          ROUNDS,
          "",
          "shakes",
          "exchanges",
          "questions",
          "JSSE",
          "handshaker",
          "bare",
          "times",
          "run",
          "times");
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

  private record Subject(Probe probe, Handshakes handshakes, BareRun bare) {
    static Subject of(Watched watched, Probe probe) throws InterruptedException {
      Network network = watched.networks().in(probe.target().view());
      ProbeRun.once(probe); // the first looks up more, in the JVM
      Handshakes handshakes = Handshakes.of(network, () -> ProbeRun.once(probe));
      Questions questions = new Questions(network.resolvers().client());
      List<Overheard.Sent> requests =
          Overheard.during(() -> ProbeRun.once(with(questions.heardIn(network), probe)));
      return new Subject(probe, handshakes, BareRun.of(questions.asked(), requests, handshakes));
    }

    /** The same probe, in another network. */
    private static Probe with(Network network, Probe probe) {
      return switch (probe) {
        case EntryProbe(EntryWalk walk) ->
            new EntryProbe(
                new EntryWalk(
                    network, walk.trust(), walk.discovery(), walk.entry(), walk.client()));
        case SignInProbe(String account, SignInWalk walk) ->
            new SignInProbe(
                account,
                new SignInWalk(
                    network,
                    walk.trust(),
                    walk.discovery(),
                    walk.address(),
                    walk.signIn(),
                    walk.client(),
                    walk.remembered(),
                    walk.longest()));
        default -> throw new IllegalArgumentException("not measured: " + probe);
      };
    }

    void eachOnce() {
      ProbeRun.once(probe);
      bare.run();
      handshakes.byProduct();
      handshakes.byJsse();
    }

    void print() throws InterruptedException {
      List<Double> jsse = new ArrayList<>();
      List<Double> byProduct = new ArrayList<>();
      List<Double> floor = new ArrayList<>();
      List<Double> floorTimes = new ArrayList<>();
      List<Double> run = new ArrayList<>();
      List<Double> runTimes = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        jsse.add(Cpu.millisEach(TURN, handshakes::byJsse));
        byProduct.add(Cpu.millisEach(TURN, handshakes::byProduct));
        floor.add(Cpu.millisEach(TURN, bare::run));
        run.add(Cpu.millisEach(TURN, () -> ProbeRun.once(probe)));
        floorTimes.add(floor.getLast() / jsse.getLast());
        runTimes.add(run.getLast() / jsse.getLast());
      }
      System.out.printf(
          "%-42s %6d %9d %9d %8.2f %11.2f %8.2f %7.2f %8.2f %7.2f%n",
          probe.target(),
          handshakes.targets().size(),
          bare.exchanges(),
          bare.questions(),
          Median.of(jsse),
          Median.of(byProduct),
          Median.of(floor),
          Median.of(floorTimes),
          Median.of(run),
          Median.of(runTimes));
    }
  }
}
