package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.auth.LockoutGuard;
import io.lyncwatch.discovery.document.Representation;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the guard is told of a secret that was sent, by the answer that came. */
class TicketDeskTest {
  private static final SignInAddress ALICE = SignInAddress.parse("alice@contoso.example");
  private static final Answer CHALLENGE = answer(401, "fe01", "");

  private final Network network = TestingNetwork.of(1, 1, Duration.ofSeconds(1));
  private final StageNotes notes = new StageNotes(Stage.TICKET);
  private final Verdict verdict = new Verdict();

  @AutoClose
  private final Connections connections = new Connections(network, new AddressBook(network));

  private final TicketDesk desk = new TicketDesk(journey(), notes, verdict, ALICE);

  /** The secret is under way when a test begins. */
  private static final class Verdict implements LockoutGuard.Attempt {
    private String last = "none";

    @Override
    public void sending() {
      last = "none";
    }

    @Override
    public void uncounted() {
      last = "uncounted";
    }

    @Override
    public void rejected() {
      last = "rejected";
    }

    @Override
    public void accepted() {
      last = "accepted";
    }

    @Override
    public void close() {}
  }

  @Test
  void a_proof_that_its_challenger_refuses_is_rejected() {
    assertThat(desk.judgeProof(CHALLENGE, answer(401, "fe01", ""), "proof", desk::judge)).isEmpty();

    assertThat(reasons()).containsExactly(Reason.AUTH_REJECTED);
    assertThat(verdict.last).isEqualTo("rejected");
  }

  @Test
  void a_refusal_by_another_server_than_the_challenger_is_no_verdict_on_the_secret() {
    assertThat(desk.judgeProof(CHALLENGE, answer(401, "fe02", ""), "proof", desk::judge)).isEmpty();

    assertThat(reasons()).containsExactly(Reason.AUTH_CONNECTION_NOT_KEPT);
    assertThat(verdict.last).isEqualTo("none");
  }

  @Test
  void a_refusal_is_the_challengers_where_servers_do_not_name_themselves() {
    assertThat(desk.judgeProof(CHALLENGE, answer(401, "", ""), "proof", desk::judge)).isEmpty();

    assertThat(verdict.last).isEqualTo("rejected");
  }

  @Test
  void a_service_that_breaks_after_a_proof_counts_nothing_against_the_account() {
    assertThat(desk.judgeProof(CHALLENGE, answer(503, "", "<html>"), "proof", desk::judge))
        .isEmpty();

    assertThat(reasons()).containsExactly(Reason.TICKET_REFUSED);
    assertThat(verdict.last).isEqualTo("uncounted");
  }

  @Test
  void a_page_instead_of_an_answer_to_a_password_is_no_verdict() {
    assertThat(desk.judge(answer(500, "", "<html>"), "password")).isEmpty();

    assertThat(reasons()).containsExactly(Reason.TICKET_REFUSED);
    assertThat(verdict.last).isEqualTo("none");
  }

  private List<Reason> reasons() {
    return notes.findings().stream().map(Finding::reason).toList();
  }

  private Journey journey() {
    return new Journey(
        network,
        connections,
        Deadline.in(Duration.ofSeconds(1), Ticker.SYSTEM),
        new TrustRule(new SipDomain("contoso.example"), Set.of()),
        Optional.of(ALICE),
        Representation.LEGACY_XML);
  }

  private static Answer answer(int status, String server, String body) {
    List<Response.Header> headers =
        server.isEmpty()
            ? List.of()
            : List.of(new Response.Header("X-MS-Server-Fqdn", server + ".contoso.example"));
    return new Answer(
        URI.create("https://pool.contoso.example/WebTicket/WebTicketService.svc"),
        new Response(status, headers, body),
        Optional.empty(),
        Duration.ZERO);
  }
}
