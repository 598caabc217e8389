package io.lyncwatch.benchmark;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.auth.Means;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.probe.SignInProbe;
import io.lyncwatch.discovery.walk.SignIn;
import io.lyncwatch.discovery.walk.SignInMethod;
import io.lyncwatch.discovery.walk.SignInWalk;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processor time of a whole sign-in by each way that the lab's accounts have, as a multiple of
 * that by user name and password in the message: in one process, by turns.
 */
final class SignInCost {
  private static final int ROUNDS = 11;

  /** As for every run of a probe. */
  private static final Duration WARM_UP = Duration.ofMinutes(3);

  private static final long TURN = 2_000_000_000L;

  private final Launcher launcher;

  SignInCost(Launcher launcher) {
    this.launcher = launcher;
  }

  void print() throws IOException, InterruptedException {
    try (LabProcess lab = LabProcess.start(launcher, 1)) {
      Map<String, Way> ways = new LinkedHashMap<>();
      lab.accounts().stream()
          .flatMap(configuration -> Watched.by(configuration).probes().stream())
          .filter(probe -> probe.target().view() == View.INTERNAL)
          .filter(SignInProbe.class::isInstance)
          .flatMap(probe -> Way.of((SignInProbe) probe))
          .forEach(way -> ways.putIfAbsent(way.name(), way));
      List<Way> each = List.copyOf(ways.values());
      Cpu.millisEach(WARM_UP.toNanos(), () -> each.forEach(way -> ProbeRun.once(way.probe())));
      for (int round = 0; round < ROUNDS; round++) {
        for (Way way : each) {
          way.measure(each.getFirst());
        }
      }
      System.out.printf(
          "%nProcessor time of one sign_in run in ms, medians of %d rounds; times are multiples of"
              + " the first%n%-24s %8s %7s%n",
          ROUNDS, "by", "run", "times");
      each.forEach(Way::print);
    }
  }

  /**
   * One way to sign in, and what it took in each round.
   *
   * @param times as a multiple of what the first way took in the same round
   */
  private record Way(String name, Probe probe, List<Double> millis, List<Double> times) {
    /** All that an account has. */
    static Stream<Way> of(SignInProbe probe) {
      Means means = probe.walk().signIn().map(SignIn::means).orElse(Means.NONE);
      Stream<Way> byPassword =
          Stream.of(
              by(SignInMethod.PASSWORD, "password", Means.NONE, probe),
              by(SignInMethod.NTLM, "ntlm", Means.NONE, probe));
      String secret = means.byKeytab() ? "keytab" : "password";
      Stream<Way> kerberos =
          means.kerberos().map(Means::of).stream()
              .map(own -> by(SignInMethod.KERBEROS, "kerberos, " + secret, own, probe));
      return means.byKeytab() ? kerberos : Stream.concat(byPassword, kerberos);
    }

    private static Way by(SignInMethod method, String name, Means means, SignInProbe probe) {
      SignInWalk walk = probe.walk();
      SignIn own = walk.signIn().orElseThrow();
      SignIn signIn =
          new SignIn(
              own.userName(),
              own.secret(),
              method,
              own.guard(),
              own.random(),
              means,
              Optional.empty(),
              Optional.empty());
      SignInWalk same =
          new SignInWalk(
              walk.network(),
              walk.trust(),
              walk.discovery(),
              walk.address(),
              Optional.of(signIn),
              walk.client(),
              walk.remembered(),
              walk.longest());
      return new Way(
          name, new SignInProbe(probe.account(), same), new ArrayList<>(), new ArrayList<>());
    }

    void measure(Way first) throws InterruptedException {
      millis.add(Cpu.millisEach(TURN, () -> ProbeRun.once(probe)));
      times.add(millis.getLast() / first.millis.getLast());
    }

    void print() {
      System.out.printf("%-24s %8.2f %7.2f%n", name, Median.of(millis), Median.of(times));
    }
  }
}
