package io.lyncwatch.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lyncwatch.lab.fault.Fault;
import java.io.IOException;
import java.math.BigInteger;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Each fault changes the world that a client meets. */
class FaultTest {
  private static final String ROOT = "/Autodiscover/AutodiscoverService.svc/root";

  @Test
  void a_leaked_internal_record_is_seen_outside() throws Exception {
    try (Lab lab = broken("internal-record-leaked=fabrikam.example")) {
      assertThat(rcode(lab, "lyncdiscoverinternal.fabrikam.example")).isEqualTo(Rcode.NOERROR);
      assertThat(rcode(lab, "lyncdiscoverinternal.contoso.example")).isEqualTo(Rcode.NXDOMAIN);
    }
  }

  @Test
  void a_hole_in_split_dns_hides_the_web_names_inside_only() throws Exception {
    try (Lab lab = broken("split-dns-hole")) {
      assertThat(Client.ask(lab.internalDns(), "webpool01.contoso.example", Type.A).getRcode())
          .isEqualTo(Rcode.NXDOMAIN);
      assertThat(Client.ask(lab.internalDns(), "lyncdiscover.contoso.example", Type.A).getRcode())
          .isEqualTo(Rcode.NOERROR);
      assertThat(rcode(lab, "webpool01.contoso.example")).isEqualTo(Rcode.NOERROR);
    }
  }

  @Test
  void a_missing_name_breaks_https_of_that_domain_only() throws Exception {
    try (Lab lab = broken("san-missing=fabrikam.example");
        Client healthy = Client.https(lab, lab.externalDns(), "lyncdiscover.contoso.example")) {
      assertThat(healthy.get("/").status()).isEqualTo(200);
      assertThatThrownBy(
              () -> Client.https(lab, lab.externalDns(), "lyncdiscover.fabrikam.example"))
          .isInstanceOf(SSLHandshakeException.class)
          .hasMessageContaining("No subject alternative DNS name matching");
    }
  }

  @Test
  void two_certificate_faults_of_a_domain_share_one_certificate() throws Exception {
    try (Lab lab = broken("certificate-expiring=fabrikam.example", "san-missing=fabrikam.example");
        Client client =
            Client.unverified(lab, lab.externalDns(), "lyncdiscover.fabrikam.example")) {
      X509Certificate leaf = client.served().getFirst();
      assertThat(leaf.getSubjectAlternativeNames().toString())
          .doesNotContain("lyncdiscover.fabrikam.example");
      assertThat(Duration.between(Instant.now(), leaf.getNotAfter().toInstant()).toDays())
          .isBetween(7L, 9L);
    }
  }

  @Test
  void an_expired_certificate_is_presented_for_the_host_that_was_named() throws Exception {
    try (Lab lab = broken("certificate-expired=webpool02.contoso.example");
        Client healthy = Client.https(lab, lab.externalDns(), "webpool01.contoso.example")) {
      assertThat(healthy.get("/").status()).isEqualTo(200);
      assertThatThrownBy(() -> Client.https(lab, lab.externalDns(), "webpool02.contoso.example"))
          .isInstanceOf(SSLHandshakeException.class)
          .hasStackTraceContaining("NotAfter");
    }
  }

