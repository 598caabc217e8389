package io.lyncwatch.discovery.walk;

import static io.lyncwatch.discovery.walk.TestingJourney.ALICE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.auth.Credential;
import io.lyncwatch.discovery.auth.OAuthClient;
import io.lyncwatch.discovery.auth.OAuthClient.Grant;
import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.auth.UserName;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.AddressBook;
import io.lyncwatch.discovery.http.Connections;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.http.ScriptedWebServer;
import io.lyncwatch.discovery.http.TestingNetwork;
import io.lyncwatch.discovery.tls.Issued;
import io.lyncwatch.discovery.tls.Trust;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the errors of an authority, and what the guard is told of the secret. */
@Timeout(60)
class AuthoritySignInTest {
  private static final Issued SERVER =
      Issued.named("CN=login.identity.example")
          .dns("login.identity.example")
          .valid("2020-01-01", "2100-01-01")
          .issue();
  private static final String NUMBERED =
      "{\"error\":\"%s\",\"error_description\":\"AADSTS%2$s: Said of it. Trace ID: 1f0\","
          + "\"error_codes\":[%2$s],\"suberror\":\"%3$s\"}";

  private final StageNotes notes = new StageNotes(Stage.TICKET);
  private Optional<Beside> beside = Optional.empty();
  private boolean rejectedBeside;
  private final TestingAttempt attempt = new TestingAttempt();

  @ParameterizedTest
  @CsvSource({
    "50076, basic_action, a second factor, multi-factor",
    "50079, basic_action, a second factor, multi-factor",
    "50158, '', a second factor, multi-factor",
    "65001, consent_required, a consent, administrator consent",
    "90094, '', a consent, administrator consent",
    "53000, '', a device, conditional access",
    "53003, message_only, a device, conditional access",
    "50105, '', a role, assign it to the program",
    "999999, additional_action, somebody who answers, conditional access"
  })
  void more_than_a_secret_is_asked_which_is_no_rejection(
      String code, String suberror, String wanted, String cure) throws IOException {
    signIn(Grant.PASSWORD, NUMBERED.formatted("invalid_grant", code, suberror));

    assertThat(only().reason()).isEqualTo(Reason.AUTH_INTERACTION_REQUIRED);
    assertThat(only().cause()).contains(wanted, "AADSTS" + code);
    assertThat(only().cure()).contains(cure);
    assertThat(attempt.verdict()).isEqualTo("uncounted");
  }

