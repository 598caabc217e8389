package io.lyncwatch.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lyncwatch.lab.fault.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/** Each fault changes the world that a client meets. */
class FaultTest {
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
    assertThatThrownBy(() -> broken("pool-down=pool09")).hasMessageContaining("pool01, pool02");
    assertThatThrownBy(() -> broken("certificate-expired=www.example.com"))
        .hasMessageContaining("www.example.com");
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
