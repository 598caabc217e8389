package io.lyncwatch.discovery.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.ClosedPort;
import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.revocation.AuthorityClient.Answer;
import io.lyncwatch.discovery.revocation.AuthorityClient.Question;
import io.lyncwatch.discovery.revocation.CertificateRevocation;
import io.lyncwatch.discovery.revocation.Obstacle;
import io.lyncwatch.discovery.revocation.Obstacle.Why;
import io.lyncwatch.discovery.revocation.Revocation;
import io.lyncwatch.discovery.revocation.TestingAuthority;
import io.lyncwatch.discovery.revocation.Verdict;
import io.lyncwatch.discovery.tls.Trust;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How authorities are asked on real connections, however their servers behave. */
@Timeout(60)
class AuthorityExchangeTest {
  private static final String URL = "http://pki.example/ca.crl";
  private static final int MOST = 64 * 1024;
  private static final Duration ALLOWED = Duration.ofSeconds(20);

  @Test
  void what_is_at_a_url_is_fetched_byte_for_byte() throws Exception {
    byte[] content = {0, (byte) 0x80, (byte) 0xff, '\r', '\n'};
    try (ScriptedWebServer server = serving(content)) {
      assertThat(ask(server, fetch(URL)))
          .isInstanceOfSatisfying(
              Answer.Content.class, answer -> assertThat(answer.bytes()).isEqualTo(content));
      assertThat(server.heads().getFirst()).startsWith("GET /ca.crl HTTP/1.1\r\nHost: pki.example");
    }
  }

  @Test
  void an_ocsp_request_is_posted() throws Exception {
    try (ScriptedWebServer server = serving(new byte[] {1})) {
      byte[] request = {0x30, (byte) 0x82, (byte) 0xff};

      ask(server, new Question(URL, Optional.of(request), MOST, ALLOWED));

      assertThat(server.heads().getFirst())
          .startsWith("POST /ca.crl HTTP/1.1\r\n")
          .contains("Content-Type: application/ocsp-request\r\n", "Content-Length: 3\r\n");
    }
  }

  @Test
  void another_status_is_no_answer() throws Exception {
    try (ScriptedWebServer server =
        ScriptedWebServer.saying("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")) {
      assertThat(obstacle(ask(server, fetch(URL))))
          .isEqualTo(new Obstacle(Why.NO_ANSWER, URL, "HTTP 404"));
    }
  }

  @Test
  void a_port_where_nobody_listens_refuses() throws Exception {
    try (ClosedPort closed = new ClosedPort()) {
      assertThat(obstacle(exchange(closed.port()).ask(fetch(URL))).why()).isEqualTo(Why.REFUSED);
    }
  }

  @Test
  void an_answer_that_streams_for_ever_is_given_up_at_its_largest() throws Exception {
    try (ScriptedWebServer server = new ScriptedWebServer((request, out) -> stream(out))) {
      assertThat(obstacle(ask(server, fetch(URL))).why()).isEqualTo(Why.TOO_LARGE);
    }
  }

  @Test
  void an_answer_that_drips_for_ever_is_given_up_in_time() throws Exception {
    try (ScriptedWebServer server = new ScriptedWebServer((request, out) -> drip(out))) {
      Question question = new Question(URL, Optional.empty(), MOST, Duration.ofMillis(300));

      assertThat(obstacle(ask(server, question)).why()).isEqualTo(Why.TIMED_OUT);
    }
  }

  @Test
  void a_list_of_50_mib_is_unknown_and_nothing_hangs() throws Exception {
    TestingAuthority authority = new TestingAuthority("CN=Root");
    X509Certificate leaf = authority.leaf(List.of(), List.of(URL));
    try (ScriptedWebServer server =
        new ScriptedWebServer((request, out) -> stream(out, 50 << 20))) {
      Revocation revocation =
          TestingNetwork.at(
                  TestingAuthority.NOW, server.port(), Trust.of(List.of(authority.certificate())))
              .revocation(
                  List.of(leaf, authority.certificate()),
                  List.of(),
                  Deadline.in(ALLOWED, Ticker.SYSTEM))
              .orElseThrow();

      assertThat(revocation.certificates())
          .extracting(CertificateRevocation::verdict)
          .singleElement()
          .isInstanceOfSatisfying(
              Verdict.Unknown.class,
              unknown ->
                  assertThat(unknown.obstacles())
                      .extracting(Obstacle::why)
                      .containsExactly(Why.TOO_LARGE));
    }
  }

