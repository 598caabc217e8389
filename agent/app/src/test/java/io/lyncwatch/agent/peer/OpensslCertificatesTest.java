package io.lyncwatch.agent.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.peer.OpensslAuthority.Issued;
import io.lyncwatch.agent.peer.OpensslAuthority.Wish;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.probe.CertificateProbe;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.tls.Inspection;
import io.lyncwatch.discovery.tls.Judgement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Certificates that OpenSSL made and presents: what is found on each, and nothing else. */
@Timeout(120)
class OpensslCertificatesTest {
  private static final String HOST = "lyncdiscover.contoso.example";

  @TempDir private static Path directory;
  private static OpensslAuthority authority;

  @BeforeAll
  static void found() throws Exception {
    authority = OpensslAuthority.in(directory);
  }

  /**
   * @param failing the checks that do not pass, apart from public trust
   * @param found everything worse than worth knowing
   */
  record Case(String name, Presentation presentation, Set<String> failing, List<Reason> found) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** What a server is started with: its own certificate, and those that it sends after it. */
  interface Presentation {
    Presented of(OpensslAuthority authority) throws Exception;
  }

  record Presented(Issued own, List<Path> others) {}

  static Stream<Case> cases() {
    return Stream.of(
        issued("good", wish -> wish, Set.of()),
        issued(
            "expired",
            wish -> wish.valid(day(-90), day(-2)),
            Set.of("validity"),
            Reason.TLS_EXPIRED),
        issued("expiring", wish -> wish.valid(day(-80), day(9)), Set.of(), Reason.TLS_EXPIRING),
        issued(
            "not yet valid",
            wish -> wish.valid(day(2), day(90)),
            Set.of("validity"),
            Reason.TLS_NOT_YET_VALID),
        issued(
            "for another name",
            wish -> wish.extensions("subjectAltName=DNS:web.contoso.example"),
            Set.of("hostname"),
            Reason.TLS_NAME_MISMATCH),
        issued(
            "by a wildcard",
            wish -> wish.extensions("subjectAltName=DNS:*.contoso.example"),
            Set.of()),
        issued(
            "by a wildcard one label too high",
            wish -> wish.extensions("subjectAltName=DNS:*.example"),
            Set.of("hostname"),
            Reason.TLS_NAME_MISMATCH),
        issued(
            "a small key",
            wish -> wish.key("RSA", "rsa_keygen_bits:1024"),
            Set.of("strength"),
            Reason.TLS_WEAK),
        issued("SHA-1", wish -> wish.digest("sha1"), Set.of("strength"), Reason.TLS_WEAK),
        issued(
            "for clients",
            wish -> wish.extensions("subjectAltName=DNS:" + HOST, "extendedKeyUsage=clientAuth"),
            Set.of("usage"),
            Reason.TLS_USAGE_WRONG),
        new Case(
            "signed by itself",
            a ->
                new Presented(
                    a.selfSigned("self", "/CN=" + HOST, "subjectAltName=DNS:" + HOST), List.of()),
            Set.of("trust"),
            List.of(Reason.TLS_UNTRUSTED)),
        new Case(
            "without the intermediate",
            a -> new Presented(a.issue(Wish.of(HOST)), List.of()),
            Set.of("trust"),
            List.of(Reason.TLS_UNTRUSTED)),
        new Case(
            "in the wrong order",
            a -> new Presented(a.issue(Wish.of(HOST)), List.of(a.root(), a.intermediate())),
            Set.of("order"),
            List.of(Reason.TLS_CHAIN_DISORDERED)));
  }

  private static Case issued(
      String name, UnaryOperator<Wish> change, Set<String> failing, Reason... found) {
    return new Case(
        name,
        a -> new Presented(a.issue(change.apply(Wish.of(HOST))), List.of(a.intermediate())),
        failing,
        List.of(found));
  }

  private static Instant day(int days) {
    return Instant.now().plus(Duration.ofDays(days));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void each_gives_its_checks_and_findings(Case wanted) throws Exception {
    Presented presented = wanted.presentation().of(authority);
    try (OpensslServer server = server(presented)) {
      Report report = probe(server);

      assertThat(report.findings())
          .filteredOn(finding -> finding.severity() != Severity.INFO)
          .extracting(Finding::reason)
          .containsExactlyInAnyOrderElementsOf(wanted.found());
      assertThat(((Facts.Certificate) report.facts()).presented())
          .singleElement()
          .satisfies(seen -> assertThat(failing(seen)).isEqualTo(wanted.failing()));
    }
  }

  private static OpensslServer server(Presented presented) throws Exception {
    String openssl = PeerProgram.installed("openssl", "openssl");
    String[] always = {"-cipher", "DEFAULT:@SECLEVEL=0"};
    if (presented.others().isEmpty()) {
      return OpensslServer.start(
          openssl, presented.own().certificate(), presented.own().key(), path -> "", always);
    }
    Path chain = authority.bundle(presented.others().toArray(Path[]::new));
    return OpensslServer.start(
        openssl,
        presented.own().certificate(),
        presented.own().key(),
        path -> "",
        "-cert_chain",
        chain.toString(),
        always[0],
        always[1]);
  }

  private static Report probe(OpensslServer server) throws IOException {
    return new CertificateProbe(
            LoopbackNetwork.trusting(authority.root()).moving(443, server.port()).network(),
            new Endpoint(HOST, 443),
            Expected.PRESENT)
        .run();
  }

  private static Set<String> failing(Facts.Presented presented) {
    Judgement judgement = presented.judgement();
    Inspection inspection = presented.inspection().orElseThrow();
    Set<String> failing = new TreeSet<>();
    note(failing, "trust", judgement.trusted());
    note(failing, "hostname", judgement.hostMatches());
    note(failing, "validity", judgement.valid());
    note(failing, "strength", inspection.weaknesses().isEmpty());
    note(failing, "usage", inspection.usageFlaw().isEmpty());
    note(failing, "order", inspection.orderFlaw().isEmpty());
    return failing;
  }

  private static void note(Set<String> failing, String check, boolean passes) {
    if (!passes) {
      failing.add(check);
    }
  }
}
