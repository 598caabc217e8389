package io.lyncwatch.discovery.walk;

import static io.lyncwatch.discovery.walk.TestingJourney.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.AddressBook;
import io.lyncwatch.discovery.http.Connections;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.http.TestingNetwork;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the guard is told of a secret that was sent, by the answer that came. */
class TicketDeskTest {
  private static final Answer CHALLENGE = answer(401, "fe01", "");

  private final Network network = TestingNetwork.of(1, 1, Duration.ofSeconds(1));
  private final StageNotes notes = new StageNotes(Stage.TICKET);

  /** The secret is under way when a test begins. */
  private final TestingAttempt attempt = new TestingAttempt();

  @AutoClose
  private final Connections connections = new Connections(network, new AddressBook(network));

  private final TicketDesk desk =
      new TicketDesk(
          TestingJourney.of(network, connections),
          notes,
          attempt,
          ALICE,
          new Suspects(Optional.empty(), false));

  @Test
  void a_proof_that_its_challenger_refuses_is_rejected() {
    assertThat(desk.judgeProof(CHALLENGE, answer(401, "fe01", ""), "proof", desk::judge)).isEmpty();

    assertThat(reasons()).containsExactly(Reason.AUTH_REJECTED);
    assertThat(attempt.verdict()).isEqualTo("rejected");
  }

  @Test
  void a_refusal_by_another_server_than_the_challenger_is_no_verdict_on_the_secret() {
    assertThat(desk.judgeProof(CHALLENGE, answer(401, "fe02", ""), "proof", desk::judge)).isEmpty();

    assertThat(reasons()).containsExactly(Reason.AUTH_CONNECTION_NOT_KEPT);
    assertThat(attempt.verdict()).isEqualTo("none");
  }

  @Test
  void a_refusal_is_the_challengers_where_servers_do_not_name_themselves() {
    assertThat(desk.judgeProof(CHALLENGE, answer(401, "", ""), "proof", desk::judge)).isEmpty();

    assertThat(attempt.verdict()).isEqualTo("rejected");
  }

  @Test
  void a_service_that_breaks_after_a_proof_counts_nothing_against_the_account() {
    assertThat(desk.judgeProof(CHALLENGE, answer(503, "", "<html>"), "proof", desk::judge))
        .isEmpty();

    assertThat(reasons()).containsExactly(Reason.TICKET_REFUSED);
    assertThat(attempt.verdict()).isEqualTo("uncounted");
  }

  @Test
  void a_page_instead_of_an_answer_to_a_password_is_no_verdict() {
    assertThat(desk.judge(answer(500, "", "<html>"), "password")).isEmpty();

    assertThat(reasons()).containsExactly(Reason.TICKET_REFUSED);
    assertThat(attempt.verdict()).isEqualTo("none");
  }

  @Test
  void a_rejection_without_a_word_names_what_it_may_be_the_likeliest_first() {
    desk.judgeProof(CHALLENGE, answer(401, "fe01", ""), "proof", desk::judge);

    assertThat(notes.findings().getFirst().cause())
        .containsSubsequence(
            "the likeliest first: a wrong or changed password",
            "expired",
            "locked, or disabled",
            "user name",
            "Extended Protection");
  }

  @Test
  void a_secret_that_somebody_else_found_right_is_not_blamed_for_what_the_service_says() {
    desk.known();

    desk.judge(fault("a:FailedAuthentication", "No valid security token."), "Kerberos ticket");

    assertThat(reasons()).containsExactly(Reason.TICKET_REFUSED);
    assertThat(attempt.verdict()).isEqualTo("accepted");
  }

  @Test
  void a_password_that_by_the_configuration_has_ended_is_the_first_suspect() {
    Suspects suspects = new Suspects(Optional.of(LocalDate.of(2026, 3, 1)), true);

    assertThat(suspects.words(false))
        .startsWith(
            "What it may be, the likeliest first: the password, which by the configuration ended on"
                + " 2026-03-01; a wrong")
        .contains("not the sign-in address (set username)")
        .doesNotContain("one that has expired", "Extended Protection");
  }

  @Test
  void a_code_of_windows_on_the_page_of_a_401_tells_which_it_is() {
    desk.judgeProof(
        CHALLENGE,
        answer(401, "fe01", "<th>Error Code</th><td>0x80070775</td>"),
        "proof",
        desk::judge);

    assertThat(reasons()).containsExactly(Reason.AUTH_ACCOUNT_BLOCKED);
    assertThat(notes.findings().getFirst().cause()).contains("the account is locked.");
    assertThat(attempt.verdict()).isEqualTo("rejected");
  }

  @Test
  void a_fault_that_says_that_the_account_is_disabled_is_believed() {
    desk.judge(fault("a:FailedAuthentication", "The account is disabled."), "password");

    assertThat(reasons()).containsExactly(Reason.AUTH_ACCOUNT_BLOCKED);
    assertThat(notes.findings().getFirst().cause()).contains("the account is disabled");
    assertThat(notes.findings().getFirst().cure()).contains("Enable-ADAccount");
    assertThat(attempt.verdict()).isEqualTo("rejected");
  }

  @Test
  void a_fault_that_says_that_the_password_has_expired_is_believed() {
    desk.judge(fault("a:FailedAuthentication", "The user's password must be changed."), "password");

    assertThat(reasons()).containsExactly(Reason.AUTH_PASSWORD_EXPIRED);
    assertThat(attempt.verdict()).isEqualTo("rejected");
  }

  @Test
  void a_wrong_address_means_that_the_secret_was_right() {
    desk.judge(
        fault("a:RequestFailed", "The SIP URI in the claim does not match the SIP URI associated"),
        "password");

    assertThat(reasons()).containsExactly(Reason.AUTH_ADDRESS_MISMATCH);
    assertThat(attempt.verdict()).isEqualTo("accepted");
  }

  @Test
  void a_token_refused_because_the_user_is_not_enabled_means_that_the_secret_was_right() {
    desk.rejected(
        answer(
            400,
            "{\"error\":\"invalid_grant\"}",
            new Response.Header("X-Ms-diagnostics", "28000;reason=\"User is not SIP enabled.\"")),
        "token");

    assertThat(reasons()).containsExactly(Reason.AUTH_USER_NOT_ENABLED);
    assertThat(attempt.verdict()).isEqualTo("accepted");
  }

  private static Answer fault(String code, String text) {
    return answer(
        500,
        "fe01",
        """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>
        <faultcode xmlns:a="urn:any">%s</faultcode><faultstring>%s</faultstring>
        </s:Fault></s:Body></s:Envelope>
        """
            .formatted(code, text));
  }

  private List<Reason> reasons() {
    return notes.findings().stream().map(Finding::reason).toList();
  }

  private static Answer answer(int status, String server, String body) {
    List<Response.Header> headers =
        server.isEmpty()
            ? List.of()
            : List.of(new Response.Header("X-MS-Server-Fqdn", server + ".contoso.example"));
    return answer(status, body, headers.toArray(Response.Header[]::new));
  }

  private static Answer answer(int status, String body, Response.Header... headers) {
    return new Answer(
        URI.create("https://pool.contoso.example/WebTicket/WebTicketService.svc"),
        new Response(status, List.of(headers), body),
        Optional.empty(),
        Duration.ZERO);
  }
}