  @Test
  void nobody_is_asked_about_what_nobody_trusts() throws Exception {
    TestingAuthority stranger = new TestingAuthority("CN=Root");
    X509Certificate leaf = stranger.leaf(List.of("http://pki.example/ocsp"), List.of(URL));
    try (ScriptedWebServer server = serving(new byte[] {1})) {
      Network network =
          TestingNetwork.at(
              TestingAuthority.NOW,
              server.port(),
              Trust.of(List.of(new TestingAuthority("CN=Root").certificate())));

      assertThat(
              network.revocation(
                  List.of(leaf, stranger.certificate()),
                  List.of(),
                  Deadline.in(ALLOWED, network.ticker())))
          .isEmpty();
      assertThat(server.heads()).isEmpty();
    }
  }

  @Test
  void a_proxy_is_given_the_whole_url_and_looks_the_name_up() throws Exception {
    try (ScriptedWebServer proxy = serving(new byte[] {7})) {
      Network network = TestingNetwork.through(new Endpoint("127.0.0.1", proxy.port()));

      Answer answer =
          new AuthorityExchange(network, true).ask(fetch("http://nowhere.invalid:8080/ca.crl?a=b"));

      assertThat(answer).isInstanceOf(Answer.Content.class);
      assertThat(proxy.heads().getFirst())
          .startsWith(
              "GET http://nowhere.invalid:8080/ca.crl?a=b HTTP/1.1\r\nHost: nowhere.invalid:8080");
    }
  }

  @Test
  void a_proxy_that_fails_is_named() throws Exception {
    try (ScriptedWebServer proxy =
        ScriptedWebServer.saying("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")) {
      Endpoint at = new Endpoint("127.0.0.1", proxy.port());
      Network network = TestingNetwork.through(at);

      assertThat(obstacle(new AuthorityExchange(network, true).ask(fetch(URL))).detail())
          .isEqualTo("HTTP 502, through " + at);
    }
  }

  @Test
  void only_plain_http_is_asked_and_for_untrusted_certificates_only_port_80() {
    Network network = TestingNetwork.of(1, 1, ALLOWED);
    AuthorityExchange trusted = new AuthorityExchange(network, true);
    AuthorityExchange untrusted = new AuthorityExchange(network, false);

    assertThat(trusted.askable("http://pki.example:8080/ca.crl")).isTrue();
    assertThat(untrusted.askable("http://pki.example:8080/ca.crl")).isFalse();
    assertThat(untrusted.askable("http://pki.example/ca.crl")).isTrue();
    assertThat(trusted.askable("https://pki.example/ca.crl")).isFalse();
    assertThat(trusted.askable("ldap:///CN=CA,CN=CDP")).isFalse();
    assertThat(trusted.askable("http:// spaces and all")).isFalse();
  }

  private static void stream(OutputStream out) throws IOException {
    stream(out, Long.MAX_VALUE);
  }

  private static void stream(OutputStream out, long length) throws IOException {
    out.write(
        ("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    byte[] block = new byte[8192];
    for (long sent = 0; sent < length; sent += block.length) {
      out.write(block);
    }
  }

  /** Ends when the client hangs up. */
  private static void drip(OutputStream out) throws IOException {
    out.write(
        "HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < 60_000; i++) {
      out.write(0);
      out.flush();
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static ScriptedWebServer serving(byte[] content) {
    return ScriptedWebServer.saying(
        "HTTP/1.1 200 OK\r\nContent-Length: "
            + content.length
            + "\r\nConnection: close\r\n\r\n"
            + new String(content, StandardCharsets.ISO_8859_1));
  }

  private static Question fetch(String url) {
    return new Question(url, Optional.empty(), MOST, ALLOWED);
  }

  private static Answer ask(ScriptedWebServer server, Question question) {
    return exchange(server.port()).ask(question);
  }

  private static AuthorityExchange exchange(int port) {
    return new AuthorityExchange(TestingNetwork.of(port, 1, ALLOWED), true);
  }

  private static Obstacle obstacle(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Nothing.class);
    return ((Answer.Nothing) answer).why();
  }
}
