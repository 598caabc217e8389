package io.lyncwatch.agent.lab;

import static io.lyncwatch.agent.lab.Found.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.StageResult;
import io.lyncwatch.discovery.walk.SignInMethod;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tickets of one walk in the next, and what their times tell. */
class ReusedTicketsTest {
  private static final String ALICE = "alice@contoso.example";

  @ParameterizedTest
  @EnumSource(
      value = SignInMethod.class,
      names = {"NTLM", "PASSWORD", "OAUTH"})
  void a_ticket_is_used_again_at_each_pool_and_the_report_says_so(SignInMethod method)
      throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      Walker walker = new Walker(lab).reusingTickets();
      signIn(walker, lab, method);
      long proofs = signIns(lab);
      Report again = signIn(walker, lab, method);

      assertThat(again.outcome()).isEqualTo(Outcome.SUCCESS);
      assertThat(signIns(lab)).isEqualTo(proofs).isPositive();
      assertThat(answers(again))
          .hasSize(2)
          .allMatch(said -> said.startsWith("reused, valid until "));
      assertThat(((Facts.SignIn) again.facts()).guarded()).contains(false);
    }
  }

  @Test
  void without_being_asked_to_it_signs_in_each_time() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      Walker walker = new Walker(lab);
      signIn(walker, lab, SignInMethod.NTLM);
      long proofs = signIns(lab);
      signIn(walker, lab, SignInMethod.NTLM);

      assertThat(signIns(lab)).isEqualTo(2 * proofs);
    }
  }

  @Test
  void a_changed_secret_is_tried_by_a_sign_in() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      Walker walker = new Walker(lab).reusingTickets();
      signIn(walker, lab, SignInMethod.NTLM);
      Report changed = walker.signIn(View.EXTERNAL, ALICE, SignInMethod.NTLM, "changed");

      assertThat(reasons(changed)).containsExactly(Reason.AUTH_REJECTED);
    }
  }

  @Test
  void a_ticket_that_its_pool_refuses_early_is_a_warning_and_is_renewed_once() throws IOException {
    AtomicInteger hours = new AtomicInteger();
    InstantSource clock =
        () -> InstantSource.system().instant().plus(hours.get(), ChronoUnit.HOURS);
    try (Lab lab = Lab.start(LabSettings.defaults().withClock(clock))) {
      Walker walker = new Walker(lab).reusingTickets();
      signIn(walker, lab, SignInMethod.NTLM);
      long proofs = signIns(lab);
      hours.set(9);
      Report early = signIn(walker, lab, SignInMethod.NTLM);

      assertThat(early.outcome()).isEqualTo(Outcome.SUCCESS);
      assertThat(reasons(early)).contains(Reason.TICKET_REFUSED_EARLY);
      assertThat(early.findings()).allMatch(finding -> finding.severity() == Severity.WARNING);
      assertThat(signIns(lab)).isEqualTo(2 * proofs);
      assertThat(answers(early)).contains("ticket issued");
    }
  }

  @Test
  void while_a_secret_is_held_back_no_ticket_pretends_that_it_works() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      Walker walker = new Walker(lab).reusingTickets();
      signIn(walker, lab, SignInMethod.PASSWORD);
      String password = lab.user(ALICE).password();
      walker.reject(ALICE, password);
      Report held = walker.signIn(View.EXTERNAL, ALICE, SignInMethod.PASSWORD, password);

      assertThat(held.outcome()).isEqualTo(Outcome.SKIPPED);
      assertThat(reasons(held)).containsExactly(Reason.ACCOUNT_GUARDED);
    }
  }

  @Test
  void tickets_from_the_future_tell_that_a_clock_is_wrong() throws IOException {
    InstantSource ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
    try (Lab lab = Lab.start(LabSettings.defaults().withClock(ahead))) {
      Report report = signIn(new Walker(lab), lab, SignInMethod.NTLM);

      assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
      assertThat(reasons(report)).containsExactly(Reason.CLOCK_SKEWED);
      assertThat(report.findings().getFirst().cause()).contains("ahead of ours");
      assertThat(((Facts.SignIn) report.facts()).clockSkew())
          .hasValueSatisfying(
              skew -> assertThat(skew).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10)));
    }
  }

  private static Report signIn(Walker walker, Lab lab, SignInMethod method) {
    return walker.signIn(View.EXTERNAL, ALICE, method, lab.user(ALICE).password());
  }

  /** Requests that carried the secret, or a proof of it. */
  private static long signIns(Lab lab) {
    return lab.journal().visits().stream()
        .map(visit -> visit.request())
        .filter(request ->
            request.header("authorization").filter(a -> a.contains("TlRMTVNTUAAD")).isPresent()
                || request.body().contains("UsernameToken")
                || request.body().contains("grant_type=password"))
        .count();
  }

  /** What the ticket stages of a walk were answered last. */
  private static List<String> answers(Report report) {
    return report.stages().stream()
        .filter(stage -> stage.stage() == Stage.TICKET)
        .map(StageResult::steps)
        .map(steps -> steps.getLast().answered())
        .toList();
  }
}
