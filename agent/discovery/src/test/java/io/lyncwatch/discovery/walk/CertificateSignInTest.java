package io.lyncwatch.discovery.walk;

import static io.lyncwatch.discovery.walk.TestingJourney.ALICE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.AddressBook;
import io.lyncwatch.discovery.http.Connections;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.http.TestingNetwork;
import io.lyncwatch.discovery.ticket.TicketRequest;
import io.lyncwatch.discovery.tls.ClientCertificate;
import io.lyncwatch.discovery.tls.Issued;
import io.lyncwatch.discovery.tls.ShownCertificate;
import io.lyncwatch.discovery.tls.Trust;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server makes of a certificate when the request is under way already. */
@Timeout(60)
class CertificateSignInTest {
  private static final URI PORT =
      URI.create("https://pool.contoso.example/WebTicket/WebTicketService.svc/cert");
  private static final Issued SERVER =
      Issued.named("CN=pool.contoso.example")
          .dns("pool.contoso.example")
          .valid("2020-01-01", "2100-01-01")
          .issue();
  private static final Issued OWN =
      Issued.named("CN=alice").valid("2020-01-01", "2100-01-01").issue();

  private final StageNotes notes = new StageNotes(Stage.TICKET);
  private final TestingAttempt attempt = new TestingAttempt();

  @Test
  void a_server_that_refuses_it_after_the_handshake_of_tls_13_rejects_it() throws Exception {
    try (var server = CertificateRefusingServer.byTls13(SERVER)) {
      signIn(TestingNetwork.demanding("TLSv1.3", network(server)));
    }

    assertThat(only().reason()).isEqualTo(Reason.AUTH_CERTIFICATE_REJECTED);
    assertThat(only().cause()).contains("refused with the alert certificate_unknown");
    assertThat(attempt.verdict()).isEqualTo("rejected");
  }

  @Test
  void a_server_that_asks_for_it_by_another_handshake_and_refuses_it_rejects_it() throws Exception {
    try (var server = CertificateRefusingServer.byRenegotiation(SERVER)) {
      signIn(network(server));
    }

    assertThat(only().reason()).isEqualTo(Reason.AUTH_CERTIFICATE_REJECTED);
    assertThat(attempt.verdict()).isEqualTo("rejected");
  }

  private Finding only() {
    assertThat(notes.findings()).hasSize(1);
    return notes.findings().getFirst();
  }

  private static Network network(CertificateRefusingServer server) {
    return TestingNetwork.of(
        1, server.port(), Duration.ofSeconds(10), Trust.of(List.of(SERVER.certificate())));
  }

  private void signIn(Network network) throws Exception {
    try (Connections connections = new Connections(network, new AddressBook(network))) {
      TicketDesk desk =
          new TicketDesk(
              TestingJourney.of(network, connections),
              notes,
              attempt,
              ALICE,
              new Suspects(Optional.empty(), false));
      assertThat(
              new CertificateSignIn(desk, new ShownCertificate(own()))
                  .signIn(PORT, new TicketRequest(new Random(1)).integrated(ALICE, "https://x/")))
          .isEmpty();
    }
  }

  private static ClientCertificate own() throws Exception {
    return ClientCertificate.ofPem(
        pem("CERTIFICATE", OWN.certificate().getEncoded()),
        pem("PRIVATE KEY", OWN.keys().getPrivate().getEncoded()),
        Optional.empty());
  }

  private static byte[] pem(String label, byte[] bytes) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(bytes))
        .getBytes(US_ASCII);
  }
}
