package io.lyncwatch.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.tls.hello.Accepted;
import io.lyncwatch.discovery.tls.hello.Reception;
import io.lyncwatch.discovery.tls.hello.SuiteKind;
import io.lyncwatch.discovery.tls.hello.TlsVersion;
import io.lyncwatch.discovery.walk.SignInMethod;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.TopologyKind;
import io.lyncwatch.lab.certificates.TlsLevel;
import io.lyncwatch.lab.world.Generation;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A deployment that speaks TLS 1.0 only is looked at like any other, but gets no secret unasked.
 */
class OldTlsTest {
  private static final String ALICE = "alice@contoso.example";
  private static Lab lab;

  @BeforeAll
  static void open() throws IOException {
    lab =
        Lab.start(
            LabSettings.defaults()
                .withTopology(TopologyKind.STANDARD)
                .withGeneration(Generation.LYNC_2010)
                .withTls(TlsLevel.TLS_1_0));
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @BeforeEach
  void forget() {
    lab.journal().clear();
  }

  @Test
  void its_certificate_is_captured_and_judged() {
    Report report = new Walker(lab).certificate(View.EXTERNAL, "lyncdiscover.contoso.example");

    assertThat(report.findings())
        .extracting(Finding::reason)
        .containsExactlyInAnyOrder(
            Reason.TLS_PROTOCOL_TOO_OLD, Reason.TLS_NOT_PUBLIC, Reason.TLS_WEAK);
    assertThat(((Facts.Certificate) report.facts()).presented())
        .singleElement()
        .satisfies(presented -> {
          assertThat(presented.protocol()).contains("TLSv1");
          assertThat(presented.judgement().acceptable()).isTrue();
          assertThat(presented.reception())
              .contains(
                  new Reception(
                      new Accepted(
                          TlsVersion.TLS_1_0, TlsVersion.TLS_1_0, Set.of(SuiteKind.STATIC_RSA)),
                      Optional.empty()));
        });
  }

  @Test
  void no_secret_is_sent_to_it() {
    String password = lab.user(ALICE).password();
    Report report = new Walker(lab).signIn(View.EXTERNAL, ALICE, SignInMethod.PASSWORD, password);

    assertThat(report.findings())
        .extracting(Finding::reason)
        .containsExactly(Reason.TLS_PROTOCOL_TOO_OLD);
    assertThat(lab.journal().visits())
        .extracting(visit -> visit.request().method())
        .containsOnly("GET");
  }

  @Test
  void an_operator_who_accepts_the_risk_can_have_it_watched() {
    Walker lenient = Walker.demanding(lab, "TLSv1");

    assertThat(lenient.signIn(View.EXTERNAL, ALICE).outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(lenient.certificate(View.EXTERNAL, "lyncdiscover.contoso.example").findings())
        .extracting(Finding::reason)
        .containsExactlyInAnyOrder(
            Reason.TLS_NOT_PUBLIC, Reason.TLS_WEAK, Reason.TLS_PROTOCOL_WEAK);
  }
}