  @Test
  void a_pool_that_is_down_refuses_inside_and_at_the_proxy() throws Exception {
    try (Lab lab = broken("pool-down=pool02");
        Client healthy = Client.https(lab, lab.externalDns(), "webpool01.contoso.example")) {
      assertThat(healthy.get("/").status()).isEqualTo(200);
      assertThatThrownBy(() -> Client.https(lab, lab.externalDns(), "webpool02.contoso.example"))
          .isInstanceOf(ConnectException.class);
      assertThatThrownBy(() -> Client.http(lab, lab.internalDns(), "pool02.corp.contoso.example"))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void a_dead_resolver_says_nothing_while_the_other_answers() throws Exception {
    try (Lab lab = broken("resolver-dead=internal")) {
      assertThatThrownBy(
              () -> Client.ask(lab.internalDns(), "lyncdiscover.contoso.example", Type.A))
          .isInstanceOf(IOException.class);
      assertThat(rcode(lab, "lyncdiscover.contoso.example")).isEqualTo(Rcode.NOERROR);
    }
  }

  @Test
  void without_the_rewrite_rule_only_the_services_own_path_leads_to_it() throws Exception {
    try (Lab lab = broken("rewrite-missing");
        Client client = Client.https(lab, lab.externalDns(), "lyncdiscover.contoso.example");
        Client plain = Client.http(lab, lab.externalDns(), "lyncdiscover.contoso.example");
        Client pool = Client.https(lab, lab.externalDns(), "webpool01.contoso.example")) {
      assertThat(client.get("/", SignInClient.LEGACY).status()).isEqualTo(404);
      assertThat(plain.get("/", SignInClient.LEGACY).status()).isEqualTo(404);
      assertThat(client.get("/xframe").status()).isEqualTo(404);
      assertThat(client.get(ROOT, SignInClient.LEGACY).body()).contains("token=\"User\"");
      assertThat(pool.get("/", SignInClient.LEGACY).status()).isEqualTo(200);
    }
  }

  @Test
  void without_the_rewrite_rule_the_start_page_of_iis_may_show() throws Exception {
    try (Lab lab = broken("rewrite-missing=start-page");
        Client client = Client.https(lab, lab.externalDns(), "lyncdiscover.contoso.example")) {
      Client.Answer page = client.get("/", SignInClient.LEGACY);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.header("Content-Type")).isEqualTo("text/html");
      assertThat(page.body()).contains("IIS Windows Server");
    }
  }

  @Test
  void a_path_that_is_not_published_is_refused_by_the_proxy_and_not_inside() throws Exception {
    try (Lab lab = broken("publishing-path-missing=abs");
        Client outside = Client.https(lab, lab.externalDns(), "webpool01.contoso.example");
        Client inside = Client.https(lab, lab.internalDns(), "pool01.corp.contoso.example")) {
      assertThat(outside.get("/meet").status()).isEqualTo(200);
      Client.Answer refused = outside.get("/ABS/handler");
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.header("Content-Type")).isEqualTo("text/html");
      assertThat(refused.header("X-MS-Server-Fqdn")).isEmpty();
      assertThat(inside.get("/abs").status()).isEqualTo(401);
    }
  }

  @Test
  void a_bridge_to_443_shows_outsiders_the_internal_site() throws Exception {
    try (Lab lab = broken("bridged-to-443");
        Client client = Client.https(lab, lab.externalDns(), "lyncdiscover.contoso.example");
        Client plain = Client.http(lab, lab.externalDns(), "lyncdiscover.contoso.example")) {
      for (Client each : List.of(client, plain)) {
        assertThat(each.get("/", SignInClient.LEGACY).body())
            .contains("AccessLocation=\"Internal\"")
            .contains("href=\"https://dir01.corp.contoso.example/");
      }
    }
  }

  @Test
  void a_certificate_alone_says_where_the_intermediate_is_to_be_had() throws Exception {
    try (Lab lab = broken("intermediate-missing=webpool01.contoso.example");
        Client client = Client.unverified(lab, lab.externalDns(), "webpool01.contoso.example")) {
      assertThatThrownBy(() -> Client.https(lab, lab.externalDns(), "webpool01.contoso.example"))
          .isInstanceOf(SSLHandshakeException.class);
      assertThat(client.served()).hasSize(1);
      X509Certificate leaf = client.served().getFirst();
      URI issuer = issuer(leaf);
      try (Client authority = Client.http(lab, lab.externalDns(), issuer.getHost())) {
        X509Certificate intermediate = authority.certificate(issuer.getPath());
        leaf.verify(intermediate.getPublicKey());
        assertThat(lab.journal().visits()).anyMatch(visit -> visit.site().equals("authority"));
      }
    }
  }

  @Test
  void a_weak_key_is_made_for_who_asks_for_one() throws Exception {
    String host = "lyncdiscover.contoso.example";
    try (Lab small = broken("certificate-weak=rsa-1024");
        Lab odd = broken("certificate-weak=curve");
        Client short1024 = Client.unverified(small, small.externalDns(), host);
        Client edwards = Client.unverified(odd, odd.externalDns(), host)) {
      assertThat(((RSAPublicKey) short1024.served().getFirst().getPublicKey()).getModulus())
          .extracting(BigInteger::bitLength)
          .isEqualTo(1024);
      assertThat(edwards.served().getFirst().getPublicKey().getAlgorithm()).isEqualTo("EdDSA");
    }
  }

  @Test
  void a_revoked_certificate_stands_on_the_list_and_another_does_not() throws Exception {
    try (Lab lab = broken("certificate-revoked=webpool01.contoso.example");
        Client revoked = Client.https(lab, lab.externalDns(), "webpool01.contoso.example");
        Client other = Client.https(lab, lab.externalDns(), "webpool02.contoso.example");
        Client authority = Client.http(lab, lab.externalDns(), "pki.contoso.example")) {
      X509CRL list = authority.list("/issuing-ca.crl");

      list.verify(revoked.served().getLast().getPublicKey());
      assertThat(list.isRevoked(revoked.served().getFirst())).isTrue();
      assertThat(list.isRevoked(other.served().getFirst())).isFalse();
      assertThat(authority.list("/root-ca.crl").getRevokedCertificates()).isNull();
    }
  }

