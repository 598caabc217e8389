package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.Summaries;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sums a walk up.
 *
 * @param passwordExpires the day on which the account's password ends, if the operator says so
 */
record SignInVerdict(
    TargetId target, Instant startedAt, Duration took, Optional<LocalDate> passwordExpires) {
  private static final Set<Reason> COULD_NOT_ASK =
      Set.of(Reason.SECRET_UNREADABLE, Reason.GUARD_UNAVAILABLE, Reason.AUTH_KERBEROS_NOT_TRIED);
  private static final Set<Reason> HELD_BACK = Set.of(Reason.ACCOUNT_GUARDED, Reason.ACCOUNT_BUSY);

  Report report(
      Transcript transcript,
      Journey journey,
      Optional<Walk.Home> home,
      SignedInPhones.Fare phones) {
    List<Finding> findings = transcript.findings();
    Outcome outcome = outcome(findings);
    return new Report(
        target,
        startedAt,
        took,
        outcome,
        outcome == Outcome.SUCCESS
            ? success(journey, home)
            : Summaries.of(outcome, decisive(outcome, findings)) + signedIn(home, phones),
        transcript.stages(),
        findings,
        new Facts.SignIn(
            journey.trail().redirects(),
            journey.clockSkew().map(ClockSkew::by),
            guarded(transcript, findings),
            home.map(Walk.Home::pool),
            phones.services().stream().map(ServiceAnswer::result).toList(),
            failover(phones.services()),
            phones.work(),
            passwordExpires.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())),
        journey.sightings().learned());
  }

  private static Optional<Boolean> guarded(Transcript transcript, List<Finding> findings) {
    return transcript.stages().stream().anyMatch(stage -> stage.stage() == Stage.TICKET)
        ? Optional.of(has(findings, Set.of(Reason.ACCOUNT_GUARDED)))
        : Optional.empty();
  }

  private static Optional<Boolean> failover(List<ServiceAnswer> services) {
    return services.isEmpty()
        ? Optional.empty()
        : Optional.of(services.stream().anyMatch(ServiceAnswer::failedOver));
  }

  /** The second fact beside a sign-in that failed. */
  private static String signedIn(Optional<Walk.Home> home, SignedInPhones.Fare phones) {
    return home.isPresent()
        ? ""
        : phones
            .work()
            .map(work -> work ? " Signed-in phones still work." : " Signed-in phones fail, too.")
            .orElse("");
  }

  static Outcome outcome(List<Finding> findings) {
    if (findings.stream().anyMatch(SignInVerdict::keptFromAsking)) {
      return Outcome.UNKNOWN;
    }
    return has(findings, HELD_BACK) ? Outcome.SKIPPED : Outcome.of(findings);
  }

  /** The findings for which a walk was not carried through, or all of them if it was. */
  private static List<Finding> decisive(Outcome outcome, List<Finding> findings) {
    return switch (outcome) {
      case SUCCESS, FAILURE -> findings;
      case SKIPPED -> findings.stream().filter(f -> HELD_BACK.contains(f.reason())).toList();
      case UNKNOWN -> findings.stream().filter(SignInVerdict::keptFromAsking).toList();
    };
  }

  /** One that is milder than usual only stands beside what was asked. */
  private static boolean keptFromAsking(Finding finding) {
    return COULD_NOT_ASK.contains(finding.reason())
        && finding.severity() == finding.reason().severity();
  }

  private static boolean has(List<Finding> findings, Set<Reason> reasons) {
    return findings.stream().anyMatch(finding -> reasons.contains(finding.reason()));
  }

  private static String success(Journey journey, Optional<Walk.Home> home) {
    return home.map(at ->
            "Sign-in works: homed at %s, %d of %d services answer, redirects followed: %d."
                .formatted(
                    at.pool().pool(),
                    at.services().stream().filter(ServiceAnswer::good).count(),
                    at.services().size(),
                    journey.trail().redirects()))
        .orElse("The way to the sign-in is open; no account was given to sign in with.");
  }
}
