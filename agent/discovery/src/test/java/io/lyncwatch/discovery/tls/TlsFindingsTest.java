package io.lyncwatch.discovery.tls;

import static io.lyncwatch.discovery.tls.Issued.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From judgements and failures to findings. */
class TlsFindingsTest {
  private static final String HOST = "lyncdiscover.contoso.example";
  private static final Issued ROOT = Issued.root("CN=Root");

  @Test
  void a_good_certificate_is_no_finding() {
    assertThat(findings(leaf().dns(HOST).issue())).isEmpty();
  }

  @Test
  void each_fault_is_a_finding_of_its_own() {
    Issued worst =
        Issued.named("CN=bad").valid("2025-01-01", "2026-01-01").dns("x.example").issue();

    assertThat(findings(worst))
        .extracting(Finding::reason)
        .containsExactlyInAnyOrder(
            Reason.TLS_EXPIRED, Reason.TLS_NAME_MISMATCH, Reason.TLS_UNTRUSTED);
  }

  @Test
  void an_expired_certificate_says_when_it_ended() {
    Finding finding = only(leaf().dns(HOST).valid("2026-01-01", "2026-06-01").issue());

    assertThat(finding.reason()).isEqualTo(Reason.TLS_EXPIRED);
    assertThat(finding.where()).isEqualTo(HOST + ":443");
    assertThat(finding.cause()).isEqualTo("The certificate CN=web ended on 2026-06-01.");
  }

  @Test
  void an_expired_intermediate_is_named_as_what_it_is() {
    Issued gone =
        Issued.named("CN=Gone").by(ROOT).authority().valid("2026-01-01", "2026-03-01").issue();
    Finding finding = only(Issued.named("CN=web").by(gone).dns(HOST).issue(), gone);

    assertThat(finding.cause())
        .isEqualTo("The certificate CN=Gone (intermediate) ended on 2026-03-01.");
  }

  @Test
  void a_certificate_of_the_future_says_when_it_begins() {
    Finding finding = only(leaf().dns(HOST).valid("2026-07-01", "2026-12-01").issue());

    assertThat(finding.reason()).isEqualTo(Reason.TLS_NOT_YET_VALID);
    assertThat(finding.cause()).contains("CN=web is valid only from 2026-07-01");
  }

  @Test
  void the_last_thirty_days_are_counted() {
    Finding finding = only(leaf().dns(HOST).valid("2026-01-01", "2026-07-01").issue());

    assertThat(finding.reason()).isEqualTo(Reason.TLS_EXPIRING);
    assertThat(finding.evidence())
        .containsEntry("days", "15")
        .containsEntry("not-after", "2026-07-01");
  }

  @Test
  void thirty_one_days_are_soon_enough() {
    assertThat(findings(leaf().dns(HOST).valid("2026-01-01", "2026-07-17").issue())).isEmpty();
  }

  @Test
  void an_intermediate_that_ends_soon_counts_like_the_leaf() {
    Issued soon =
        Issued.named("CN=Soon").by(ROOT).authority().valid("2026-01-01", "2026-06-20").issue();
    Finding finding = only(Issued.named("CN=web").by(soon).dns(HOST).issue(), soon);

    assertThat(finding.reason()).isEqualTo(Reason.TLS_EXPIRING);
    assertThat(finding.evidence()).containsEntry("subject", "CN=Soon (intermediate)");
  }

  @Test
  void a_name_mismatch_shows_some_of_many_names() {
    String[] names =
        Stream.iterate(1, i -> i + 1).limit(20).map(i -> i + ".example").toArray(String[]::new);
    Finding finding = only(leaf().dns(names).issue());

    assertThat(finding.reason()).isEqualTo(Reason.TLS_NAME_MISMATCH);
    assertThat(finding.evidence()).containsEntry("name", HOST);
    assertThat(finding.evidence().get("covers"))
        .startsWith("1.example, 2.example")
        .endsWith(" and 12 more");
  }

  @Test
  void an_untrusted_chain_names_the_issuer_to_install() {
    Issued other = Issued.root("CN=Corp Root");
    Finding finding = only(Issued.named("CN=web").by(other).dns(HOST).issue());

    assertThat(finding.reason()).isEqualTo(Reason.TLS_UNTRUSTED);
    assertThat(finding.cure()).contains("CN=Corp Root");
  }

  @Test
  void no_certificate_is_one_finding() {
    assertThat(findings()).extracting(Finding::reason).containsExactly(Reason.TLS_UNTRUSTED);
  }

  @Test
  void a_failed_handshake_tells_what_happened() {
    Handshake.Failed failed =
        new Handshake.Failed(
            Handshake.Fault.BROKEN,
            "answered with something that is not TLS",
            List.of(),
            Duration.ZERO);
    Finding finding = TlsFindings.handshake(failed, Stage.CAPTURE, new Endpoint(HOST, 443));

    assertThat(finding.cause())
        .isEqualTo(
            HOST
                + ":443 took the connection but no TLS session came about"
                + " (it answered with something that is not TLS).");
  }

  @Test
  void a_chain_that_nobody_takes_is_told_from_other_failures() {
    Handshake.Failed failed =
        new Handshake.Failed(
            Handshake.Fault.OVERSIZED, "sent 21 certificates", List.of(), Duration.ZERO);
    Finding finding = TlsFindings.handshake(failed, Stage.CAPTURE, new Endpoint(HOST, 443));

    assertThat(finding.reason()).isEqualTo(Reason.TLS_CHAIN_OVERSIZED);
    assertThat(finding.cause()).contains("20 certificates", "(it sent 21 certificates)");
  }

  private static Issued.Request leaf() {
    return Issued.named("CN=web").by(ROOT);
  }

  private static Finding only(Issued... served) {
    List<Finding> findings = findings(served);
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  private static List<Finding> findings(Issued... served) {
    List<X509Certificate> chain = Stream.of(served).map(Issued::certificate).toList();
    Judgement judgement =
        new CertificateJudge(Trust.of(List.of(ROOT.certificate()))).judge(chain, HOST, NOW);
    return TlsFindings.of(judgement, NOW, Stage.CAPTURE, HOST + ":443");
  }
}
