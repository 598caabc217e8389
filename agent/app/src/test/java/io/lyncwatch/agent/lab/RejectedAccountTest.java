package io.lyncwatch.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.walk.SignInMethod;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.site.Visit;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of accounts that the service does not let in, and that none is locked by its
 * monitor.
 */
class RejectedAccountTest {
  private static final String ALICE = "alice@contoso.example";

  private Lab lab;
  private Walker walker;

  @BeforeEach
  void open() throws IOException {
    lab = Lab.start(LabSettings.defaults());
    walker = new Walker(lab);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void a_wrong_password_is_sent_once_and_not_again_by_another_view_or_method() {
    Report first = walker.signIn(View.EXTERNAL, ALICE, SignInMethod.NTLM, "wrong");
    Report second = walker.signIn(View.INTERNAL, ALICE, SignInMethod.NTLM, "wrong");
    Report third = walker.signIn(View.EXTERNAL, ALICE, SignInMethod.PASSWORD, "wrong");

    assertThat(reasons(first)).containsExactly(Reason.AUTH_REJECTED);
    assertThat(first.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(List.of(second.outcome(), third.outcome())).containsOnly(Outcome.SKIPPED);
    assertThat(reasons(third)).containsExactly(Reason.ACCOUNT_GUARDED);
    assertThat(((Facts.SignIn) third.facts()).guarded()).contains(true);
    assertThat(proofs()).isEqualTo(1);
  }

  @Test
  void a_wrong_password_for_a_token_is_not_sent_again_for_a_ticket() {
    Report token = walker.signIn(View.EXTERNAL, ALICE, SignInMethod.OAUTH, "wrong");
    Report ticket = walker.signIn(View.EXTERNAL, ALICE, SignInMethod.NTLM, "wrong");

    assertThat(reasons(token)).containsExactly(Reason.AUTH_REJECTED);
    assertThat(ticket.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(proofs()).isZero();
  }

  @Test
  void a_secret_that_was_not_sent_for_want_of_good_tls_costs_the_account_nothing() {
    Walker demanding = Walker.demanding(lab, "TLSv1.4");
    for (int time = 0; time < 3; time++) {
      assertThat(reasons(demanding.signIn(View.EXTERNAL, ALICE)))
          .containsExactly(Reason.TLS_PROTOCOL_TOO_OLD);
    }
    assertThat(proofs()).isZero();
  }

  @Test
  void a_changed_password_is_tried_at_once() {
    walker.signIn(View.EXTERNAL, ALICE, SignInMethod.NTLM, "wrong");

    assertThat(walker.signIn(View.EXTERNAL, ALICE).outcome()).isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void a_user_who_is_not_enabled_is_told_from_a_wrong_password() {
    assertThat(reasons(walker.signIn(View.EXTERNAL, "carol@contoso.example")))
        .containsExactly(Reason.AUTH_USER_NOT_ENABLED);
  }

  @Test
  void a_user_without_a_home_is_told_by_the_empty_answer() {
    assertThat(reasons(walker.signIn(View.EXTERNAL, "dave@contoso.example")))
        .containsExactly(Reason.USER_NOT_HOMED);
  }

  /** Requests that carried a proof of a password: an NTLM message of type 3, or the form. */
  private long proofs() {
    return lab.journal().visits().stream().filter(RejectedAccountTest::carriesProof).count();
  }

  private static boolean carriesProof(Visit visit) {
    return visit
            .request()
            .header("authorization")
            .filter(a -> a.contains("TlRMTVNTUAAD"))
            .isPresent()
        || visit.request().path().toLowerCase(java.util.Locale.ROOT).endsWith("/auth");
  }

  private static List<Reason> reasons(Report report) {
    return report.findings().stream().map(Finding::reason).toList();
  }
}
