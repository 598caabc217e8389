package io.lyncwatch.agent.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lyncwatch.agent.coverage.Coverage;
import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Facts.Presented;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.Position;
import io.lyncwatch.discovery.tls.ServedCertificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificatesTest {
  private static final String HOST = "web.contoso.example";
  private static final String FIRST = "192.0.2.1:443";
  private static final String SECOND = "192.0.2.2:443";
  private static final Instant END = TestingReports.START.plus(Duration.ofDays(90));

  @Test
  void what_holds_at_all_addresses_of_a_certificate_stands_below_it() {
    Certificates certificates =
        certificates(
            captured(
                Outcome.SUCCESS,
                List.of(presented(FIRST, "CN=web"), presented(SECOND, "CN=web")),
                found(Reason.TLS_WEAK, FIRST + ", " + SECOND)));

    assertThat(certificates.shown())
        .singleElement()
        .satisfies(shown -> {
          assertThat(shown.findings()).extracting(Finding::reason).containsExactly(Reason.TLS_WEAK);
          assertThat(shown.places()).containsExactly(HOST + ":443 (external)");
        });
    assertThat(certificates.verdict()).isEqualTo(Certificates.Verdict.WANTING);
    assertThat(certificates.unseen()).isEmpty();
  }

  @Test
  void an_address_that_presents_nothing_is_told_though_another_one_does() {
    Certificates certificates =
        certificates(
            captured(
                Outcome.FAILURE,
                List.of(presented(FIRST, "CN=web")),
                found(Reason.TCP_REFUSED, "192.0.2.2")));

    assertThat(certificates.unseen())
        .extracting(Certificates.Unseen::nothing, unseen -> unseen.findings().getFirst().reason())
        .containsExactly(tuple(false, Reason.TCP_REFUSED));
    assertThat(certificates.verdict()).isEqualTo(Certificates.Verdict.WANTING);
  }

  @Test
  void an_error_counts_where_no_walk_looks() {
    Report expired =
        captured(
            Outcome.FAILURE, List.of(presented(FIRST, "CN=web")), found(Reason.TLS_EXPIRED, FIRST));

    assertThat(certificates(expired).errors()).isEmpty();
    assertThat(certificates(expired).warnings())
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    Certificates aside = new Certificates(List.of(expired), Set.of(expired.target()), NO_NAMES);
    assertThat(aside.errors()).extracting(Finding::reason).containsExactly(Reason.TLS_EXPIRED);
    assertThat(aside.warnings()).as("told once").isEmpty();
    assertThat(aside.verdict()).isEqualTo(Certificates.Verdict.BROKEN);
  }

  @Test
  void a_run_that_could_not_look_at_all_addresses_is_not_said_to_be_sound() {
    Report cut = captured(Outcome.UNKNOWN, List.of(presented(FIRST, "CN=web")));

    assertThat(certificates(cut).verdict()).isEqualTo(Certificates.Verdict.WANTING);
  }

  @Test
  void that_there_is_none_is_neither_good_nor_bad() {
    Certificates certificates = certificates(captured(Outcome.SUCCESS, List.of()));

    assertThat(certificates.verdict()).isEqualTo(Certificates.Verdict.NONE);
    assertThat(certificates.summary()).isEqualTo("No endpoint presented one.");
  }

  @Test
  void each_certificate_keeps_what_is_found_on_it_alone() {
    String told =
        told(
            captured(
                Outcome.FAILURE,
                List.of(presented(FIRST, "CN=one"), presented(SECOND, "CN=two")),
                found(Reason.TLS_EXPIRED, FIRST, "subject", "CN=one"),
                found(Reason.TLS_EXPIRED, SECOND, "subject", "CN=two"),
                found(Reason.TLS_NOT_PUBLIC, FIRST, "issuer", "CN=root"),
                found(Reason.TLS_NOT_PUBLIC, SECOND, "issuer", "CN=root")));

    assertThat(told).containsOnlyOnce("The certificate CN=one").contains("The certificate CN=two");
    assertThat(told).containsOnlyOnce("INFO tls_not_public").contains("also  tls_not_public");
  }

  private static final Coverage NO_NAMES = new Coverage(List.of(), List.of());

  private static String told(Report capture) {
    Lines lines = new Lines();
    new CertificateTree(lines, Paint.NONE, new FindingLines(lines, Paint.NONE))
        .tell(certificates(capture));
    return lines.toString();
  }

  private static Certificates certificates(Report... captures) {
    return new Certificates(List.of(captures), Set.of(), NO_NAMES);
  }

  private static Report captured(Outcome outcome, List<Presented> presented, Finding... findings) {
    return TestingReports.of(new TargetId(ProbeKind.CERTIFICATE, View.EXTERNAL, "", HOST + ":443"))
        .withOutcome(outcome)
        .withFindings(Arrays.asList(findings))
        .withFacts(
            new Facts.Certificate(
                new Endpoint(HOST, 443),
                presented,
                presented.stream().map(Presented::address).toList()))
        .report();
  }

  private static Finding found(Reason reason, String address) {
    return found(reason, address, "endpoint", HOST + ":443");
  }

  private static Finding found(Reason reason, String address, String key, String value) {
    return Finding.of(reason, Stage.CAPTURE, HOST + ":443", Map.of("address", address, key, value));
  }

  private static Presented presented(String address, String subject) {
    ServedCertificate leaf =
        new ServedCertificate(
            Position.LEAF,
            subject,
            "CN=Issuing",
            "0a",
            "sha of " + subject,
            "key of " + subject,
            TestingReports.START,
            END);
    Judgement judgement =
        new Judgement(
            HOST,
            List.of(leaf),
            true,
            "",
            Optional.empty(),
            true,
            List.of(HOST),
            true,
            Optional.of(END));
    return new Presented(
        address,
        Optional.empty(),
        Optional.empty(),
        judgement,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
