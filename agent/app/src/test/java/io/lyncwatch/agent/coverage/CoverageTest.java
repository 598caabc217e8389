package io.lyncwatch.agent.coverage;

import static io.lyncwatch.discovery.View.EXTERNAL;
import static io.lyncwatch.discovery.View.INTERNAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.report.MetEndpoint.Role;
import io.lyncwatch.discovery.report.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final String CONTOSO = "contoso.example";
  private static final String FABRIKAM = "fabrikam.example";
  private static final String RECORD = "lyncdiscover.contoso.example";
  private static final String INSIDE = "lyncdiscoverinternal.contoso.example";
  private static final String POOL = "pool02.corp.example";

  @Test
  void a_client_asks_an_endpoint_for_the_endpoints_own_name() {
    Coverage coverage =
        Deployment.of(CONTOSO)
            .needs(EXTERNAL, CONTOSO, Role.DISCOVERY_RECORD, RECORD)
            .needs(EXTERNAL, CONTOSO, Role.SIP, new Endpoint("sip.contoso.example", 5061))
            .presents(EXTERNAL, RECORD, "192.0.2.1:443", "web.hoster.example")
            .presents(
                EXTERNAL,
                new Endpoint("sip.contoso.example", 5061),
                "192.0.2.2:5061",
                "*.contoso.example")
            .coverage();

    assertThat(coverage.rows())
        .extracting(Row::name, Row::demand, Row::covered, row -> row.endpoint().toString())
        .containsExactly(
            tuple(RECORD, Demand.ASKED, false, RECORD + ":443"),
            tuple("sip.contoso.example", Demand.ASKED, true, "sip.contoso.example:5061"));
  }

  @Test
  void one_address_with_an_old_certificate_is_enough_for_a_name_to_be_missing() {
    List<Row> rows =
        Deployment.of(CONTOSO)
            .needs(EXTERNAL, CONTOSO, Role.DISCOVERY_RECORD, RECORD)
            .presents(EXTERNAL, RECORD, "192.0.2.1:443", "web.example", RECORD)
            .presents(EXTERNAL, RECORD, "192.0.2.2:443", "web.example")
            .coverage()
            .rows();

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().covered()).isFalse();
    assertThat(rows.getFirst().lacking())
        .extracting(leaf -> leaf.names().size())
        .containsExactly(1);
  }

  @Test
  void a_server_that_knows_no_certificate_for_the_name_does_not_cover_it() {
    Coverage coverage =
        Deployment.of(CONTOSO)
            .needs(EXTERNAL, CONTOSO, Role.DISCOVERY_RECORD, RECORD)
            .turnsAway(EXTERNAL, RECORD)
            .coverage();

    assertThat(coverage.unserved())
        .singleElement()
        .satisfies(request -> {
          assertThat(request.file()).isEqualTo(RECORD + "-new");
          assertThat(request.names()).containsExactly(RECORD);
        });
    assertThat(coverage.rows())
        .extracting(Row::name, Row::covered, Row::domains)
        .containsExactly(tuple(RECORD, false, List.of(CONTOSO)));
  }

  @Test
  void what_presented_nothing_has_no_row() {
    assertThat(
            Deployment.of(CONTOSO)
                .needs(EXTERNAL, CONTOSO, Role.DISCOVERY_RECORD, RECORD)
                .coverage()
                .rows())
        .isEmpty();
  }

  @Test
  void what_only_the_proxy_comes_to_and_what_has_no_name_is_asked_for_nothing() {
    assertThat(
            Deployment.of(CONTOSO)
                .needs(EXTERNAL, CONTOSO, Role.NODE, new Endpoint("fe01.corp.example", 4443))
                .needs(EXTERNAL, CONTOSO, Role.AUTODISCOVER, "192.0.2.9")
                .presents(EXTERNAL, new Endpoint("fe01.corp.example", 4443), "10.0.0.7:4443", "any")
                .presents(EXTERNAL, "192.0.2.9", "192.0.2.9:443", "any")
                .coverage()
                .rows())
        .isEmpty();
  }

  @Test
  void a_shared_endpoint_is_one_row_with_all_who_need_it() {
    List<Row> rows =
        Deployment.of(CONTOSO, FABRIKAM)
            .needs(EXTERNAL, FABRIKAM, Role.SERVICE, "web.hoster.example")
            .needs(EXTERNAL, CONTOSO, Role.SERVICE, "web.hoster.example")
            .presents(EXTERNAL, "web.hoster.example", "192.0.2.1:443", "web.hoster.example")
            .coverage()
            .rows();

    assertThat(rows).extracting(Row::domains).containsExactly(List.of(CONTOSO, FABRIKAM));
  }

  @Test
  void a_pool_should_cover_both_records_for_the_day_on_which_they_lead_there() {
    List<Row> rows =
        Deployment.of(CONTOSO)
            .needs(INTERNAL, CONTOSO, Role.SERVICE, POOL)
            .told(INTERNAL, CONTOSO, Side.INTERNAL, POOL)
            .presents(INTERNAL, POOL, "10.0.0.2:443", POOL, "*.contoso.example")
            .coverage()
            .rows();

    assertThat(rows)
        .extracting(Row::name, Row::demand, Row::covered)
        .containsExactly(
            tuple(RECORD, Demand.DOCUMENTED, true),
            tuple(INSIDE, Demand.DOCUMENTED, true),
            tuple(POOL, Demand.ASKED, true));
  }

  @Test
  void the_internal_record_is_no_affair_of_the_reverse_proxy() {
    assertThat(
            Deployment.of(CONTOSO)
                .needs(EXTERNAL, CONTOSO, Role.SERVICE, "web02.example")
                .told(EXTERNAL, CONTOSO, Side.EXTERNAL, "web02.example")
                .presents(EXTERNAL, "web02.example", "192.0.2.2:443", "web02.example")
                .coverage()
                .rows())
        .extracting(Row::name, Row::covered)
        .containsExactly(tuple(RECORD, false), tuple("web02.example", true));
  }

  @Test
  void where_a_record_leads_today_its_own_row_tells() {
    assertThat(
            Deployment.of(CONTOSO)
                .needs(EXTERNAL, CONTOSO, Role.DISCOVERY_RECORD, RECORD)
                .needs(EXTERNAL, CONTOSO, Role.SERVICE, "web.example")
                .told(EXTERNAL, CONTOSO, Side.EXTERNAL, "web.example")
                .presents(EXTERNAL, RECORD, "192.0.2.1:443", RECORD)
                .presents(EXTERNAL, "web.example", "192.0.2.1:443", "web.example")
                .coverage()
                .rows())
        .extracting(Row::demand)
        .containsOnly(Demand.ASKED);
  }

  @Test
  void a_domain_with_manual_urls_wants_no_discovery_names() {
    assertThat(
            Deployment.of()
                .manual(CONTOSO)
                .needs(INTERNAL, CONTOSO, Role.AUTODISCOVER, POOL)
                .told(INTERNAL, CONTOSO, Side.INTERNAL, POOL)
                .presents(INTERNAL, POOL, "10.0.0.2:443", POOL)
                .coverage()
                .rows())
        .extracting(Row::name)
        .containsExactly(POOL);
  }

  @Test
  void a_certificate_serves_the_domains_whose_records_it_covers_also_where_no_walk_shows_it() {
    assertThat(
            Deployment.of(CONTOSO, FABRIKAM)
                .needs(EXTERNAL, CONTOSO, Role.DISCOVERY_RECORD, RECORD)
                .presents(
                    EXTERNAL, RECORD, "192.0.2.1:443", RECORD, "lyncdiscover.fabrikam.example")
                .certificate()
                .domains())
        .containsExactly(CONTOSO, FABRIKAM);
  }
}
