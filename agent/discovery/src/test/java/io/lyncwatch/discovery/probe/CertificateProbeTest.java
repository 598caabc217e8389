package io.lyncwatch.discovery.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.http.TestingNetwork;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.tls.Issued;
import io.lyncwatch.discovery.tls.TlsServer;
import io.lyncwatch.discovery.tls.Trust;
import io.lyncwatch.discovery.tls.hello.Accepted;
import io.lyncwatch.discovery.tls.hello.Reception;
import io.lyncwatch.discovery.tls.hello.SuiteKind;
import io.lyncwatch.discovery.tls.hello.TlsVersion;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a certificate run tells of servers that are Java's own. */
class CertificateProbeTest {
  private static final String HOST = "lyncdiscover.contoso.example";
  private static final Issued ROOT =
      Issued.named("CN=Root").authority().rsa(2048).valid("2020-01-01", "2099-01-01").issue();
  private static final Issued LEAF =
      Issued.named("CN=web").by(ROOT).rsa(2048).dns(HOST).valid("2020-01-01", "2099-01-01").issue();

  @Test
  void what_is_old_beside_something_current_is_found_and_told() throws IOException {
    try (TlsServer server = lenient()) {
      Report report = probe(network(server)).run();

      assertThat(report.findings())
          .filteredOn(finding -> finding.reason() == Reason.TLS_PROTOCOL_WEAK)
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.cause()).contains("TLSv1, static RSA without forward secrecy");
          });
      assertThat(reception(report))
          .contains(
              new Reception(
                  new Accepted(
                      TlsVersion.TLS_1_0, TlsVersion.TLS_1_2, Set.of(SuiteKind.STATIC_RSA)),
                  Optional.empty()));
      assertThat(report.stages().getFirst().steps())
          .extracting(step -> step.answered())
          .contains("TLSv1 to TLSv1.2, static RSA without forward secrecy");
    }
  }

  @Test
  void it_is_asked_once_and_told_in_every_run() throws IOException {
    try (TlsServer server = lenient()) {
      CertificateProbe probe = probe(network(server));
      Report first = probe.run();
      int shown = server.timesShown();
      Report second = probe.run();

      assertThat(server.timesShown()).isEqualTo(shown + 1);
      assertThat(reception(second)).isPresent().isEqualTo(reception(first));
      assertThat(reasons(second)).isEqualTo(reasons(first));
    }
  }

  @Test
  void a_chain_that_nobody_takes_is_found_as_such() throws IOException {
    try (TlsServer server = new TlsServer(Collections.nCopies(21, LEAF), settings -> {})) {
      assertThat(reasons(probe(network(server)).run()))
          .contains(Reason.TLS_CHAIN_OVERSIZED)
          .doesNotContain(Reason.TLS_HANDSHAKE);
    }
  }

  private static TlsServer lenient() {
    return new TlsServer(
        List.of(LEAF, ROOT),
        socket -> {
          socket.setEnabledProtocols(new String[] {"TLSv1", "TLSv1.1", "TLSv1.2"});
          socket.setEnabledCipherSuites(
              new String[] {
                "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
                "TLS_RSA_WITH_AES_128_CBC_SHA"
              });
        });
  }

  private static Network network(TlsServer server) {
    return TestingNetwork.of(
        1, server.port(), Duration.ofSeconds(30), Trust.of(List.of(ROOT.certificate())));
  }

  private static CertificateProbe probe(Network network) {
    return new CertificateProbe(network, new Endpoint(HOST, 443), Expected.PRESENT);
  }

  private static Optional<Reception> reception(Report report) {
    return ((Facts.Certificate) report.facts()).presented().getFirst().reception();
  }

  private static List<Reason> reasons(Report report) {
    return report.findings().stream().map(Finding::reason).toList();
  }
}
