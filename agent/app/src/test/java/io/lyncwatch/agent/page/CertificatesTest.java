package io.lyncwatch.agent.page;

import static io.lyncwatch.agent.page.Scene.signIn;
import static io.lyncwatch.discovery.View.EXTERNAL;
import static io.lyncwatch.discovery.View.INTERNAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CertificatesTest {
  private static final String CONTOSO = "contoso.example";
  private static final String HEALTHY = "good.example";
  private static final TargetId ALICE_OUTSIDE = signIn(EXTERNAL, CONTOSO, "alice");

  private static final Finding LOOP =
      Finding.of(Reason.REDIRECT_LOOP, Stage.ROOT, "pool01.contoso.example", Map.of());

  @Test
  void a_certificate_alone_does_not_make_a_domain_broken() {
    Finding wrong =
        Finding.of(
            Reason.TLS_NAME_MISMATCH, Stage.CAPTURE, "lyncdiscover.contoso.example:443", Map.of());
    Scene scene =
        Scene.of(CONTOSO)
            .works(ALICE_OUTSIDE)
            .presents(
                EXTERNAL, "lyncdiscover.contoso.example", "CN=web", Duration.ofDays(90), wrong);

    assertThat(scene.domain().state()).isEqualTo(State.DEGRADED);
    assertThat(scene.domain().causes().shown().getFirst().severity()).isEqualTo(Severity.WARNING);
    assertThat(scene.page().certificates().getFirst().state()).isEqualTo(State.BROKEN);
    assertThat(scene.page().certificates().getFirst().against())
        .containsExactly("tls_name_mismatch");
  }

  @Test
  void a_good_certificate_does_not_answer_for_what_another_address_presents() {
    String host = "web.hoster.example";
    StatusPage page =
        Scene.of(CONTOSO)
            .presents(
                EXTERNAL,
                host,
                List.of(
                    Scene.judgement(host, "CN=good", Duration.ofDays(90), true),
                    Scene.judgement(host, "CN=old", Duration.ofDays(-3), true)),
                Finding.of(Reason.TLS_EXPIRED, Stage.CAPTURE, host + ":443", Map.of()))
            .page();

    assertThat(page.certificates())
        .extracting(CertificateLine::subject, CertificateLine::state, CertificateLine::against)
        .containsExactly(
            tuple("CN=old", State.BROKEN, List.of("tls_expired")),
            tuple("CN=good", State.HEALTHY, List.of()));
  }

  @Test
  void what_is_found_at_the_address_of_a_certificate_stands_against_it() {
    String host = "meet.elsewhere.example";
    Finding revoked =
        Finding.of(
            Reason.TLS_REVOKED, Stage.CAPTURE, host + ":443", Map.of("address", "192.0.2.0:443"));
    Finding worthKnowing =
        Finding.of(
            Reason.TLS_NOT_PUBLIC,
            Stage.CAPTURE,
            host + ":443",
            Map.of("address", "192.0.2.0:443"));

    assertThat(
            Scene.of(CONTOSO)
                .presents(EXTERNAL, host, "CN=meet", Duration.ofDays(90), revoked, worthKnowing)
                .page()
                .certificates())
        .extracting(CertificateLine::state, CertificateLine::against, CertificatesTest::reasons)
        .containsExactly(tuple(State.BROKEN, List.of("tls_revoked"), List.of("tls_revoked")));
  }

  private static List<String> reasons(CertificateLine line) {
    return line.findings().shown().stream().map(FindingLine::reason).toList();
  }

  @Test
  void an_endpoint_that_never_presented_one_is_told_beside_though_no_domain_needs_it() {
    String host = "listed.elsewhere.example";
    Finding refused =
        Finding.of(
            Reason.TCP_REFUSED, Stage.CAPTURE, host + ":443", Map.of("endpoint", host + ":443"));

    StatusPage page = Scene.of(CONTOSO).presents(EXTERNAL, host, List.of(), refused).page();

    assertThat(page.certificates()).isEmpty();
    assertThat(page.unseen())
        .extracting(UnseenLine::place)
        .containsExactly("listed.elsewhere.example:443 (outside)");
    assertThat(page.unseen().getFirst().why()).isNotBlank();
  }

  @Test
  void a_certificate_stays_in_sight_while_its_server_is_silent() {
    String host = "lyncdiscover.contoso.example";
    Finding refused =
        Finding.of(
            Reason.TCP_REFUSED, Stage.CAPTURE, host + ":443", Map.of("endpoint", host + ":443"));

    assertThat(
            Scene.of(CONTOSO)
                .presents(EXTERNAL, host, "CN=web", Duration.ofDays(90))
                .presents(EXTERNAL, host, List.of(), refused)
                .page()
                .certificates())
        .extracting(CertificateLine::subject)
        .containsExactly("CN=web");
  }

  @Test
  void one_certificate_is_one_line_with_all_who_need_it() {
    StatusPage page =
        Scene.of(CONTOSO, HEALTHY)
            .works(ALICE_OUTSIDE, "web.hoster.example")
            .works(signIn(EXTERNAL, HEALTHY, "bob"), "web.hoster.example")
            .presents(EXTERNAL, "web.hoster.example", "CN=web", Duration.ofDays(9))
            .presents(INTERNAL, "web.hoster.example", "CN=web", Duration.ofDays(9))
            .presents(EXTERNAL, "lyncdiscover.good.example", "CN=web", Duration.ofDays(9))
            .page();

    assertThat(page.certificates()).hasSize(1);
    CertificateLine line = page.certificates().getFirst();
    assertThat(line.endpoints())
        .containsExactly(
            "lyncdiscover.good.example:443 (outside)", "web.hoster.example:443 (inside, outside)");
    assertThat(line.domains()).containsExactly(CONTOSO, HEALTHY);
    assertThat(line.end().relative()).isEqualTo("in 9 days");
  }

  @Test
  void a_certificate_tells_the_names_that_clients_ask_for_and_the_request_to_make() {
    String host = "web.hoster.example";
    NamesLine names =
        Scene.of(CONTOSO)
            .works(ALICE_OUTSIDE, host)
            .presents(
                EXTERNAL, host, List.of(Scene.judgement(host, "CN=web", Duration.ofDays(9), false)))
            .page()
            .certificates()
            .getFirst()
            .names();

    assertThat(names.asked())
        .containsExactly(new NamesLine.Name("web.hoster.example", false, List.of()));
    assertThat(names.missing()).containsExactly(host);
    assertThat(names.request().orElseThrow().names()).containsExactly(host);
  }

  @Test
  void the_next_expiry_of_a_domain_is_the_first_of_what_it_needs() {
    Scene scene =
        Scene.of(CONTOSO)
            .works(ALICE_OUTSIDE, "web.hoster.example")
            .presents(EXTERNAL, "lyncdiscover.contoso.example", "CN=a", Duration.ofDays(80))
            .presents(EXTERNAL, "web.hoster.example", "CN=b", Duration.ofDays(40))
            .presents(EXTERNAL, "lyncdiscover.other.example", "CN=c", Duration.ofDays(1));

    ExpiryLine next = scene.domain().nextExpiry().orElseThrow();
    assertThat(next.endpoint()).isEqualTo("web.hoster.example:443");
    assertThat(next.end().relative()).isEqualTo("in 40 days");
  }

  @Test
  void the_certificate_of_a_discovery_record_counts_even_while_no_walk_gets_there() {
    assertThat(
            Scene.of(CONTOSO)
                .fails(ALICE_OUTSIDE, LOOP)
                .presents(EXTERNAL, "lyncdiscover.contoso.example", "CN=a", Duration.ofDays(80))
                .domain()
                .nextExpiry())
        .isPresent();
  }
}
