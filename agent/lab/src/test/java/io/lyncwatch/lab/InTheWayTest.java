package io.lyncwatch.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lyncwatch.lab.fault.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/** Faults that let something else answer than the service that a client means. */
class InTheWayTest {
  private static final String RECORD = "lyncdiscover.contoso.example";
  private static final String ROOT = "/Autodiscover/AutodiscoverService.svc/root";
  private static final String NODE = "X-MS-Server-Fqdn";

  @Test
  void iis_that_demands_tls_refuses_http_and_nothing_else() throws Exception {
    try (Lab lab = broken("ssl-required");
        Client plain = Client.http(lab, lab.externalDns(), RECORD);
        Client secured = Client.https(lab, lab.externalDns(), RECORD)) {
      Client.Answer refused = plain.get("/", SignInClient.LEGACY);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.header(NODE)).isEqualTo("dir01.corp.contoso.example");
      assertThat(secured.get("/", SignInClient.LEGACY).status()).isEqualTo(200);
    }
  }

  @Test
  void a_missing_service_is_not_found_at_its_own_path_while_others_are() throws Exception {
    try (Lab lab = broken("autodiscover-missing");
        Client client = Client.https(lab, lab.externalDns(), RECORD)) {
      assertThat(client.get("/").status()).isEqualTo(404);
      assertThat(client.get(ROOT).status()).isEqualTo(404);
      assertThat(client.get(ROOT).header(NODE)).isEqualTo("dir01.corp.contoso.example");
      assertThat(client.get("/meet").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({"application-stopped, 503", "application-damaged, 500"})
  void an_application_that_does_not_run_is_answered_for_without_its_headers(
      String fault, int status) throws Exception {
    try (Lab lab = broken(fault);
        Client client = Client.https(lab, lab.externalDns(), RECORD)) {
      Client.Answer answer = client.get("/");
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.header("Server")).startsWith("Microsoft-");
      assertThat(answer.header(NODE)).isEmpty();
      assertThat(client.get("/meet").status()).isEqualTo(200);
    }
  }

  @Test
  void a_parked_name_shows_a_page_over_http_and_refuses_https() throws Exception {
    try (Lab lab = broken("parking-page");
        Client client = Client.http(lab, lab.externalDns(), RECORD)) {
      assertThat(client.get(ROOT).body()).contains(RECORD + " is for sale");
      assertThatThrownBy(() -> Client.https(lab, lab.externalDns(), RECORD))
          .isInstanceOf(ConnectException.class);
      try (Client inside = Client.https(lab, lab.internalDns(), RECORD)) {
        assertThat(inside.get("/").status()).isEqualTo(200);
      }
    }
  }

  @Test
  void a_captive_portal_has_every_name_of_its_network_lead_to_its_login_page() throws Exception {
    try (Lab lab = broken("captive-portal");
        Client client = Client.http(lab, lab.externalDns(), "webpool01.contoso.example")) {
      Client.Answer answer = client.get("/");
      assertThat(answer.status()).isEqualTo(302);
      assertThat(answer.header("Location")).isEqualTo("http://portal.hotspot.example/login");
      assertThat(Client.address(lab.externalDns(), "anything.at.all.example"))
          .isEqualTo(Client.address(lab.externalDns(), RECORD));
      assertThatThrownBy(() -> Client.https(lab, lab.externalDns(), RECORD))
          .isInstanceOf(SSLHandshakeException.class);
      assertThat(Client.ask(lab.internalDns(), "anything.at.all.example", Type.A).getRcode())
          .isEqualTo(Rcode.NXDOMAIN);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "preauthentication, 307, Location, https://sts.contoso.example/adfs/ls?",
    "preauthentication=challenge, 401, WWW-Authenticate, Negotiate",
    "backend-unreachable, 502, X-Powered-By, ARR/3.0",
    "backend-unreachable=wap, 504, Server, Microsoft-HTTPAPI/2.0"
  })
  void the_proxy_answers_by_itself_whatever_is_asked(
      String fault, int status, String header, String value) throws Exception {
    try (Lab lab = broken(fault)) {
      for (String path : new String[] {"/", ROOT}) {
        try (Client client = Client.https(lab, lab.externalDns(), RECORD)) {
          Client.Answer answer = client.get(path);
          assertThat(answer.status()).isEqualTo(status);
          assertThat(answer.header(header)).startsWith(value);
          assertThat(answer.header(NODE)).isEmpty();
        }
      }
      try (Client inside = Client.https(lab, lab.internalDns(), "dir01.corp.contoso.example")) {
        assertThat(inside.get("/").status()).isEqualTo(200);
      }
    }
  }

  @Test
  void another_application_answers_behind_the_certificate_of_lync() throws Exception {
    try (Lab lab = broken("wrong-application");
        Client client = Client.https(lab, lab.externalDns(), RECORD);
        Client plain = Client.http(lab, lab.externalDns(), RECORD)) {
      assertThat(client.get("/").body()).contains("Intranet");
      assertThat(client.get(ROOT).status()).isEqualTo(404);
      assertThat(plain.get("/").body()).contains("Intranet");
    }
  }

  @Test
  void a_proxy_that_keeps_no_connection_says_so_and_ends_it() throws Exception {
    try (Lab lab = broken("connection-not-kept");
        Client client = Client.https(lab, lab.externalDns(), RECORD)) {
      Client.Answer answer = client.get("/", SignInClient.LEGACY);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Connection")).isEqualToIgnoringCase("close");
      assertThatThrownBy(() -> client.get("/")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void without_a_rule_for_https_the_proxy_publishes_http_only() throws Exception {
    try (Lab lab = broken("https-not-published");
        Client plain = Client.http(lab, lab.externalDns(), RECORD);
        Client pool = Client.https(lab, lab.externalDns(), "webpool01.contoso.example")) {
      assertThat(plain.get("/", SignInClient.LEGACY).status()).isEqualTo(200);
      assertThat(pool.get("/").status()).isEqualTo(200);
      assertThatThrownBy(() -> Client.https(lab, lab.externalDns(), RECORD))
          .isInstanceOf(ConnectException.class);
    }
  }

  /** Other systems refuse connections that find the queue full. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void a_firewall_without_hairpin_says_nothing_to_those_inside() throws Exception {
    try (Lab lab = broken("hairpin-blocked");
        Client outside = Client.https(lab, lab.externalDns(), RECORD);
        Client inside = Client.https(lab, lab.internalDns(), "dir01.corp.contoso.example");
        Socket socket = new Socket()) {
      assertThat(outside.get("/").status()).isEqualTo(200);
      assertThat(inside.get("/").status()).isEqualTo(200);
      InetAddress firewall = Client.address(lab.internalDns(), RECORD);
      assertThatThrownBy(
              () -> socket.connect(new InetSocketAddress(firewall, lab.httpsPort()), 100))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void missing_records_are_denied_on_both_sides() throws Exception {
    try (Lab lab = broken("records-missing")) {
      for (InetSocketAddress dns : new InetSocketAddress[] {lab.internalDns(), lab.externalDns()}) {
        assertThat(Client.ask(dns, RECORD, Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(Client.ask(dns, "lyncdiscoverinternal.contoso.example", Type.A).getRcode())
            .isEqualTo(Rcode.NXDOMAIN);
      }
    }
  }

  @Test
  void a_pool_without_an_external_name_gives_out_its_internal_one() throws Exception {
    try (Lab lab = broken("external-name-missing")) {
      SignInClient client = new SignInClient(lab);
      String pool = "https://pool01.corp.contoso.example" + ROOT;
      assertThat(client.user(lab.externalDns(), "dirweb.contoso.example", "alice@contoso.example"))
          .contains("token=\"Redirect\" href=\"" + pool + "\"");
      assertThat(client.user(lab.externalDns(), "dirweb.contoso.example", "bob@contoso.example"))
          .contains("token=\"Redirect\" href=\"https://webpool02.contoso.example" + ROOT + "\"");
    }
  }

  @Test
  void mobile_clients_may_be_sent_to_the_internal_services() throws Exception {
    try (Lab lab = broken("mobility-inside")) {
      assertThat(new SignInClient(lab).walk(lab.externalDns(), RECORD, "alice@contoso.example"))
          .contains("token=\"External/Ucwa\" href=\"https://pool01.corp.contoso.example/ucwa")
          .contains("token=\"External/Mcx\" href=\"https://pool01.corp.contoso.example/Mcx")
          .contains("token=\"External/Autodiscover\" href=\"https://webpool01.contoso.example/");
    }
  }

  @Test
  void a_company_and_its_hoster_may_send_a_user_to_each_other() throws Exception {
    LabSettings settings =
        LabSettings.defaults()
            .withTopology(TopologyKind.HYBRID)
            .withFault(Fault.parse("provider-wrong"));
    try (Lab lab = Lab.start(settings)) {
      SignInClient client = new SignInClient(lab);
      String user = "erin@contoso.example";
      assertThat(client.user(lab.externalDns(), "dirweb.contoso.example", user))
          .contains("token=\"Redirect\" href=\"https://webdir01.online.example" + ROOT + "\"");
      assertThat(client.user(lab.externalDns(), "webdir01.online.example", user))
          .contains("token=\"Redirect\" href=\"https://dirweb.contoso.example" + ROOT + "\"");
    }
  }

  @Test
  void faults_of_different_places_stand_side_by_side() throws Exception {
    try (Lab lab = broken("ssl-required", "certificate-expired", "mobility-inside");
        Client plain = Client.http(lab, lab.externalDns(), RECORD)) {
      assertThat(plain.get("/").status()).isEqualTo(403);
      assertThatThrownBy(() -> Client.https(lab, lab.externalDns(), RECORD))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void a_loop_with_a_hoster_takes_a_hoster() {
    assertThatThrownBy(() -> broken("provider-wrong"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a topology with a hoster");
  }

  private static Lab broken(String... faults) throws IOException {
    LabSettings settings = LabSettings.defaults();
    for (String fault : faults) {
      settings = settings.withFault(Fault.parse(fault));
    }
    return Lab.start(settings);
  }
}
