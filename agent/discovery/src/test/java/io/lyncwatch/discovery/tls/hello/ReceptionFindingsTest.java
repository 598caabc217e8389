package io.lyncwatch.discovery.tls.hello;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReceptionFindingsTest {
  private static final String WHERE = "lyncdiscover.contoso.example:443";

  @Test
  void a_server_in_order_has_nothing_against_it() {
    assertThat(findings(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3, Set.of())).isEmpty();
  }

  @Test
  void what_is_old_beside_something_current_is_worth_knowing_and_named() {
    assertThat(findings(TlsVersion.TLS_1_0, TlsVersion.TLS_1_2, Set.of(SuiteKind.TRIPLE_DES)))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.reason()).isEqualTo(Reason.TLS_PROTOCOL_WEAK);
          assertThat(finding.severity()).isEqualTo(Severity.INFO);
          assertThat(finding.cause()).contains(WHERE, "TLSv1, 3DES");
          assertThat(finding.cure()).contains("SCHANNEL", "SSL Cipher Suite Order", "proxy");
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"RC4", "EXPORT", "ANONYMOUS", "UNENCRYPTED"})
  void a_cipher_that_keeps_nothing_secret_is_a_warning(SuiteKind kind) {
    assertThat(findings(TlsVersion.TLS_1_2, TlsVersion.TLS_1_2, Set.of(kind)))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void ssl_3_is_a_warning() {
    assertThat(findings(TlsVersion.SSL_3, TlsVersion.TLS_1_2, Set.of()))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void a_server_that_is_found_too_old_is_not_found_old_once_more_but_broken_it_may_be() {
    Accepted old =
        new Accepted(TlsVersion.TLS_1_0, TlsVersion.TLS_1_0, Set.of(SuiteKind.STATIC_RSA));
    Accepted broken = new Accepted(TlsVersion.SSL_3, TlsVersion.TLS_1_0, Set.of(SuiteKind.RC4));

    assertThat(findings(new Reception(old, Optional.empty()), true)).isEmpty();
    assertThat(findings(new Reception(broken, Optional.empty()), true)).hasSize(1);
  }

  @Test
  void what_clients_without_a_name_get_instead_is_worth_knowing() {
    Accepted good = new Accepted(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3, Set.of());
    Reception reception = new Reception(good, Optional.of("the certificate CN=www"));

    assertThat(findings(reception, false))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.reason()).isEqualTo(Reason.TLS_SNI_NEEDED);
          assertThat(finding.severity()).isEqualTo(Severity.INFO);
          assertThat(finding.cause()).contains("get the certificate CN=www from " + WHERE);
        });
  }

  private static List<Finding> findings(
      TlsVersion lowest, TlsVersion highest, Set<SuiteKind> weak) {
    return findings(new Reception(new Accepted(lowest, highest, weak), Optional.empty()), false);
  }

  private static List<Finding> findings(Reception reception, boolean tooOld) {
    return ReceptionFindings.of(reception, tooOld, Stage.CAPTURE, WHERE);
  }
}
