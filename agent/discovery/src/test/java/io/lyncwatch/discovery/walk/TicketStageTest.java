package io.lyncwatch.discovery.walk;

import static io.lyncwatch.discovery.walk.TestingJourney.ALICE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.ClosedPort;
import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.auth.LockoutGuard;
import io.lyncwatch.discovery.auth.Means;
import io.lyncwatch.discovery.auth.Realm;
import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.auth.SecretSource;
import io.lyncwatch.discovery.auth.UserName;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.AddressBook;
import io.lyncwatch.discovery.http.Connections;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.http.ScriptedWebServer;
import io.lyncwatch.discovery.http.TestingNetwork;
import io.lyncwatch.discovery.ticket.Ticket;
import io.lyncwatch.discovery.ticket.TicketMetadata;
import io.lyncwatch.discovery.tls.Issued;
import io.lyncwatch.discovery.tls.Trust;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which way to a ticket is taken, and when another one may be tried. */
@Timeout(60)
class TicketStageTest {
  private static final String SERVICE = "https://pool.contoso.example/WebTicket";
  private static final String CHALLENGE =
      "NTLM TlRMTVNTUAACAAAAAAAAADgAAAA1gorlASNFZ4mrze8AAAAAAAAAABAAEAA4AAAACgC6RwAAAA8HAAgAAJDTN"
          + "rc0wwEAAAAA";
  private static final String TICKET =
      "<Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\"><Body>"
          + "<r:RequestSecurityTokenResponse"
          + " xmlns:r=\"http://docs.oasis-open.org/ws-sx/ws-trust/200512\">"
          + "<r:RequestedSecurityToken><a:Assertion AssertionID=\"a1\""
          + " xmlns:a=\"urn:oasis:names:tc:SAML:1.0:assertion\"/></r:RequestedSecurityToken>"
          + "</r:RequestSecurityTokenResponse></Body></Envelope>";
  private static final Issued SERVER =
      Issued.named("CN=pool.contoso.example")
          .dns("pool.contoso.example")
          .valid("2020-01-01", "2100-01-01")
          .issue();

  @AutoClose private final ClosedPort closed = new ClosedPort();
  private final StageNotes notes = new StageNotes(Stage.TICKET);
  private final TestingAttempt attempt = new TestingAttempt();
  private Optional<KerberosSettings> kerberos = Optional.empty();
  private SignInMethod method = SignInMethod.AUTO;

  @Test
  void auto_says_what_it_takes_and_why() throws IOException {
    List<String> asked = obtain(unauthorized("NTLM"), unauthorized(CHALLENGE), issued());

    assertThat(asked).containsExactly("/WinNegotiate", "/WinNegotiate", "/WinNegotiate");
    assertThat(steps()).first().asString().startsWith("sign-in: auto, NTLM: ");
    assertThat(notes.findings()).isEmpty();
    assertThat(attempt.ended()).containsExactly("accepted");
  }

  @Test
  void auto_goes_on_to_the_password_where_windows_authentication_is_not_there() throws IOException {
    List<String> asked = obtain(unauthorized("Basic"), issued());

    assertThat(asked).containsExactly("/WinNegotiate", "/Auth");
    assertThat(severity(Reason.AUTH_METHOD_NOT_OFFERED)).isEqualTo(Severity.INFO);
    assertThat(attempt.ended()).containsExactly("none", "accepted");
  }

  @Test
  void auto_goes_on_to_ntlm_where_no_kdc_can_be_reached() throws IOException {
    kerberos = Optional.of(settings(Optional.empty()));
    List<String> asked =
        obtain(
            unauthorized("Negotiate, NTLM"),
            unauthorized("Negotiate, NTLM"),
            unauthorized(CHALLENGE),
            issued());

    assertThat(asked).hasSize(4);
    assertThat(severity(Reason.AUTH_KDC_UNREACHABLE)).isEqualTo(Severity.INFO);
    assertThat(attempt.ended()).containsExactly("uncounted", "accepted");
  }

  @Test
  void an_account_that_has_keys_only_goes_no_other_way() throws IOException {
    kerberos = Optional.of(settings(Optional.of(Path.of("alice.keytab"))));
    List<String> asked = obtain(unauthorized("NTLM"));

    assertThat(asked).containsExactly("/WinNegotiate");
    assertThat(severity(Reason.AUTH_METHOD_NOT_OFFERED)).isEqualTo(Severity.ERROR);
    assertThat(attempt.ended()).containsExactly("none");
  }

