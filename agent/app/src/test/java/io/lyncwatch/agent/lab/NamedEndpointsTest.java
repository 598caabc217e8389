package io.lyncwatch.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.world.Generation;
import io.lyncwatch.lab.world.Product;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which endpoints walks show to exist in each view, by what documents name. */
class NamedEndpointsTest {
  private static final String ALICE = "alice@contoso.example";

  private static Lab lab;

  @BeforeAll
  static void open() throws IOException {
    lab = Lab.start(LabSettings.defaults().withProduct(Product.of(Generation.LYNC_2010)));
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @Test
  void inside_the_home_pools_external_set_is_there_to_fall_back_to() {
    assertThat(named(new Walker(lab).signIn(View.INTERNAL, ALICE)))
        .contains(
            "service pool01.corp.contoso.example:443", "fallback webpool01.contoso.example:443")
        .doesNotContain("fallback dirweb.contoso.example:443");
  }

  @Test
  void outside_nobody_is_told_of_the_internal_set() {
    assertThat(named(new Walker(lab).signIn(View.EXTERNAL, ALICE)))
        .contains("service webpool01.contoso.example:443")
        .noneMatch(named -> named.contains(".corp."));
  }

  @Test
  void desktop_clients_speak_sip_with_the_pool_inside_and_with_the_access_edge_outside() {
    assertThat(named(new Walker(lab).signIn(View.INTERNAL, ALICE)))
        .contains("sip pool01.corp.contoso.example:5061")
        .noneMatch(named -> named.contains("sip.contoso.example"));
    assertThat(named(new Walker(lab).signIn(View.EXTERNAL, ALICE)))
        .contains("sip sip.contoso.example:5061")
        .noneMatch(named -> named.contains(".corp."));
  }

  @Test
  void a_walk_without_an_account_knows_them_of_the_server_that_it_comes_to() {
    assertThat(
            named(
                new Walker(lab)
                    .entry(View.INTERNAL, "contoso.example", DiscoveryRecord.LYNCDISCOVERINTERNAL)))
        .contains("sip dir01.corp.contoso.example:5061");
  }

  @Test
  void the_certificates_of_a_healthy_deployment_are_good_where_sip_is_spoken_too() {
    for (Report report :
        List.of(
            certificate(View.INTERNAL, "pool01.corp.contoso.example", 5061),
            certificate(View.EXTERNAL, "sip.contoso.example", 5061),
            certificate(View.EXTERNAL, "sip.contoso.example", 443))) {
      assertThat(report.outcome()).as(report.summary()).isEqualTo(Outcome.SUCCESS);
    }
  }

  private static Report certificate(View view, String host, int port) {
    return new Walker(lab).certificate(view, new Endpoint(host, port));
  }

  private static List<String> named(Report report) {
    return report.learned().endpoints().stream().map(NamedEndpointsTest::words).toList();
  }

  private static String words(MetEndpoint met) {
    return met.role().label() + " " + met.endpoint();
  }
}
