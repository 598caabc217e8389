package io.lyncwatch.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabTest {
  private static final String ROOT = "/Autodiscover/AutodiscoverService.svc/root";
  private static final String LEGACY = "Accept: application/vnd.microsoft.rtc.autodiscover+xml;v=1";

  private static Lab lab;

  @BeforeAll
  static void start() throws IOException {
    lab = Lab.start(LabSettings.defaults().withDomains("contoso.example", "fabrikam.example"));
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @Test
  void inside_the_internal_record_leads_to_the_directors_internal_site() throws Exception {
    try (Client client =
        Client.https(lab, lab.internalDns(), "lyncdiscoverinternal.fabrikam.example")) {
      Client.Answer root = client.get("/", LEGACY);
      assertThat(root.status()).isEqualTo(200);
      assertThat(root.body())
          .contains("AccessLocation=\"Internal\"")
          .contains(
              "<Link token=\"User\" href=\"https://dir01.corp.contoso.example" + ROOT + "/user\"");
      assertThat(root.header("X-MS-Server-Fqdn")).isEqualTo("dir01.corp.contoso.example");
    }
  }

  @Test
  void outside_the_external_record_leads_through_the_proxy_to_the_external_site() throws Exception {
    try (Client client = Client.https(lab, lab.externalDns(), "lyncdiscover.fabrikam.example")) {
      assertThat(client.get("/", LEGACY).body())
          .contains("AccessLocation=\"External\"")
          .contains("href=\"https://dirweb.contoso.example" + ROOT + "/user\"");
    }
  }

  @Test
  void http_only_leads_to_https_and_keeps_the_query() throws Exception {
    try (Client client = Client.http(lab, lab.externalDns(), "lyncdiscover.contoso.example")) {
      assertThat(client.get("/?sipuri=alice@contoso.example", LEGACY).body())
          .contains(
              "<Root><Link token=\"Redirect\" href=\"https://dirweb.contoso.example"
                  + ROOT
                  + "?sipuri=alice@contoso.example\" /></Root>");
      assertThat(client.get(ROOT + "/user", LEGACY).status()).isEqualTo(404);
    }
  }

  @Test
  void paths_are_case_insensitive_and_may_end_with_a_slash() throws Exception {
    try (Client client = Client.https(lab, lab.externalDns(), "webpool01.contoso.example")) {
      assertThat(client.get("/AUTODISCOVER/autodiscoverservice.svc/Root/", LEGACY).body())
          .contains("token=\"Domain\"");
      assertThat(client.get(ROOT + "/domain", LEGACY).body())
          .contains(
              "<SipClientInternalAccess fqdn=\"pool01.corp.contoso.example\" port=\"443\" />");
    }
  }

  @Test
  void the_accept_header_chooses_the_representation() throws Exception {
    try (Client client = Client.https(lab, lab.externalDns(), "lyncdiscover.contoso.example")) {
      assertThat(client.get("/", "Accept: application/json").body())
          .startsWith("{\"_links\":{\"self\":{\"href\":\"https://dirweb.contoso.example/");
      assertThat(client.get("/", "Accept: application/xml").body())
          .contains("<resource rel=\"root\" href=\"https://dirweb.contoso.example/");
      assertThat(client.get("/").body())
          .startsWith(
              "{\"AccessLocation\":\"External\",\"Root\":{\"Links\":[{\"href\":\"https:\\/\\/");
    }
  }

  @Test
  void a_user_without_a_ticket_is_told_where_to_get_one() throws Exception {
    try (Client client = Client.https(lab, lab.externalDns(), "webpool02.contoso.example")) {
      Client.Answer legacy = client.get(ROOT + "/user", LEGACY);
      assertThat(legacy.status()).isEqualTo(401);
      assertThat(legacy.header("X-MS-WebTicketURL"))
          .isEqualTo("https://webpool02.contoso.example/WebTicket/WebTicketService.svc");
      Client.Answer oauth = client.get(ROOT + "/oauth/user");
      assertThat(oauth.status()).isEqualTo(401);
      assertThat(oauth.header("WWW-Authenticate"))
          .contains("MsRtcOAuth href=\"https://webpool02.contoso.example/WebTicket/oauthtoken\"");
      assertThat(client.get("/ucwa/v1/applications").status()).isEqualTo(401);
      assertThat(client.get("/nowhere").header("X-MS-Server-Fqdn"))
          .isEqualTo("fe02.corp.contoso.example");
    }
  }

  @Test
  void the_proxy_keeps_one_backend_connection_per_client_connection() throws Exception {
    lab.journal().clear();
    try (Client one = Client.https(lab, lab.externalDns(), "webpool01.contoso.example");
        Client other = Client.https(lab, lab.externalDns(), "webpool01.contoso.example")) {
      one.get("/first");
      other.get("/between");
      one.get("/second");
    }
    var connections =
        lab.journal().visits().stream().map(visit -> visit.request().connection()).toList();
    assertThat(connections).hasSize(3);
    assertThat(connections.get(2)).isEqualTo(connections.get(0)).isNotEqualTo(connections.get(1));
  }

  @Test
  void the_proxy_answers_for_hosts_that_it_does_not_publish_itself() throws Exception {
    try (Client client =
        Client.http(lab, lab.externalDns(), "webpool01.contoso.example", "www.contoso.example")) {
      Client.Answer answer = client.get("/");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.headers()).doesNotContainKey("x-ms-server-fqdn");
    }
  }

  @Test
  void the_journal_shows_requests_and_questions_but_no_secrets_in_its_text() throws Exception {
    lab.journal().clear();
    try (Client client = Client.https(lab, lab.internalDns(), "pool01.corp.contoso.example")) {
      client.get("/meet?x=1", "Authorization: Basic c2VjcmV0");
    }
    assertThat(lab.journal().questions())
        .anyMatch(question -> question.name().equals("pool01.corp.contoso.example"));
    var visit = lab.journal().visits().getFirst();
    assertThat(visit.site()).isEqualTo("pool01 internal");
    assertThat(visit.request().query()).isEqualTo("x=1");
    assertThat(visit.request().header("authorization")).hasValue("Basic c2VjcmV0");
    assertThat(visit.toString()).doesNotContain("c2VjcmV0");
  }

  @Test
  void the_journal_counts_handshakes_by_listener_and_by_the_name_that_was_asked_for()
      throws Exception {
    lab.journal().clear();
    for (String host : List.of("lyncdiscover.contoso.example", "webpool01.contoso.example")) {
      for (int i = 0; i < 2; i++) {
        Client.https(lab, lab.externalDns(), host).close();
      }
    }
    Client.https(lab, lab.internalDns(), "pool01.corp.contoso.example", "TLSv1.2").close();
    assertThat(lab.journal().handshakes())
        .extracting(handshake -> handshake.listener() + " " + handshake.host())
        .containsExactly(
            "dir01 published lyncdiscover.contoso.example",
            "dir01 published lyncdiscover.contoso.example",
            "pool01 published webpool01.contoso.example",
            "pool01 published webpool01.contoso.example",
            "pool01 internal pool01.corp.contoso.example");
    assertThat(lab.journal().handshakes().getLast().address())
        .isEqualTo(Client.address(lab.internalDns(), "pool01.corp.contoso.example"));
  }

  @ParameterizedTest
  @CsvSource({
    "/meet, 200",
    "/Dialin/, 200",
    "/abs, 401",
    "/GroupExpansion/service.svc, 401",
    "/Reach/sip.svc/mex, 200",
    "/Scheduler, 200",
    "/Mcx/McxService.svc, 200",
    "/CertProv/CertProvisioningService.svc/mex, 200",
    "/WebTicket/WebTicketService.svc/mex, 200",
    "/webticket/webticketservice.svc/auth, 405",
    "/ucwa/v1/applications, 401",
    "/Autodiscover/XFrame/XFrame.html, 200",
    "/AutoDiscover/AutoDiscover.svc/Root, 404"
  })
  void the_services_of_a_pool_answer_on_both_names(String path, int status) throws Exception {
    try (Client inside = Client.https(lab, lab.internalDns(), "pool01.corp.contoso.example");
        Client outside = Client.https(lab, lab.externalDns(), "webpool01.contoso.example")) {
      for (Client client : List.of(inside, outside)) {
        Client.Answer answer = client.get(path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("X-MS-Server-Fqdn")).isEqualTo("fe01.corp.contoso.example");
      }
    }
  }

  @Test
  void the_certificate_chain_is_served_whole_and_valid_around_the_labs_clock() throws Exception {
    Instant past = Instant.parse("2015-06-01T00:00:00Z");
    try (Lab old = Lab.start(LabSettings.defaults().withClock(() -> past));
        Client client = Client.http(old, old.externalDns(), "webpool01.contoso.example")) {
      assertThat(client.get("/").status()).isEqualTo(200);
    }
    try (Client client = Client.https(lab, lab.externalDns(), "webpool01.contoso.example")) {
      assertThat(client.served()).hasSize(2);
    }
  }

  @Test
  void three_hundred_extra_domains_are_healthy() throws Exception {
    try (Lab big = Lab.start(LabSettings.defaults().withExtraDomains(300));
        Client inside =
            Client.https(big, big.internalDns(), "lyncdiscoverinternal.tenant007.example");
        Client outside = Client.https(big, big.externalDns(), "lyncdiscover.tenant300.example")) {
      assertThat(inside.get("/", LEGACY).status()).isEqualTo(200);
      assertThat(outside.get("/", LEGACY).status()).isEqualTo(200);
      assertThat(big.user("alice@tenant300.example").domain()).isEqualTo("TENANT300");
    }
  }

  @Test
  void equal_randomness_gives_equal_passwords_and_text_never_shows_them() throws Exception {
    try (Lab one = Lab.start(LabSettings.defaults().withRandom(new Random(7)));
        Lab two = Lab.start(LabSettings.defaults().withRandom(new Random(7)))) {
      assertThat(one.users()).isEqualTo(two.users());
      assertThat(one.users().toString()).doesNotContain(one.users().getFirst().password());
    }
  }

  @Test
  void a_taken_port_is_said_plainly() {
    LabPorts taken = new LabPorts(lab.httpsPort(), 0, 0, 0, 0, 0, 0);
    assertThatThrownBy(() -> Lab.start(LabSettings.defaults().withPorts(taken)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("https port");
  }

  @Test
  void a_closed_lab_frees_its_ports() throws Exception {
    LabPorts ports;
    try (Lab first = Lab.start(LabSettings.defaults())) {
      ports = first.ports();
    }
    try (Lab second = Lab.start(LabSettings.defaults().withPorts(ports))) {
      assertThat(second.ports()).isEqualTo(ports);
    }
  }
}
