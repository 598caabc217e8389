package io.lyncwatch.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lyncwatch.lab.fault.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** The deployments that the lab can build, each as a client meets it. */
class TopologyTest {
  private static final String ROOT = "/Autodiscover/AutodiscoverService.svc/root";
  private static final String LEGACY = "Accept: application/vnd.microsoft.rtc.autodiscover+xml;v=1";

  @ParameterizedTest
  @EnumSource(TopologyKind.class)
  void every_user_with_a_home_ends_there_from_both_sides(TopologyKind kind) throws Exception {
    try (Lab lab = start(kind)) {
      SignInClient client = new SignInClient(lab);
      for (String name : List.of("alice", "bob")) {
        String address = name + "@contoso.example";
        assertThat(client.walk(lab.internalDns(), "lyncdiscoverinternal.contoso.example", address))
            .contains("token=\"External/Mcx\"");
        assertThat(client.walk(lab.externalDns(), "lyncdiscover.contoso.example", address))
            .contains("token=\"External/Mcx\"");
      }
    }
  }

  @Test
  void the_records_of_a_standard_edition_lead_to_its_only_machine() throws Exception {
    try (Lab lab = start(TopologyKind.STANDARD);
        Client inside =
            Client.https(lab, lab.internalDns(), "lyncdiscoverinternal.contoso.example");
        Client outside = Client.https(lab, lab.externalDns(), "lyncdiscover.contoso.example")) {
      assertThat(inside.get("/", LEGACY).body())
          .contains("href=\"https://se01.corp.contoso.example" + ROOT + "/user\"");
      assertThat(outside.get("/", LEGACY).body())
          .contains("href=\"https://lyncweb.contoso.example" + ROOT + "/user\"");
      assertThat(outside.get("/", LEGACY).header("X-MS-Server-Fqdn"))
          .isEqualTo("se01.corp.contoso.example");
    }
  }

  @Test
  void both_names_of_a_pool_lead_to_two_machines_with_names_of_their_own() throws Exception {
    try (Lab lab = start(TopologyKind.POOL)) {
      for (String host : List.of("pool01.corp.contoso.example", "webpool01.contoso.example")) {
        assertThat(addresses(lab.internalDns(), host)).hasSize(2);
        assertThat(machines(lab, lab.internalDns(), host))
            .containsExactly("fe01.corp.contoso.example", "fe02.corp.contoso.example");
      }
      assertThat(machines(lab, lab.externalDns(), "lyncdiscover.contoso.example"))
          .containsExactly("fe01.corp.contoso.example", "fe02.corp.contoso.example");
    }
  }

  @Test
  void a_ticket_of_one_machine_is_good_on_the_other_of_its_pool() throws Exception {
    String host = "webpool01.contoso.example";
    try (Lab lab = start(TopologyKind.POOL)) {
      SignInClient client = new SignInClient(lab);
      List<InetAddress> addresses = addresses(lab.externalDns(), host);
      String ticket = client.ticket(addresses.getFirst(), host, "alice@contoso.example");
      try (Client other = Client.httpsAt(lab, addresses.getLast(), host)) {
        Client.Answer answer =
            other.get(ROOT + "/user", LEGACY, "X-MS-WebTicket: opaque=" + ticket);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-MS-Server-Fqdn")).isEqualTo("fe02.corp.contoso.example");
        assertThat(answer.body()).contains("token=\"Ucwa\"");
      }
    }
  }

  @Test
  void fifty_hosted_domains_share_one_certificate_on_each_side() throws Exception {
    try (Lab lab = start(TopologyKind.HOSTED)) {
      assertThat(lab.sipDomains()).hasSize(51).startsWith("contoso.example", "tenant001.example");
      for (String record : List.of("lyncdiscoverinternal.", "lyncdiscover.")) {
        InetSocketAddress dns = record.contains("internal") ? lab.internalDns() : lab.externalDns();
        assertThat(certificate(lab, dns, record + "tenant050.example"))
            .isEqualTo(certificate(lab, dns, record + "contoso.example"));
      }
    }
  }

  @Test
  void a_hybrid_user_is_sent_to_a_hoster_in_another_dns_zone() throws Exception {
    String hoster = "webdir01.online.example";
    try (Lab lab = start(TopologyKind.HYBRID)) {
      SignInClient client = new SignInClient(lab);
      assertThat(
              client.user(lab.internalDns(), "dir01.corp.contoso.example", "erin@contoso.example"))
          .contains("token=\"Redirect\" href=\"https://" + hoster + ROOT + "\"");
      assertThat(
              client.walk(
                  lab.externalDns(), "lyncdiscover.contoso.example", "erin@contoso.example"))
          .contains("token=\"Ucwa\" href=\"https://" + hoster + "/ucwa/v1/applications\"");
      assertThat(addresses(lab.internalDns(), hoster))
          .isEqualTo(addresses(lab.externalDns(), hoster))
          .hasSize(1);
      assertThat(certificate(lab, lab.externalDns(), hoster).getSubjectAlternativeNames())
          .hasSize(1)
          .allSatisfy(name -> assertThat(name.get(1)).isEqualTo(hoster));
    }
  }

  @Test
  void the_hoster_is_nobody_to_the_other_topologies() throws Exception {
    try (Lab lab = start(TopologyKind.DIRECTOR)) {
      assertThat(Client.ask(lab.externalDns(), "webdir01.online.example", Type.A).getRcode())
          .isEqualTo(Rcode.NXDOMAIN);
    }
  }

  @Test
  void a_deployment_whose_only_pool_is_down_refuses_everybody() throws Exception {
    LabSettings settings =
        LabSettings.defaults()
            .withTopology(TopologyKind.STANDARD)
            .withFault(Fault.parse("pool-down"));
    try (Lab lab = Lab.start(settings)) {
      assertThatThrownBy(() -> Client.https(lab, lab.externalDns(), "lyncdiscover.contoso.example"))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void a_redirect_loop_takes_a_director() {
    LabSettings settings =
        LabSettings.defaults()
            .withTopology(TopologyKind.POOL)
            .withFault(Fault.parse("redirect-loop"));
    assertThatThrownBy(() -> Lab.start(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a topology with a Director");
  }

  private static Lab start(TopologyKind kind) throws IOException {
    return Lab.start(LabSettings.defaults().withTopology(kind));
  }

  private static List<InetAddress> addresses(InetSocketAddress dns, String host)
      throws IOException {
    return Client.ask(dns, host, Type.A).getSection(Section.ANSWER).stream()
        .filter(ARecord.class::isInstance)
        .map(record -> ((ARecord) record).getAddress())
        .toList();
  }

  /** What each address behind a name calls itself. */
  private static List<String> machines(Lab lab, InetSocketAddress dns, String host)
      throws Exception {
    List<String> names = new ArrayList<>();
    for (InetAddress address : addresses(dns, host)) {
      try (Client client = Client.httpsAt(lab, address, host)) {
        names.add(client.get(ROOT, LEGACY).header("X-MS-Server-Fqdn"));
      }
    }
    return names;
  }

  private static X509Certificate certificate(Lab lab, InetSocketAddress dns, String host)
      throws Exception {
    try (Client client = Client.https(lab, dns, host)) {
      return client.served().getFirst();
    }
  }
}
