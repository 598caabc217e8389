package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.AddressType;
import io.lyncwatch.discovery.dns.DnsAnswer;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Role;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForeignAliasTest {
  private static final String NAME = "lyncdiscover.contoso.example";
  private static final TrustRule TRUST =
      new TrustRule(new SipDomain("contoso.example"), Set.of("contoso.net"));

  @Test
  void an_alias_within_the_sip_domain_or_a_trusted_one_is_nothing() {
    assertThat(ForeignAlias.of(TRUST, record())).isEmpty();
    assertThat(ForeignAlias.of(TRUST, record("web.contoso.example"))).isEmpty();
    assertThat(ForeignAlias.of(TRUST, record("web.contoso.net"))).isEmpty();
  }

  @Test
  void a_chain_that_comes_back_ends_at_home() {
    assertThat(ForeignAlias.of(TRUST, record("balancer.example", "web.contoso.example"))).isEmpty();
  }

  @Test
  void an_alias_elsewhere_is_worth_knowing_by_itself() {
    Finding finding = ForeignAlias.of(TRUST, record("proxy.hosting.example")).orElseThrow();

    assertThat(finding.reason()).isEqualTo(Reason.DNS_CNAME_FOREIGN);
    assertThat(Consequences.told(List.of(finding)))
        .singleElement()
        .extracting(Finding::severity)
        .isEqualTo(Severity.INFO);
  }

  @Test
  void lync_online_is_named_whatever_stands_behind_it() {
    Finding finding =
        ForeignAlias.of(TRUST, record("webdir.online.lync.com", "balancer.example")).orElseThrow();

    assertThat(finding.reason()).isEqualTo(Reason.DNS_LYNC_ONLINE);
    assertThat(finding.cause()).contains("webdir.online.lync.com").contains("closed in 2021");
  }

  @Test
  void a_name_that_only_ends_like_lync_online_is_somebody_elses() {
    assertThat(ForeignAlias.of(TRUST, record("notonline.lync.com")))
        .map(Finding::reason)
        .contains(Reason.DNS_CNAME_FOREIGN);
  }

  @Test
  void a_certificate_without_the_records_name_follows_from_it_and_one_of_another_host_does_not() {
    Finding alias = ForeignAlias.of(TRUST, record("proxy.hosting.example")).orElseThrow();
    Finding here = mismatch(NAME);
    Finding elsewhere = mismatch("pool.contoso.example");

    assertThat(Consequences.told(List.of(alias, here, elsewhere)))
        .containsExactly(alias.atLeast(Severity.ERROR), here.asConsequence(), elsewhere);
    assertThat(elsewhere.role()).isEqualTo(Role.PRIMARY);
  }

  private static Finding mismatch(String name) {
    return Finding.of(
        Reason.TLS_NAME_MISMATCH, Stage.ROOT, name + ":443", Map.of("name", name, "covers", "x"));
  }

  private static Lookup record(String... aliases) {
    return new Lookup(answer(AddressType.A, aliases), answer(AddressType.AAAA, aliases));
  }

  private static DnsAnswer answer(AddressType type, String... aliases) {
    return new DnsAnswer(
        new Resolver("dc1", InetSocketAddress.createUnresolved("dc1", 53), View.EXTERNAL),
        NAME,
        type,
        DnsAnswer.Status.NO_DATA,
        List.of(),
        List.of(aliases),
        OptionalLong.empty(),
        OptionalInt.empty(),
        0,
        false,
        Duration.ZERO,
        "");
  }
}
