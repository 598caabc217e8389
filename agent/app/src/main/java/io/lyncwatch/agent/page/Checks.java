package io.lyncwatch.agent.page;

import io.lyncwatch.agent.page.CheckStatus.Kind;
import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells how one target stands. */
final class Checks {
  /** A target that has not run for so many intervals has stopped telling anything. */
  private static final int INTERVALS = 3;

  /** A run may itself take long. */
  private static final Duration LENIENCE = Duration.ofMinutes(1);

  private final Seen seen;

  Checks(Seen seen) {
    this.seen = seen;
  }

  /**
   * How a target stands.
   *
   * @param grave whether people cannot sign in if it fails; else it is no worse than degraded
   */
  CheckStatus of(TargetState target, boolean grave) {
    State state = state(target);
    return new CheckStatus(
        seen.kind(target.target()),
        target.target().name(),
        grave ? state : state.spared(),
        word(target),
        target.latest().map(Checks::detail).orElse(""),
        lastRun(target).map(seen::moment));
  }

  /**
   * All certificates that a domain needs in a view, as one line. What an endpoint presents is
   * judged by itself there; whether sign-in breaks on it only walks can tell, so here it is no
   * worse than degraded.
   */
  Optional<CheckStatus> ofCertificates(List<TargetState> targets) {
    if (targets.isEmpty()) {
      return Optional.empty();
    }
    State worst = State.worst(targets.stream().map(target -> state(target).spared()));
    long wrong = targets.stream().filter(target -> state(target) != State.HEALTHY).count();
    return Optional.of(
        new CheckStatus(
            Kind.CERTIFICATE,
            targets.size() + (targets.size() == 1 ? " endpoint" : " endpoints"),
            worst,
            worst == State.HEALTHY ? "good" : wrong + " of " + targets.size() + " not good",
            "",
            targets.stream()
                .flatMap(target -> lastRun(target).stream())
                .max(Instant::compareTo)
                .map(seen::moment)));
  }

  /** How a target stands. */
  State state(TargetState target) {
    if (target.latest().isEmpty()) {
      return State.PENDING;
    }
    Report report = target.latest().get();
    if (overdue(target) || stillGoing(target, report)) {
      return State.UNKNOWN;
    }
    return switch (report.outcome()) {
      case FAILURE -> State.BROKEN;
      case SKIPPED, UNKNOWN -> State.UNKNOWN;
      case SUCCESS -> warned(report) ? State.DEGRADED : State.HEALTHY;
    };
  }

  private String word(TargetState target) {
    if (target.latest().isEmpty()) {
      return State.PENDING.word();
    }
    if (overdue(target)) {
      return "overdue";
    }
    Report report = target.latest().get();
    if (stillGoing(target, report)) {
      return "run still going";
    }
    return switch (report.outcome()) {
      case FAILURE -> "fails";
      case SKIPPED -> has(report, Reason.ACCOUNT_GUARDED) ? "guarded, not tried" : "not tried";
      case UNKNOWN ->
          report.facts() instanceof Facts.None ? "could not be tried" : "could not be finished";
      case SUCCESS -> {
        if (has(report, Reason.HTTPS_BROKEN_HTTP_WORKS)) {
          yield "works over http only";
        }
        yield warned(report) ? "works, with warnings" : "works";
      }
    };
  }

  /** Whether its latest run is too long ago to tell anything of now. */
  boolean overdue(TargetState target) {
    Duration most = target.interval().multipliedBy(INTERVALS).plus(LENIENCE);
    return lastRun(target).filter(run -> run.plus(most).isBefore(seen.at())).isPresent();
  }

  /** A firing that found the latest run's successor still going says nothing of the target. */
  private static boolean stillGoing(TargetState target, Report latest) {
    return target.lastOutcome().filter(outcome -> outcome != latest.outcome()).isPresent();
  }

  /** When the run ended from which all else is told; a mere firing is no run. */
  static Optional<Instant> lastRun(TargetState target) {
    return target.latest().map(Report::endedAt);
  }

  private static boolean warned(Report report) {
    return report.findings().stream().anyMatch(f -> f.severity() != Severity.INFO);
  }

  private static boolean has(Report report, Reason reason) {
    return report.findings().stream().map(Finding::reason).anyMatch(reason::equals);
  }

  private static String detail(Report report) {
    return report.facts() instanceof Facts.SignIn signIn
        ? signIn.home().map(home -> home.pool() + services(signIn)).orElse("")
        : "";
  }

  private static String services(Facts.SignIn signIn) {
    long good = signIn.services().stream().filter(Facts.ServiceResult::success).count();
    return signIn.services().isEmpty()
        ? ""
        : ", " + good + " of " + signIn.services().size() + " services";
  }
}
