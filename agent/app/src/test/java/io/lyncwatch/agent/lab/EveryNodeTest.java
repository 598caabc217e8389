package io.lyncwatch.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.TopologyKind;
import io.lyncwatch.lab.fault.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whichever machine answers, it is asked and named: behind a name, a proxy or a pool. */
class EveryNodeTest {
  private static final String DOMAIN = "contoso.example";

  @Test
  void every_address_behind_a_record_is_walked_and_its_node_named() throws IOException {
    try (Lab lab = Lab.start(pool())) {
      Report report = inside(lab);

      assertThat(report.findings()).isEmpty();
      assertThat(nodes(report))
          .containsExactly(
              new Facts.NodeResult("127.0.1.2", fqdn("fe01"), true, hosts()),
              new Facts.NodeResult("127.0.1.3", fqdn("fe02"), true, hosts()));
    }
  }

  @Test
  void the_node_that_differs_is_named_with_its_address() throws IOException {
    try (Lab lab = Lab.start(pool("stale-node=certificate"))) {
      Report report = inside(lab);

      assertThat(finding(report, Reason.TLS_EXPIRED).evidence())
          .containsEntry("node", "fe02.corp.contoso.example")
          .containsEntry("address", "127.0.1.3:" + lab.httpsPort());
      assertThat(report.summary())
          .endsWith(
              "Seen at 1 of 2 nodes behind lyncdiscoverinternal.contoso.example:"
                  + " fe02.corp.contoso.example (127.0.1.3).");
      assertThat(nodes(report)).extracting(Facts.NodeResult::success).containsExactly(true, false);
    }
  }

  @Test
  void a_record_is_usable_but_not_good_where_one_of_its_nodes_fails() throws IOException {
    try (Lab lab = Lab.start(pool("stale-node=certificate"))) {
      assertThat(((Facts.Entry) inside(lab).facts()).schemes())
          .filteredOn(result -> result.scheme().equals("https"))
          .extracting(Facts.SchemeResult::success, Facts.SchemeResult::usable)
          .containsExactly(tuple(false, true));
    }
  }

  @Test
  void a_certificate_that_one_address_presents_is_told_from_one_of_all() throws IOException {
    try (Lab lab = Lab.start(pool("stale-node=certificate"))) {
      Report report = new Walker(lab).certificate(View.INTERNAL, "pool01.corp.contoso.example");

      assertThat(finding(report, Reason.TLS_EXPIRED).cause())
          .endsWith("Seen at 1 of 2 nodes behind pool01.corp.contoso.example:443: 127.0.1.3.");
    }
  }

  @Test
  void what_all_nodes_have_is_said_of_all() throws IOException {
    try (Lab lab = Lab.start(pool("certificate-expired"))) {
      Report report = new Walker(lab).entry(View.EXTERNAL, DOMAIN, DiscoveryRecord.LYNCDISCOVER);

      assertThat(finding(report, Reason.TLS_EXPIRED).cause())
          .endsWith("Seen at all 2 nodes behind lyncdiscover.contoso.example.");
    }
  }

  @Test
  void a_pool_is_watched_where_no_account_lives() throws IOException {
    try (Lab lab = Lab.start(broken("pool-down=pool02"))) {
      Walker walker = new Walker(lab);
      Report up = walker.pool(View.INTERNAL, DOMAIN, "pool01.corp.contoso.example");
      Report down = walker.pool(View.EXTERNAL, DOMAIN, "webpool02.contoso.example");

      assertThat(up.outcome()).isEqualTo(Outcome.SUCCESS);
      assertThat(up.findings()).isEmpty();
      assertThat(up.learned().endpoints())
          .extracting(MetEndpoint::endpoint)
          .map(Object::toString)
          .containsOnly("pool01.corp.contoso.example:443");
      assertThat(down.target().name()).isEqualTo("webpool02.contoso.example");
      assertThat(down.findings()).extracting(Finding::reason).containsOnly(Reason.TCP_REFUSED);
    }
  }

