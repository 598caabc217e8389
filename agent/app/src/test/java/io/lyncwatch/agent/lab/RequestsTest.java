package io.lyncwatch.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.TopologyKind;
import io.lyncwatch.lab.site.Visit;
import io.lyncwatch.lab.world.Generation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A walk asks what the flow needs and each service once, and nothing more. */
class RequestsTest {
  private static final String AUTODISCOVER = "/Autodiscover/AutodiscoverService.svc/root";
  private static final String TICKETS = "/WebTicket/WebTicketService.svc";

  @Test
  void a_walk_to_a_standard_edition_server_from_outside() throws IOException {
    String web = "lyncweb.contoso.example";
    List<String> expected = new ArrayList<>(entry("lyncdiscover.contoso.example"));
    expected.addAll(signIn(web));
    expected.addAll(services(web, web));
    expected.addAll(webServices(web));

    assertThat(walk(TopologyKind.STANDARD, View.EXTERNAL))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void a_walk_to_a_standard_edition_server_from_inside() throws IOException {
    String inside = "se01.corp.contoso.example";
    String web = "lyncweb.contoso.example";
    List<String> expected = new ArrayList<>(entry("lyncdiscoverinternal.contoso.example"));
    expected.addAll(signIn(inside));
    expected.addAll(services(inside, web));
    expected.addAll(webServices(inside));
    expected.addAll(webServices(web));

    assertThat(walk(TopologyKind.STANDARD, View.INTERNAL))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void a_walk_by_a_director_signs_in_there_and_again_at_the_home_pool() throws IOException {
    String director = "dirweb.contoso.example";
    String pool = "webpool01.contoso.example";
    List<String> expected = new ArrayList<>(entry("lyncdiscover.contoso.example"));
    expected.addAll(signIn(director));
    expected.add("GET https://" + pool + AUTODISCOVER);
    expected.addAll(signIn(pool));
    expected.addAll(services(pool, pool));
    expected.addAll(webServices(pool));

    assertThat(walk(TopologyKind.DIRECTOR, View.EXTERNAL))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Both schemes of the discovery record. */
  private static List<String> entry(String record) {
    return List.of("GET http://" + record + "/", "GET https://" + record + "/");
  }

  /**
   * From the Domain document to the User document with a ticket, which takes NTLM's three steps.
   */
  private static List<String> signIn(String host) {
    String at = "https://" + host;
    return List.of(
        "GET " + at + AUTODISCOVER + "/domain",
        "GET " + at + AUTODISCOVER + "/user",
        "GET " + at + TICKETS + "/mex",
        "POST " + at + TICKETS,
        "POST " + at + TICKETS,
        "POST " + at + TICKETS,
        "GET " + at + AUTODISCOVER + "/user");
  }

  /** Those that the User document names, and the ticket service's port for guests. */
  private static List<String> services(String host, String mobile) {
    return List.of(
        "GET https://" + host + TICKETS + "/Anon",
        "GET https://" + host + AUTODISCOVER,
        "GET https://" + host + "/Reach/sip.svc/mex",
        "GET https://" + host + "/Scheduler",
        "GET https://" + host + "/Autodiscover/XFrame/XFrame.html",
        "GET https://" + mobile + "/Mcx/McxService.svc",
        "GET https://" + mobile + "/ucwa/v1/applications");
  }

  /** Those that stand on every web name. */
  private static List<String> webServices(String host) {
    return List.of(
        "GET https://" + host + "/meet",
        "GET https://" + host + "/dialin",
        "GET https://" + host + "/abs",
        "GET https://" + host + "/GroupExpansion/service.svc");
  }

  private static List<String> walk(TopologyKind topology, View view) throws IOException {
    LabSettings settings =
        LabSettings.defaults().withTopology(topology).withGeneration(Generation.LYNC_2013);
    try (Lab lab = Lab.start(settings)) {
      assertThat(new Walker(lab).signIn(view, "alice@contoso.example").findings()).isEmpty();
      return lab.journal().visits().stream().map(Visit::request).map(Object::toString).toList();
    }
  }
}
