package io.lyncwatch.agent.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.lyncwatch.agent.ClosedPort;
import io.lyncwatch.agent.peer.OpensslAuthority.Issued;
import io.lyncwatch.agent.peer.OpensslAuthority.Wish;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.probe.CertificateProbe;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.revocation.Source;
import io.lyncwatch.discovery.revocation.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What OpenSSL as an authority says of the certificates that it has issued, in all three ways. */
@Timeout(120)
class OpensslRevocationTest {
  private static final String HOST = "lyncdiscover.contoso.example";
  private static final String OCSP = "authorityInfoAccess=OCSP;URI:http://ocsp.contoso.example/";
  private static final String CRL =
      "crlDistributionPoints=URI:http://crl.contoso.example/issuing.crl";

  @TempDir private static Path directory;
  @AutoClose private final ClosedPort closed = new ClosedPort();
  private static OpensslAuthority authority;

  @BeforeAll
  static void found() throws Exception {
    authority = OpensslAuthority.in(Files.createDirectory(directory.resolve("ca")));
  }

  @Test
  void its_responder_stands_by_a_certificate() throws Exception {
    Issued issued = authority.issue(Wish.of(HOST).also(OCSP));
    try (PeerProgram responder = responder()) {
      Report report = probe(issued, responder.address().getPort());

      assertThat(verdict(report))
          .isInstanceOfSatisfying(
              Verdict.Good.class, good -> assertThat(good.source()).isEqualTo(Source.OCSP));
    }
  }

  @Test
  void its_responder_tells_of_a_revocation() throws Exception {
    Issued issued = authority.issue(Wish.of(HOST).also(OCSP));
    authority.revoke(issued);
    try (PeerProgram responder = responder()) {
      Report report = probe(issued, responder.address().getPort());

      assertThat(verdict(report)).isInstanceOf(Verdict.Revoked.class);
      assertThat(report.findings())
          .filteredOn(finding -> finding.reason() == Reason.TLS_REVOKED)
          .singleElement()
          .extracting(Finding::cause)
          .asString()
          .contains("CN=" + HOST, "compromise", "http://ocsp.contoso.example/");
    }
  }

  @Test
  void its_list_tells_the_revoked_from_the_others() throws Exception {
    Issued good = authority.issue(Wish.of(HOST).also(CRL));
    Issued revoked = authority.issue(Wish.of(HOST).also(CRL));
    authority.revoke(revoked);
    byte[] list = authority.revocationList();
    HttpServer server = serving(list);
    try {
      int port = server.getAddress().getPort();

      assertThat(verdict(probe(good, port)))
          .isInstanceOfSatisfying(
              Verdict.Good.class, told -> assertThat(told.source()).isEqualTo(Source.CRL));
      assertThat(verdict(probe(revoked, port))).isInstanceOf(Verdict.Revoked.class);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void what_its_server_sends_along_is_enough() throws Exception {
    Issued issued = authority.issue(Wish.of(HOST).also(OCSP));
    Path answer = authority.answer(issued);

    Report report = probe(issued, closed.port(), "-status_file", answer.toString());

    assertThat(verdict(report))
        .isInstanceOfSatisfying(
            Verdict.Good.class, good -> assertThat(good.source()).isEqualTo(Source.STAPLED));
  }

  @Test
  void where_nobody_answers_it_is_unknown_and_said_to_be() throws Exception {
    Issued issued = authority.issue(Wish.of(HOST).also(OCSP));

    Report report = probe(issued, closed.port());

    assertThat(verdict(report)).isInstanceOf(Verdict.Unknown.class);
    assertThat(report.findings())
        .extracting(Finding::reason)
        .contains(Reason.TLS_REVOCATION_UNKNOWN);
  }

  private static Verdict verdict(Report report) {
    return ((Facts.Certificate) report.facts())
        .presented()
        .getFirst()
        .revocation()
        .orElseThrow()
        .certificates()
        .getFirst()
        .verdict();
  }

  /** Probes a server that presents a certificate, with the authority at a port of its own. */
  private static Report probe(Issued issued, int authorityPort, String... options)
      throws Exception {
    String openssl = PeerProgram.installed("openssl", "openssl");
    Path chain = authority.bundle(authority.intermediate());
    String[] all = new String[options.length + 2];
    all[0] = "-cert_chain";
    all[1] = chain.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    try (OpensslServer server =
        OpensslServer.start(openssl, issued.certificate(), issued.key(), path -> "", all)) {
      Network network =
          LoopbackNetwork.trusting(authority.root())
              .moving(443, server.port())
              .moving(80, authorityPort)
              .network();
      return new CertificateProbe(network, new Endpoint(HOST, 443), Expected.PRESENT).run();
    }
  }

  /** It hangs after a connection on which nothing is asked, so it is not asked whether it is up. */
  private static PeerProgram responder() throws IOException {
    Path output = Files.createTempFile(directory, "responder", "");
    return PeerProgram.serving(
        InetAddress.getLoopbackAddress(),
        output,
        new PeerProgram.Service() {
          @Override
          public List<String> command(InetSocketAddress at) {
            return authority.responder(at.getPort());
          }

          @Override
          public boolean answers(InetSocketAddress at) throws Exception {
            return Files.readString(output).contains("waiting for OCSP client connections");
          }
        });
  }

  private static HttpServer serving(byte[] list) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/issuing.crl",
        exchange -> {
          exchange.sendResponseHeaders(200, list.length);
          try (var body = exchange.getResponseBody()) {
            body.write(list);
          }
        });
    server.start();
    return server;
  }
}
