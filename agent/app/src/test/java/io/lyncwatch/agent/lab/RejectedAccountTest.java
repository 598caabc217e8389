package io.lyncwatch.agent.lab;

import static io.lyncwatch.agent.lab.Found.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.walk.SignInMethod;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.site.Visit;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void a_user_who_is_not_enabled_is_told_from_a_wrong_password_by_a_token_endpoint_too() {
    String password = lab.user("carol@contoso.example").password();
    Report report =
        walker.signIn(View.EXTERNAL, "carol@contoso.example", SignInMethod.OAUTH, password);

    assertThat(reasons(report)).containsExactly(Reason.AUTH_USER_NOT_ENABLED);
    assertThat(
            reasons(
                walker.signIn(View.EXTERNAL, "carol@contoso.example", SignInMethod.NTLM, password)))
        .as("the secret is right and not held back")
        .containsExactly(Reason.AUTH_USER_NOT_ENABLED);
  }

  /** What the service tells is what the protocol lets it tell: of most it says that it rejects. */
  @ParameterizedTest
  @CsvSource({
    "frank, NTLM, AUTH_REJECTED",
    "frank, PASSWORD, AUTH_REJECTED",
    "frank, OAUTH, AUTH_REJECTED",
    "grace, NTLM, AUTH_REJECTED",
    "grace, PASSWORD, AUTH_ACCOUNT_BLOCKED",
    "grace, OAUTH, AUTH_REJECTED",
    "heidi, NTLM, AUTH_REJECTED",
    "heidi, PASSWORD, AUTH_REJECTED",
    "heidi, OAUTH, AUTH_REJECTED"
  })
  void an_account_that_the_directory_bars_is_told_as_far_as_the_service_tells(
      String who, SignInMethod method, Reason reason) {
    String address = who + "@contoso.example";
    String password = lab.user(address).password();
    Report first = walker.signIn(View.EXTERNAL, address, method, password);
    Report second = walker.signIn(View.EXTERNAL, address, method, password);

    assertThat(reasons(first)).containsExactly(reason);
    assertThat(first.findings().getFirst().cause()).containsAnyOf("disabled", "likeliest first");
    assertThat(reasons(second)).containsExactly(Reason.ACCOUNT_GUARDED);
  }

  @Test
  void a_password_that_has_ended_by_the_configuration_is_the_first_suspect() {
    LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    Report report =
        walker.knowingPasswordEnds(yesterday).signIn(View.EXTERNAL, "heidi@contoso.example");

    assertThat(reasons(report))
        .containsExactlyInAnyOrder(Reason.AUTH_REJECTED, Reason.AUTH_PASSWORD_EXPIRING);
    assertThat(report.findings())
        .filteredOn(finding -> finding.reason() == Reason.AUTH_REJECTED)
        .singleElement()
        .satisfies(finding ->
            assertThat(finding.cause())
                .contains("first: the password, which by the configuration"));
  }

  @Test
  void a_password_that_is_about_to_end_is_a_warning_and_nothing_fails() {
    LocalDate soon = LocalDate.now(ZoneOffset.UTC).plusDays(7);
    Report report = walker.knowingPasswordEnds(soon).signIn(View.EXTERNAL, ALICE);

    assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(reasons(report)).containsExactly(Reason.AUTH_PASSWORD_EXPIRING);
    assertThat(((Facts.SignIn) report.facts()).passwordExpires())
        .contains(soon.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  @Test
  void a_sign_in_address_that_belongs_to_somebody_else_is_told_from_a_wrong_password() {
    Report report = walker.signInAs(View.EXTERNAL, ALICE, "bob@contoso.example", SignInMethod.NTLM);

    assertThat(reasons(report)).containsExactly(Reason.AUTH_ADDRESS_MISMATCH);
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
}
