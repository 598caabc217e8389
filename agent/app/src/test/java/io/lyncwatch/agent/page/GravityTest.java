package io.lyncwatch.agent.page;

import static io.lyncwatch.agent.page.Scene.dns;
import static io.lyncwatch.agent.page.Scene.entry;
import static io.lyncwatch.agent.page.Scene.signIn;
import static io.lyncwatch.discovery.View.EXTERNAL;
import static io.lyncwatch.discovery.View.INTERNAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.TargetId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What makes a SIP domain broken, and what only degrades it. */
class GravityTest {
  private static final String CONTOSO = "contoso.example";
  private static final TargetId ALICE_INSIDE = signIn(INTERNAL, CONTOSO, "alice");

  private static final Finding LOOP =
      Finding.of(Reason.REDIRECT_LOOP, Stage.ROOT, "pool01.contoso.example", Map.of());
  private static final Finding SILENT =
      Finding.of(Reason.DNS_TIMEOUT, Stage.RESOLVE, "dc2", Map.of("resolver", "dc2"));
  private static final Finding REFUSED =
      Finding.of(
          Reason.TCP_REFUSED,
          Stage.ROOT,
          "pool02.contoso.example:443",
          Map.of("endpoint", "pool02.contoso.example:443"));
  private static final TargetId INTERNAL_RECORD = entry(INTERNAL, CONTOSO, "lyncdiscoverinternal");
  private static final TargetId EXTERNAL_RECORD = entry(INTERNAL, CONTOSO, "lyncdiscover");

  @Test
  void one_dead_resolver_does_not_make_a_domain_broken_whose_users_can_sign_in() {
    DomainStatus domain =
        Scene.of(CONTOSO)
            .works(ALICE_INSIDE)
            .works(dns(INTERNAL, CONTOSO, "dc1"))
            .fails(dns(INTERNAL, CONTOSO, "dc2"), SILENT)
            .domain();

    assertThat(domain.state()).isEqualTo(State.DEGRADED);
    assertThat(domain.brief()).isEqualTo("dns_timeout");
    assertThat(check(domain, "Inside", "dc2").word()).isEqualTo("fails");
    assertThat(domain.causes().shown())
        .extracting(FindingLine::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void a_pool_that_fails_does_not_make_a_domain_broken_whose_users_can_sign_in() {
    DomainStatus domain =
        Scene.of(CONTOSO)
            .works(ALICE_INSIDE)
            .fails(entry(INTERNAL, CONTOSO, "pool02.contoso.example"), REFUSED)
            .domain();

    assertThat(domain.state()).isEqualTo(State.DEGRADED);
    FindingLine refused = domain.causes().shown().getFirst();
    assertThat(refused.severity()).isEqualTo(Severity.WARNING);
    assertThat(refused.seenBy()).containsExactly("pool pool02.contoso.example, inside");
  }

  @Test
  void nodes_behind_the_proxy_stand_by_themselves_and_make_no_outside() {
    DomainStatus domain =
        Scene.of(CONTOSO)
            .behindProxy("fe01")
            .works(ALICE_INSIDE)
            .fails(entry(EXTERNAL, CONTOSO, "fe01"), REFUSED)
            .domain();

    assertThat(domain.views())
        .extracting(ViewStatus::title, ViewStatus::state)
        .containsExactly(tuple("Inside", State.HEALTHY), tuple("Behind the proxy", State.DEGRADED));
    FindingLine refused = domain.causes().shown().getFirst();
    assertThat(refused.severity()).isEqualTo(Severity.WARNING);
    assertThat(refused.seenBy()).containsExactly("node fe01, behind the proxy");
  }

  @Test
  void where_clients_come_in_by_another_record_one_that_fails_is_no_more_than_a_warning() {
    DomainStatus domain =
        Scene.of(CONTOSO).fails(INTERNAL_RECORD, LOOP).leads(EXTERNAL_RECORD).domain();

    assertThat(domain.state()).isEqualTo(State.DEGRADED);
    assertThat(domain.causes().shown())
        .extracting(FindingLine::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void where_the_only_record_fails_discovery_is_broken() {
    DomainStatus domain =
        Scene.of(CONTOSO)
            .fails(INTERNAL_RECORD, LOOP)
            .leads(entry(EXTERNAL, CONTOSO, "lyncdiscover"))
            .domain();

    assertThat(domain.state()).isEqualTo(State.BROKEN);
    assertThat(domain.brief()).isEqualTo("discovery fails at lyncdiscoverinternal");
    assertThat(domain.causes().shown())
        .extracting(FindingLine::severity)
        .containsExactly(Severity.ERROR);
  }

  @Test
  void a_record_that_is_rightly_absent_makes_up_for_none_that_fails() {
    DomainStatus domain =
        Scene.of(CONTOSO)
            .fails(INTERNAL_RECORD, LOOP)
            .seen(
                TestingReports.of(EXTERNAL_RECORD)
                    .withFacts(new Facts.Entry(List.of(), List.of()))
                    .report())
            .domain();

    assertThat(domain.state()).isEqualTo(State.BROKEN);
  }

  @Test
  void a_pool_that_works_makes_up_for_no_record_that_fails() {
    assertThat(
            Scene.of(CONTOSO)
                .fails(INTERNAL_RECORD, LOOP)
                .leads(entry(INTERNAL, CONTOSO, "pool02.contoso.example"))
                .domain()
                .state())
        .isEqualTo(State.BROKEN);
  }

  @Test
  void a_manual_url_that_fails_where_there_is_no_other_way_in_is_broken_discovery() {
    DomainStatus domain =
        Scene.of(CONTOSO).fails(entry(EXTERNAL, CONTOSO, "manual_external"), LOOP).domain();

    assertThat(domain.state()).isEqualTo(State.BROKEN);
    assertThat(domain.brief()).isEqualTo("discovery fails at manual_external");
  }

  private static CheckStatus check(DomainStatus domain, String view, String name) {
    return domain.views().stream()
        .filter(v -> v.title().equals(view))
        .flatMap(v -> v.checks().stream())
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