  @Test
  void a_node_that_answers_for_another_pool_is_found_and_named() throws IOException {
    try (Lab lab = Lab.start(broken("stray-address"))) {
      Report report = new Walker(lab).pool(View.INTERNAL, DOMAIN, "pool01.corp.contoso.example");

      assertThat(finding(report, Reason.TOPOLOGY_OTHER_POOL).cause())
          .startsWith("Asked as pool01.corp.contoso.example, fe02.corp.contoso.example answers for")
          .contains("pool02.corp.contoso.example")
          .endsWith(": fe02.corp.contoso.example (127.0.1.3).");
      assertThat(report.outcome()).isEqualTo(Outcome.FAILURE);
    }
  }

  @Test
  void a_healthy_machine_behind_the_proxy_is_well_though_its_certificate_is_for_the_proxy_alone()
      throws IOException {
    try (Lab lab = Lab.start(broken())) {
      Walker walker = new Walker(lab);
      for (Report report :
          List.of(
              walker.node(DOMAIN, "dir01", "127.0.1.1"),
              walker.node(DOMAIN, "fe01", "127.0.1.2"),
              walker.node(DOMAIN, "fe02", "fe02.corp.contoso.example"))) {
        assertThat(report.findings()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(report.target().view()).isEqualTo(View.EXTERNAL);
        assertThat(nodes(report))
            .extracting(Facts.NodeResult::node)
            .containsExactly(fqdn(report.target().name()));
      }
    }
  }

  @Test
  void what_fails_by_the_proxy_and_works_behind_it_is_the_proxy() throws IOException {
    try (Lab lab = Lab.start(broken("bridged-to-443"))) {
      Walker walker = new Walker(lab);
      Report byProxy = walker.entry(View.EXTERNAL, DOMAIN, DiscoveryRecord.LYNCDISCOVER);
      Report direct = walker.node(DOMAIN, "dir01", "127.0.1.1");

      assertThat(byProxy.outcome()).isEqualTo(Outcome.FAILURE);
      assertThat(direct.findings()).isEmpty();
      assertThat(direct.summary()).startsWith("dir01 itself leads to the service:");
    }
  }

  @Test
  void what_fails_at_the_machine_itself_is_not_the_proxy() throws IOException {
    try (Lab lab = Lab.start(broken("rewrite-missing", "pool-down"))) {
      Walker walker = new Walker(lab);
      Report director = walker.node(DOMAIN, "dir01", "127.0.1.1");
      Report pool = walker.node(DOMAIN, "fe01", "127.0.1.2");

      assertThat(director.findings())
          .extracting(Finding::reason)
          .containsExactly(Reason.ROOT_REWRITE_MISSING, Reason.HTTP_STATUS);
      assertThat(director.summary())
          .startsWith("Not the reverse proxy: asked directly, dir01 fails.");
      assertThat(pool.findings()).extracting(Finding::reason).containsOnly(Reason.TCP_REFUSED);
    }
  }

  private static LabSettings pool(String... faults) {
    return with(LabSettings.defaults().withTopology(TopologyKind.POOL), faults);
  }

  private static LabSettings broken(String... faults) {
    return with(LabSettings.defaults(), faults);
  }

  private static LabSettings with(LabSettings defaults, String... faults) {
    LabSettings settings = defaults;
    for (String fault : faults) {
      settings = settings.withFault(Fault.parse(fault));
    }
    return settings;
  }

  private static Report inside(Lab lab) {
    return new Walker(lab).entry(View.INTERNAL, DOMAIN, DiscoveryRecord.LYNCDISCOVERINTERNAL);
  }

  private static List<Facts.NodeResult> nodes(Report report) {
    return ((Facts.Entry) report.facts()).nodes();
  }

  private static Finding finding(Report report, Reason reason) {
    return report.findings().stream()
        .filter(finding -> finding.reason() == reason)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<String> fqdn(String machine) {
    return Optional.of(machine + ".corp.contoso.example");
  }

  private static List<String> hosts() {
    return List.of("pool01.corp.contoso.example", "webpool01.contoso.example");
  }
}