  @Test
  void after_a_rejection_nothing_more_is_tried() throws IOException {
    List<String> asked =
        obtain(unauthorized("NTLM"), unauthorized(CHALLENGE), unauthorized("NTLM"), issued());

    assertThat(asked).containsExactly("/WinNegotiate", "/WinNegotiate", "/WinNegotiate");
    assertThat(severity(Reason.AUTH_REJECTED)).isEqualTo(Severity.ERROR);
    assertThat(attempt.ended()).containsExactly("rejected");
  }

  @Test
  void a_server_that_breaks_is_no_reason_to_try_another_way() throws IOException {
    List<String> asked = obtain("HTTP/1.1 503 Down\r\nContent-Length: 0\r\n\r\n", issued());

    assertThat(asked).containsExactly("/WinNegotiate");
    assertThat(severity(Reason.TICKET_REFUSED)).isEqualTo(Severity.ERROR);
  }

  @Test
  void a_method_that_was_chosen_is_the_only_one() throws IOException {
    method = SignInMethod.NTLM;
    List<String> asked = obtain(unauthorized("Basic"), issued());

    assertThat(asked).containsExactly("/WinNegotiate");
    assertThat(severity(Reason.AUTH_METHOD_NOT_OFFERED)).isEqualTo(Severity.ERROR);
  }

  private static String unauthorized(String scheme) {
    return "HTTP/1.1 401 No\r\nWWW-Authenticate: " + scheme + "\r\nContent-Length: 0\r\n\r\n";
  }

  private static String issued() {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: "
        + TICKET.length()
        + "\r\n\r\n"
        + TICKET;
  }

  private List<String> steps() {
    return notes.steps().stream().map(step -> step.asked() + ", " + step.answered()).toList();
  }

  private Severity severity(Reason reason) {
    return notes.findings().stream()
        .filter(finding -> finding.reason() == reason)
        .map(Finding::severity)
        .findFirst()
        .orElseThrow();
  }

  private KerberosSettings settings(Optional<Path> keytab) {
    return new KerberosSettings(
        new Realm("CONTOSO.EXAMPLE", List.of("127.0.0.1:" + closed.port())),
        Optional.empty(),
        keytab);
  }

  /** The paths that were asked for, one answer for each on one connection. */
  private List<String> obtain(String... answers) throws IOException {
    try (ScriptedWebServer server =
        ScriptedWebServer.secure(
            SERVER, (request, out) -> out.write(answers[request].getBytes(US_ASCII)))) {
      Network network =
          TestingNetwork.of(
              1, server.port(), Duration.ofSeconds(10), Trust.of(List.of(SERVER.certificate())));
      try (Connections connections = new Connections(network, new AddressBook(network))) {
        Optional<? extends Ticket> ticket =
            new TicketStage(TestingJourney.of(network, connections), ALICE, signIn())
                .obtain(notes, service());
        assertThat(ticket.isPresent()).isEqualTo(attempt.ended().contains("accepted"));
      }
      return server.heads().stream()
          .map(head -> head.replaceFirst("(?s).*POST /WebTicket(\\S*) .*", "$1"))
          .toList();
    }
  }

  private static TicketService service() {
    return new TicketService(
        new TicketMetadata.Offered(
            List.of(
                new TicketMetadata.Port("WebTicketServiceWinNegotiate", SERVICE + "/WinNegotiate"),
                new TicketMetadata.Port("WebTicketServiceAuth", SERVICE + "/Auth"))),
        URI.create(SERVICE + "/mex"),
        URI.create("https://pool.contoso.example/user"),
        true);
  }

  private SignIn signIn() {
    return new SignIn(
        new UserName("CONTOSO", "alice"),
        () -> new SecretSource.Reading.Available(new Secret("secret")),
        method,
        (credential, deadline) -> new LockoutGuard.Permission.Granted(attempt),
        new Random(1),
        kerberos.map(Means::of).orElse(Means.NONE),
        Optional.empty(),
        Optional.empty());
  }
}
