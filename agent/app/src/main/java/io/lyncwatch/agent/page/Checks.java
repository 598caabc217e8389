package io.lyncwatch.agent.page;

import io.lyncwatch.agent.page.CheckStatus.Kind;
import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.ProbeKind;
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

  /** How a target stands. */
  CheckStatus of(TargetState target) {
    State state = state(target);
    return new CheckStatus(
        kind(target.target().probe()),
        target.target().name(),
        state,
        word(target, state),
        target.latest().map(Checks::detail).orElse(""),
        target.lastRun().map(seen::moment));
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
    State worst =
        State.worst(
            targets.stream().map(this::state).map(s -> s == State.BROKEN ? State.DEGRADED : s));
    long wrong = targets.stream().filter(target -> state(target) != State.HEALTHY).count();
    return Optional.of(
        new CheckStatus(
            Kind.CERTIFICATE,
            targets.size() + (targets.size() == 1 ? " endpoint" : " endpoints"),
            worst,
            worst == State.HEALTHY ? "good" : wrong + " of " + targets.size() + " not good",
            "",
            targets.stream()
                .flatMap(target -> target.lastRun().stream())
                .max(Instant::compareTo)
                .map(seen::moment)));
  }

  /** How a target stands. */
  State state(TargetState target) {
    if (target.latest().isEmpty()) {
      return State.PENDING;
    }
    if (overdue(target)) {
      return State.UNKNOWN;
    }
    Report report = target.latest().get();
    return switch (report.outcome()) {
      case FAILURE -> State.BROKEN;
      case SKIPPED, UNKNOWN -> State.UNKNOWN;
      case SUCCESS -> warned(report) ? State.DEGRADED : State.HEALTHY;
    };
  }

  private String word(TargetState target, State state) {
    if (state == State.PENDING) {
      return state.word();
    }
    if (overdue(target)) {
      return "overdue";
    }
    Report report = target.latest().orElseThrow();
    return switch (report.outcome()) {
      case FAILURE -> report.target().probe() == ProbeKind.SIGN_IN ? "fails" : "broken";
      case SKIPPED -> has(report, Reason.ACCOUNT_GUARDED) ? "guarded, not tried" : "not tried";
      case UNKNOWN -> "could not be tried";
      case SUCCESS -> {
        if (has(report, Reason.HTTPS_BROKEN_HTTP_WORKS)) {
          yield "works over http only";
        }
        yield warned(report) ? "works, with warnings" : "works";
      }
    };
  }

  private boolean overdue(TargetState target) {
    Duration most = target.interval().multipliedBy(INTERVALS).plus(LENIENCE);
    return target.lastRun().filter(run -> run.plus(most).isBefore(seen.at())).isPresent();
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

  private static Kind kind(ProbeKind probe) {
    return switch (probe) {
      case SIGN_IN -> Kind.SIGN_IN;
      case ENTRY -> Kind.ENTRY;
      case DNS -> Kind.DNS;
      case CERTIFICATE -> Kind.CERTIFICATE;
    };
  }
}
