package io.lyncwatch.agent.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.ClosedPort;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Expectations;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.auth.FileLockoutGuard;
import io.lyncwatch.discovery.auth.Means;
import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.auth.SecretSource;
import io.lyncwatch.discovery.auth.UserName;
import io.lyncwatch.discovery.document.Representation;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.probe.CertificateProbe;
import io.lyncwatch.discovery.probe.SignInProbe;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.walk.Discovery;
import io.lyncwatch.discovery.walk.RememberedUrls;
import io.lyncwatch.discovery.walk.SignIn;
import io.lyncwatch.discovery.walk.SignInMethod;
import io.lyncwatch.discovery.walk.SignInWalk;
import io.lyncwatch.discovery.walk.TrustRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS 1.0 only, by an implementation that is not Java's. */
@Timeout(60)
class OpensslTest {
  private static final String HOST = "lyncdiscover.contoso.example";
  private static final String SERVICE = "https://" + HOST;
  private static final String PASSWORD = "correct horse battery";
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir private Path directory;
  @AutoClose private final ClosedPort closed = new ClosedPort();
  private String openssl = "";
  private Path certificate = Path.of("");
  private Path key = Path.of("");

  @BeforeEach
  void issue() throws Exception {
    openssl = PeerProgram.installed("openssl", "openssl");
    certificate = directory.resolve("certificate.pem");
    key = directory.resolve("key.pem");
    Path output = directory.resolve("output");
    List<String> command =
        List.of(
            openssl,
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "100",
            "-subj",
            "/CN=" + HOST,
            "-addext",
            "subjectAltName=DNS:" + HOST,
            "-keyout",
            key.toString(),
            "-out",
            certificate.toString());
    Path nothing = Files.createFile(directory.resolve("nothing"));
    assertThat(PeerProgram.run(nothing, output, command)).as(Files.readString(output)).isZero();
  }

  @Test
  void its_certificate_is_captured_and_judged_and_its_protocol_is_called_too_old()
      throws Exception {
    try (OpensslServer server = old()) {
      Report report =
          new CertificateProbe(network(server), new Endpoint(HOST, 443), Expected.PRESENT).run();

      assertThat(report.findings())
          .extracting(Finding::reason)
          .containsExactlyInAnyOrder(
              Reason.TLS_PROTOCOL_TOO_OLD, Reason.TLS_PROTOCOL_WEAK, Reason.TLS_NOT_PUBLIC);
      assertThat(((Facts.Certificate) report.facts()).presented())
          .singleElement()
          .satisfies(presented -> {
            assertThat(presented.protocol()).contains("TLSv1");
            assertThat(presented.judgement().acceptable()).isTrue();
          });
    }
  }

  @Test
  void a_sign_in_goes_as_far_as_it_can_without_a_secret() throws Exception {
    try (OpensslServer server = old()) {
      Report report = signIn(server);

      assertThat(report.findings())
          .filteredOn(finding -> finding.severity() == Severity.ERROR)
          .extracting(Finding::reason)
          .containsExactly(Reason.TLS_PROTOCOL_TOO_OLD);
      assertThat(server.heard())
          .anyMatch(line -> line.startsWith("GET /WebTicket/WebTicketService.svc/mex "))
          .noneMatch(line -> line.startsWith("POST "))
          .noneMatch(line -> line.contains("Authorization"));
    }
  }

  private OpensslServer old() throws Exception {
    return OpensslServer.start(
        openssl, certificate, key, OpensslTest::answer, "-tls1", "-cipher", "ALL:@SECLEVEL=0");
  }

  private Report signIn(OpensslServer server) throws IOException {
    SecretSource secret = () -> new SecretSource.Reading.Available(new Secret(PASSWORD));
    FileLockoutGuard guard =
        new FileLockoutGuard(
            directory.resolve("guard"), Duration.ofHours(1), InstantSource.system(), RANDOM);
    SignInAddress alice = SignInAddress.parse("alice@contoso.example");
    SignIn signIn =
        new SignIn(
            new UserName("CONTOSO", "alice"),
            secret,
            SignInMethod.PASSWORD,
            guard,
            RANDOM,
            Means.NONE,
            Optional.empty(),
            Optional.empty());
    SignInWalk walk =
        new SignInWalk(
            network(server),
            new TrustRule(alice.domain(), Set.of()),
            Discovery.byRecords(Expectations.DEFAULT),
            Optional.of(alice),
            Optional.of(signIn),
            Representation.LEGACY_XML,
            new RememberedUrls(),
            SignInWalk.LONGEST);
    return new SignInProbe("alice", walk).run();
  }

  /** As a Lync server would, down to where a password is due. */
  private static String answer(String path) {
    return switch (path.replaceFirst("\\?.*", "")) {
      case "/" ->
          found(
              "application/vnd.microsoft.rtc.autodiscover+xml",
              "<AutodiscoverResponse AccessLocation=\"External\"><Root><Link token=\"User\" href=\""
                  + SERVICE
                  + "/user\"/></Root></AutodiscoverResponse>");
      case "/user" ->
          "HTTP/1.1 401 Unauthorized\r\nX-MS-Server-Fqdn: fe01\r\nX-MS-WebTicketURL: "
              + SERVICE
              + "/WebTicket/WebTicketService.svc\r\nContent-Length: 0\r\n\r\n";
      default ->
          found(
              "text/xml",
              "<wsdl:definitions xmlns:wsdl=\"http://schemas.xmlsoap.org/wsdl/\""
                  + " xmlns:soap=\"http://schemas.xmlsoap.org/wsdl/soap/\"><wsdl:service>"
                  + "<wsdl:port name=\"WebTicketServiceAuth\"><soap:address location=\""
                  + SERVICE
                  + "/WebTicket/WebTicketService.svc/Auth\"/></wsdl:port></wsdl:service>"
                  + "</wsdl:definitions>");
    };
  }

  private static String found(String type, String body) {
    return "HTTP/1.1 200 OK\r\nX-MS-Server-Fqdn: fe01\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(type, body.length(), body);
  }

  /** Only the server listens; nobody does for plain http. */
  private Network network(OpensslServer server) throws IOException {
    return LoopbackNetwork.trusting(certificate)
        .moving(443, server.port())
        .moving(80, closed.port())
        .network();
  }
}