  @Test
  void a_disordered_chain_has_the_root_in_the_middle() throws Exception {
    try (Lab lab = broken("chain-disordered");
        Client client = Client.unverified(lab, lab.externalDns(), "lyncdiscover.contoso.example")) {
      assertThat(client.served())
          .extracting(certificate -> certificate.getSubjectX500Principal().getName())
          .containsExactly(
              "CN=dirweb.contoso.example",
              "CN=Lyncwatch Lab Root CA",
              "CN=Lyncwatch Lab Issuing CA");
    }
  }

  @Test
  void ending_lists_end_in_hours_and_healthy_ones_in_days() throws Exception {
    try (Lab ending = broken("crl-ending");
        Lab healthy = broken();
        Client sick = Client.http(ending, ending.externalDns(), "pki.contoso.example");
        Client well = Client.http(healthy, healthy.externalDns(), "pki.contoso.example")) {
      Instant now = Instant.now();

      assertThat(sick.list("/root-ca.crl").getNextUpdate().toInstant())
          .isBetween(now.plus(Duration.ofHours(3)), now.plus(Duration.ofHours(4)));
      assertThat(well.list("/root-ca.crl").getNextUpdate().toInstant())
          .isAfter(now.plus(Duration.ofDays(3)));
    }
  }

  @Test
  void two_faults_of_one_name_leave_the_other_names_of_its_listener_alone() throws Exception {
    try (Lab lab = broken("certificate-without-name", "certificate-expired=fabrikam.example");
        Client client =
            Client.unverified(lab, lab.externalDns(), "lyncdiscover.fabrikam.example")) {
      assertThat(client.served().getFirst().getSubjectX500Principal().getName())
          .isEqualTo("CN=dirweb.contoso.example");
    }
  }