  @ParameterizedTest
  @CsvSource({"interaction_required", "consent_required", "login_required"})
  void authorities_without_numbers_say_so_in_the_words_of_openid(String error) throws IOException {
    signIn(Grant.PASSWORD, "{\"error\":\"" + error + "\"}");

    assertThat(only().reason()).isEqualTo(Reason.AUTH_INTERACTION_REQUIRED);
    assertThat(attempt.verdict())
        .as("whether it looked at the secret is not known")
        .isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "50126, '', AUTH_REJECTED, the user name or the password is wrong",
    "50034, '', AUTH_CLIENT_UNKNOWN, does not know",
    "50053, '', AUTH_ACCOUNT_BLOCKED, the account is locked",
    "50057, '', AUTH_ACCOUNT_BLOCKED, the account is disabled",
    "50055, user_password_expired, AUTH_PASSWORD_EXPIRED, the password of the account has expired",
    "999999, user_password_expired, AUTH_PASSWORD_EXPIRED, the password of the account has expired",
    "999999, '', AUTH_REJECTED, a wrong or changed password"
  })
  void what_an_authority_has_against_a_user_is_told_and_nothing_is_sent_again(
      String code, String suberror, Reason reason, String cause) throws IOException {
    signIn(Grant.PASSWORD, NUMBERED.formatted("invalid_grant", code, suberror));

    assertThat(only().reason()).isEqualTo(reason);
    assertThat(only().cause()).contains(cause, "AADSTS" + code);
    assertThat(attempt.verdict()).isEqualTo("rejected");
  }

  @ParameterizedTest
  @CsvSource({
    "7000215, AUTH_REJECTED, 'not its ID'",
    "7000222, AUTH_PASSWORD_EXPIRED, has expired",
    "999999, AUTH_REJECTED, a secret that has expired at the authority"
  })
  void a_program_is_told_of_its_own_secret(String code, Reason reason, String cause)
      throws IOException {
    signIn(Grant.CLIENT_CREDENTIALS, NUMBERED.formatted("invalid_client", code, ""));

    assertThat(only().reason()).isEqualTo(reason);
    assertThat(only().cause())
        .contains("the secret of the program probe", cause)
        .doesNotContain("password", "user name");
    assertThat(only().cure())
        .contains("registration of the program")
        .doesNotContain("Get-ADUser", "Set-ADAccountPassword");
    assertThat(attempt.verdict()).isEqualTo("rejected");
  }

  @Test
  void a_program_without_a_secret_may_need_one_which_is_no_verdict_on_the_password()
      throws IOException {
    signIn(Grant.PASSWORD, "{\"error\":\"invalid_client\"}");

    assertThat(only().cause()).contains("program probe", "client-secret that the program needs");
    assertThat(only().cure()).contains("under oauth as client-secret");
    assertThat(attempt.verdict()).isEqualTo("none");
  }

  @Test
  void a_secret_that_stands_beside_a_password_is_rejected_for_itself() throws IOException {
    beside = Optional.of(new Beside(new Secret("own"), () -> rejectedBeside = true));
    signIn(Grant.PASSWORD, NUMBERED.formatted("invalid_client", "7000215", ""));

    assertThat(only().cause()).contains("the secret of the program probe", "not its ID");
    assertThat(rejectedBeside).isTrue();
    assertThat(attempt.verdict()).isEqualTo("uncounted");
  }

  @Test
  void a_lock_of_the_authority_is_not_lifted_by_the_directory() throws IOException {
    signIn(Grant.PASSWORD, NUMBERED.formatted("invalid_grant", "50053", ""));

    assertThat(only().cure()).contains("unlocks itself").doesNotContain("Unlock-ADAccount");
  }

  @Test
  void an_error_that_is_not_about_the_secret_is_no_verdict() throws IOException {
    signIn(Grant.PASSWORD, NUMBERED.formatted("invalid_resource", "500011", ""));

    assertThat(only().reason()).isEqualTo(Reason.TICKET_REFUSED);
    assertThat(only().cause()).contains("invalid_resource, AADSTS500011");
    assertThat(attempt.verdict()).isEqualTo("none");
  }

  private Finding only() {
    assertThat(notes.findings()).hasSize(1);
    return notes.findings().getFirst();
  }

  private void signIn(Grant grant, String body) throws IOException {
    String answer =
        "HTTP/1.1 400 No\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    try (ScriptedWebServer server =
        ScriptedWebServer.secure(SERVER, (request, out) -> out.write(answer.getBytes(US_ASCII)))) {
      Network network =
          TestingNetwork.of(
              1, server.port(), Duration.ofSeconds(10), Trust.of(List.of(SERVER.certificate())));
      try (Connections connections = new Connections(network, new AddressBook(network))) {
        TicketDesk desk =
            new TicketDesk(
                TestingJourney.of(network, connections),
                notes,
                attempt,
                ALICE,
                new Suspects(Optional.empty(), false));
        assertThat(
                new AuthoritySignIn(desk, client(grant), beside)
                    .signIn(
                        URI.create("https://pool.contoso.example/user"),
                        new Credential(UserName.parse("alice@contoso.example"), new Secret("s"))))
            .isEmpty();
      }
    }
  }

  private static OAuthClient client(Grant grant) {
    return new OAuthClient(
        URI.create("https://login.identity.example/common/oauth2/token"),
        "probe",
        grant,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
