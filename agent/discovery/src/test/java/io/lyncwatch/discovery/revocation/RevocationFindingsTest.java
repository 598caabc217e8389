package io.lyncwatch.discovery.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.revocation.Obstacle.Why;
import io.lyncwatch.discovery.tls.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the revocation of a chain is told as. */
class RevocationFindingsTest {
  private static final Instant NOW = TestingAuthority.NOW;
  private static final String LIST = "http://pki.example/ca.crl";
  private static final Verdict GOOD = good(Duration.ofDays(5));

  @Test
  void a_good_chain_is_no_finding() {
    assertThat(findings(GOOD, GOOD)).isEmpty();
  }

  @Test
  void a_revoked_certificate_is_an_error_that_says_which_since_when_and_why() {
    Verdict revoked =
        new Verdict.Revoked(
            Source.CRL, LIST, NOW.minus(Duration.ofDays(3)), "key compromise", lifetime(5));

    Finding finding = only(findings(GOOD, revoked));

    assertThat(finding.reason()).isEqualTo(Reason.TLS_REVOKED);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.cause())
        .contains("CN=1 (intermediate)")
        .contains("2026-06-12 12:00 UTC (reason: key compromise)")
        .contains("a revocation list at " + LIST);
  }

  @Test
  void what_cannot_be_found_out_is_a_warning_that_says_from_where_and_at_which_host() {
    Verdict unknown =
        new Verdict.Unknown(
            List.of(
                new Obstacle(Why.REFUSED, "http://ocsp.example/", ""),
                new Obstacle(Why.UNRESOLVED, LIST, "")));

    Finding finding = only(findings(unknown, unknown));

    assertThat(finding.reason()).isEqualTo(Reason.TLS_REVOCATION_UNKNOWN);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.cause())
        .contains("CN=0, CN=1 (intermediate)")
        .contains("from here, by the internal resolvers")
        .contains("http://ocsp.example/ refused the connection; " + LIST + " has a host that");
    assertThat(finding.cure()).contains("ocsp.example, pki.example");
  }

  @Test
  void that_a_certificate_names_nothing_to_ask_is_worth_knowing_and_no_more() {
    Finding finding = only(findings(unknown(Why.NO_SOURCE), GOOD));

    assertThat(finding.reason()).isEqualTo(Reason.TLS_REVOCATION_UNKNOWN);
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void what_other_findings_say_already_is_none() {
    assertThat(findings(unknown(Why.OUT_OF_VALIDITY))).isEmpty();
  }

  @Test
  void that_the_agent_had_no_time_is_none_but_what_it_was_told_before_is() {
    assertThat(findings(unknown(Why.NO_TIME))).isEmpty();
    assertThat(
            only(findings(
                    new Verdict.Unknown(
                        List.of(
                            new Obstacle(Why.REFUSED, LIST, ""),
                            new Obstacle(Why.NO_TIME, "http://late.example/", "")))))
                .cause())
        .contains(LIST)
        .doesNotContain("late.example");
  }

  @Test
  void a_list_about_to_end_is_a_warning_that_says_when() {
    Verdict ending =
        new Verdict.Good(
            Source.CRL,
            LIST,
            Lifetime.of(NOW.minus(Duration.ofDays(6)), NOW.plus(Duration.ofHours(3))));

    Finding finding = only(findings(GOOD, ending));

    assertThat(finding.reason()).isEqualTo(Reason.TLS_CRL_ENDING);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.cause()).contains(LIST, "2026-06-15 15:00 UTC, in 3 hours");
  }

  @Test
  void an_ocsp_answer_about_to_end_is_soon_followed_by_another() {
    Verdict ending =
        new Verdict.Good(
            Source.OCSP, LIST, Lifetime.of(NOW.minus(Duration.ofDays(6)), NOW.plusSeconds(60)));

    assertThat(findings(ending)).isEmpty();
  }

  private static Verdict unknown(Why why) {
    return new Verdict.Unknown(List.of(new Obstacle(why, "", "")));
  }

  private static Verdict good(Duration left) {
    return new Verdict.Good(Source.CRL, LIST, Lifetime.of(NOW.minus(left), NOW.plus(left)));
  }

  private static Lifetime lifetime(int days) {
    return Lifetime.of(NOW.minus(Duration.ofDays(days)), NOW.plus(Duration.ofDays(days)));
  }

  private static Optional<Verdict> listed(Verdict verdict) {
    boolean listed = verdict instanceof Verdict.Good good && good.source() == Source.CRL;
    return listed ? Optional.of(verdict) : Optional.empty();
  }

  private static List<Finding> findings(Verdict... verdicts) {
    List<CertificateRevocation> certificates = new ArrayList<>();
    for (int i = 0; i < verdicts.length; i++) {
      Position position = i == 0 ? Position.LEAF : Position.INTERMEDIATE;
      certificates.add(
          new CertificateRevocation(position, "CN=" + i, verdicts[i], listed(verdicts[i])));
    }
    return RevocationFindings.of(
        new Revocation(certificates),
        NOW,
        "here, by the internal resolvers",
        Stage.CAPTURE,
        "web.example:443");
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }
}