  @Test
  void an_authority_that_is_gone_refuses() throws Exception {
    try (Lab lab = broken("revocation-unreachable")) {
      assertThatThrownBy(() -> Client.http(lab, lab.externalDns(), "pki.contoso.example"))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void a_stale_node_differs_from_the_other_machine_of_its_pool() throws Exception {
    String inside = "pool01.corp.contoso.example";
    LabSettings settings =
        LabSettings.defaults().withTopology(TopologyKind.POOL).withFault(Fault.parse("stale-node"));
    try (Lab lab = Lab.start(settings)) {
      InetAddress fresh = Client.address(lab.internalDns(), "fe01.corp.contoso.example");
      InetAddress stale = Client.address(lab.internalDns(), "fe02.corp.contoso.example");
      SignInClient alice = new SignInClient(lab);
      String ticket = alice.ticket(fresh, inside, "alice@contoso.example");
      assertThatThrownBy(() -> Client.httpsAt(lab, stale, inside))
          .isInstanceOf(SSLHandshakeException.class)
          .hasStackTraceContaining("NotAfter");
      try (Client good = Client.httpsAt(lab, fresh, inside);
          Client old = Client.unverifiedAt(lab, stale, inside)) {
        String[] headers = {SignInClient.LEGACY, "X-MS-WebTicket: opaque=" + ticket};
        assertThat(good.get(SignInClient.USER, headers).status()).isEqualTo(200);
        assertThat(old.get(SignInClient.USER, headers).status()).isEqualTo(404);
      }
    }
  }

  @Test
  void a_stale_node_may_lack_one_of_two_changes_only() throws Exception {
    LabSettings settings =
        LabSettings.defaults()
            .withTopology(TopologyKind.POOL)
            .withFault(Fault.parse("stale-node=replica"));
    try (Lab lab = Lab.start(settings)) {
      InetAddress stale = Client.address(lab.internalDns(), "fe02.corp.contoso.example");
      try (Client client = Client.httpsAt(lab, stale, "pool01.corp.contoso.example")) {
        assertThat(client.get("/", SignInClient.LEGACY).status()).isEqualTo(200);
      }
    }
  }

  @Test
  void a_stray_address_leads_a_pools_name_also_to_a_machine_of_another_pool() throws Exception {
    try (Lab lab = broken("stray-address")) {
      InetAddress stray = Client.address(lab.internalDns(), "fe02.corp.contoso.example");
      assertThat(
              Client.ask(lab.internalDns(), "pool01.corp.contoso.example", Type.A)
                  .getSection(Section.ANSWER))
          .extracting(record -> ((ARecord) record).getAddress())
          .containsExactly(Client.address(lab.internalDns(), "fe01.corp.contoso.example"), stray);
      try (Client client = Client.unverifiedAt(lab, stray, "pool01.corp.contoso.example")) {
        assertThat(client.get("/", SignInClient.LEGACY).body())
            .contains("https://pool02.corp.contoso.example/");
      }
    }
  }

  @Test
  void a_wildcard_record_answers_for_every_name_that_has_none_of_its_own() throws Exception {
    try (Lab lab = broken("wildcard-record")) {
      InetAddress proxy = Client.address(lab.externalDns(), "lyncdiscover.contoso.example");
      for (String host : List.of("lyncdiscoverinternal", "x7c2", "a.b.c")) {
        assertThat(Client.address(lab.externalDns(), host + ".contoso.example")).isEqualTo(proxy);
      }
      assertThat(Client.address(lab.externalDns(), "webpool01.contoso.example"))
          .isNotEqualTo(proxy);
      assertThat(rcode(lab, "x7c2.fabrikam.example")).isEqualTo(Rcode.NXDOMAIN);
      assertThat(Client.ask(lab.internalDns(), "x7c2.contoso.example", Type.A).getRcode())
          .isEqualTo(Rcode.NXDOMAIN);
      assertThat(Client.ask(lab.externalDns(), "x7c2.contoso.example", Type.AAAA).getRcode())
          .isEqualTo(Rcode.NOERROR);
    }
  }

  @Test
  void a_closed_port_80_is_closed_at_the_proxy_only() throws Exception {
    try (Lab lab = broken("port-80-closed");
        Client secured = Client.https(lab, lab.externalDns(), "lyncdiscover.contoso.example");
        Client inside =
            Client.http(lab, lab.internalDns(), "lyncdiscoverinternal.contoso.example")) {
      assertThat(secured.get("/").status()).isEqualTo(200);
      assertThat(inside.get("/").status()).isEqualTo(200);
      assertThatThrownBy(() -> Client.http(lab, lab.externalDns(), "lyncdiscover.contoso.example"))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void every_fault_has_a_default_and_can_be_read_from_its_name() {
    List<String> names =
        Fault.catalogue().stream().map(line -> line.split("[\\[:]", 2)[0]).toList();
    assertThat(names).contains("san-missing", "redirect-loop").hasSize(Fault.all().size());
    assertThat(names.stream().map(Fault::parse).toList()).isEqualTo(Fault.all());
  }

  @Test
  void a_wrong_fault_is_refused_with_the_list_of_names() {
    assertThatThrownBy(() -> Fault.parse("pool-dwn"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'pool-dwn'")
        .hasMessageContaining("pool-down, redirect-loop");
    assertThatThrownBy(() -> Fault.parse("split-dns-hole=x")).hasMessageContaining("write this");
    assertThatThrownBy(() -> Fault.parse("resolver-dead=both")).hasMessageContaining("'both'");
    assertThatThrownBy(() -> Fault.parse("rewrite-missing=403")).hasMessageContaining("'403'");
    assertThatThrownBy(() -> Fault.parse("certificate-weak=md5")).hasMessageContaining("'md5'");
    assertThatThrownBy(() -> Fault.parse("stale-node=clock")).hasMessageContaining("'clock'");
    assertThatThrownBy(() -> broken("stale-node")).hasMessageContaining("several machines");
    LabSettings onePool =
        LabSettings.defaults()
            .withTopology(TopologyKind.STANDARD)
            .withFault(Fault.parse("stray-address"));
    assertThatThrownBy(() -> Lab.start(onePool)).hasMessageContaining("two pools");
    assertThatThrownBy(() -> broken("pool-down=pool09")).hasMessageContaining("pool01, pool02");
    assertThatThrownBy(() -> broken("certificate-expired=www.example.com"))
        .hasMessageContaining("www.example.com");
  }

  /** Of the extension authorityInfoAccess, whose last text is the URL. */
  private static URI issuer(X509Certificate leaf) {
    String extension =
        new String(leaf.getExtensionValue("1.3.6.1.5.5.7.1.1"), StandardCharsets.ISO_8859_1);
    return URI.create(extension.substring(extension.lastIndexOf("http://")));
  }

  private static Lab broken(String... faults) throws IOException {
    LabSettings settings =
        LabSettings.defaults().withDomains("contoso.example", "fabrikam.example");
    for (String fault : faults) {
      settings = settings.withFault(Fault.parse(fault));
    }
    return Lab.start(settings);
  }

  private static int rcode(Lab lab, String name) throws IOException {
    return Client.ask(lab.externalDns(), name, Type.A).getRcode();
  }
}
