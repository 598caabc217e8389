package io.lyncwatch.discovery.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.http.ScriptedWebServer;
import io.lyncwatch.discovery.http.TestingNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A chain that only lacks what can be fetched is told from one that leads nowhere. */
@Timeout(60)
class MissingIssuerTest {
  private static final String HOST = "web.contoso.example";
  private static final String URL = "http://pki.contoso.example/issuing.cer";
  private static final Issued ROOT = Issued.root("CN=Root");
  private static final Issued ISSUING =
      Issued.named("CN=Issuing").by(ROOT).authority().issuerAt(URL).issue();
  private static final Issued LEAF = leaf(URL);

  static Stream<byte[]> forms() throws GeneralSecurityException {
    X509Certificate issuing = ISSUING.certificate();
    String pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(issuing.getEncoded())
            + "\n-----END CERTIFICATE-----\n";
    return Stream.of(
        issuing.getEncoded(),
        pem.getBytes(StandardCharsets.US_ASCII),
        CertificateFactory.getInstance("X.509")
            .generateCertPath(List.of(issuing, ROOT.certificate()))
            .getEncoded("PKCS7"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void an_intermediate_found_where_the_leaf_says_makes_the_chain_incomplete(byte[] form)
      throws IOException {
    try (ScriptedWebServer authority = saying(form)) {
      Judgement judgement = judge(network(authority), LEAF);

      assertThat(judgement.missing()).contains(new MissingIssuer("CN=Issuing", URL));
      assertThat(judgement.whole()).contains(false);
      assertThat(reasons(judgement)).containsExactly(Reason.TLS_CHAIN_INCOMPLETE);
      assertThat(authority.heads()).hasSize(1);
    }
  }

  @Test
  void nothing_is_trusted_because_of_what_was_fetched() throws Exception {
    try (ScriptedWebServer authority = saying(ISSUING.certificate().getEncoded())) {
      Judgement judgement = judge(network(authority), LEAF);

      assertThat(judgement.trusted()).isFalse();
      assertThat(judgement.acceptable()).isFalse();
    }
  }

  @Test
  void a_whole_chain_is_judged_without_asking_anybody() throws Exception {
    try (ScriptedWebServer authority = saying(ISSUING.certificate().getEncoded())) {
      Judgement judgement = judge(network(authority), LEAF, ISSUING);

      assertThat(judgement.whole()).contains(true);
      assertThat(authority.heads()).isEmpty();
    }
  }

  @Test
  void an_intermediate_below_a_strange_root_leaves_the_chain_untrusted() throws Exception {
    Issued strange = Issued.named("CN=Issuing").by(Issued.root("CN=Strange")).authority().issue();
    Issued leaf = Issued.named("CN=web").by(strange).dns(HOST).issuerAt(URL).issue();
    try (ScriptedWebServer authority = saying(strange.certificate().getEncoded())) {
      Judgement judgement = judge(network(authority), leaf);

      assertThat(judgement.whole()).isEmpty();
      assertThat(reasons(judgement)).containsExactly(Reason.TLS_UNTRUSTED);
    }
  }

  @Test
  void an_impostor_with_the_issuers_name_completes_nothing() throws Exception {
    Issued impostor = Issued.named("CN=Issuing").by(ROOT).authority().issue();
    try (ScriptedWebServer authority = saying(impostor.certificate().getEncoded())) {
      assertThat(reasons(judge(network(authority), LEAF))).containsExactly(Reason.TLS_UNTRUSTED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 302 Go\r\nLocation: http://pki.contoso.example/x\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n0\u0082\u00ff\u00ff",
        "nonsense\r\n\r\n"
      })
  void an_authority_that_gives_no_certificate_leaves_the_chain_untrusted(String answer)
      throws IOException {
    try (ScriptedWebServer authority = ScriptedWebServer.saying(answer)) {
      assertThat(reasons(judge(network(authority), LEAF))).containsExactly(Reason.TLS_UNTRUSTED);
      assertThat(authority.heads()).hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void more_than_64_KiB_are_not_read() throws Exception {
    byte[] der = ISSUING.certificate().getEncoded();
    try (ScriptedWebServer authority = saying(Arrays.copyOf(der, 64 * 1024 + 1))) {
      assertThat(reasons(judge(network(authority), LEAF))).containsExactly(Reason.TLS_UNTRUSTED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://pki.contoso.example/issuing.cer",
        "http://pki.contoso.example:8080/issuing.cer",
        "http://user@pki.contoso.example/issuing.cer",
        "ldap:///CN=Issuing",
        "file:///etc/passwd",
        "no url at all",
        ""
      })
  void only_plain_http_at_its_own_port_is_asked(String url) throws Exception {
    try (ScriptedWebServer authority = saying(ISSUING.certificate().getEncoded())) {
      assertThat(reasons(judge(network(authority), leaf(url))))
          .containsExactly(Reason.TLS_UNTRUSTED);
      assertThat(authority.heads()).isEmpty();
    }
  }

  @Test
  void a_chain_without_end_is_left_after_three_requests() throws Exception {
    String same = "http://pki.contoso.example/";
    Issued top = Issued.named("CN=5").by(Issued.root("CN=6")).authority().issue();
    Issued four = Issued.named("CN=4").by(top).authority().issuerAt(same + 5).issue();
    Issued three = Issued.named("CN=3").by(four).authority().issuerAt(same + 4).issue();
    Issued two = Issued.named("CN=2").by(three).authority().issuerAt(same + 3).issue();
    Issued leaf = Issued.named("CN=web").by(two).dns(HOST).issuerAt(same + 2).issue();
    byte[] all =
        CertificateFactory.getInstance("X.509")
            .generateCertPath(Stream.of(two, three, four, top).map(Issued::certificate).toList())
            .getEncoded("PKCS7");
    try (ScriptedWebServer authority = saying(all)) {
      assertThat(reasons(judge(network(authority), leaf))).containsExactly(Reason.TLS_UNTRUSTED);
      assertThat(authority.heads()).hasSize(3);
    }
  }

  @Test
  void an_authority_is_asked_once_for_all_chains_below_it() throws Exception {
    try (ScriptedWebServer authority = saying(ISSUING.certificate().getEncoded())) {
      Network network = network(authority);
      judge(network, LEAF);

      assertThat(judge(network, leaf(URL)).missing()).isPresent();
      assertThat(authority.heads()).hasSize(1);
    }
  }

  private static Issued leaf(String issuerAt) {
    return Issued.named("CN=web").by(ISSUING).dns(HOST).issuerAt(issuerAt).issue();
  }

  private static ScriptedWebServer saying(byte[] body) {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n";
    return ScriptedWebServer.saying(head + new String(body, StandardCharsets.ISO_8859_1));
  }

  private static Network network(ScriptedWebServer authority) {
    return TestingNetwork.of(
        authority.port(),
        authority.port(),
        Duration.ofSeconds(10),
        Trust.of(List.of(ROOT.certificate())));
  }

  private static Judgement judge(Network network, Issued... served) {
    List<X509Certificate> chain = Arrays.stream(served).map(Issued::certificate).toList();
    return network.judge(chain, HOST, Deadline.in(Duration.ofSeconds(10), Ticker.SYSTEM));
  }

  private static List<Reason> reasons(Judgement judgement) {
    Instant now = Issued.NOW;
    return TlsFindings.of(judgement, now, Stage.CAPTURE, HOST + ":443").stream()
        .map(Finding::reason)
        .filter(reason -> reason != Reason.TLS_EXPIRED && reason != Reason.TLS_EXPIRING)
        .toList();
  }
}
