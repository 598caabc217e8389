package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.SipDomain;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrustRuleTest {
  private static final TrustRule RULE =
      new TrustRule(new SipDomain("contoso.example"), Set.of("hoster.example"));

  @Test
  void what_came_over_verified_https_may_be_followed_anywhere() {
    assertThat(RULE.mayFollow("pool.elsewhere.example", true)).isTrue();
  }

  @Test
  void what_came_over_http_may_be_followed_into_the_sip_domain_and_trusted_domains_only() {
    assertThat(RULE.mayFollow("contoso.example", false)).isTrue();
    assertThat(RULE.mayFollow("LyncWeb.Contoso.Example", false)).isTrue();
    assertThat(RULE.mayFollow("web.hoster.example", false)).isTrue();
    assertThat(RULE.mayFollow("pool.elsewhere.example", false)).isFalse();
  }

  @Test
  void domains_are_compared_by_label_not_by_text() {
    assertThat(RULE.mayFollow("evilcontoso.example", false)).isFalse();
    assertThat(RULE.mayFollow("contoso.example.evil.example", false)).isFalse();
  }

  @Test
  void a_foreign_host_gets_a_secret_only_if_it_asks_itself_and_every_hop_was_verified() {
    assertThat(RULE.maySendSecret("pool.elsewhere.example", "pool.elsewhere.example", true))
        .isTrue();
    assertThat(RULE.maySendSecret("pool.elsewhere.example", "pool.elsewhere.example", false))
        .isFalse();
    assertThat(RULE.maySendSecret("pool.elsewhere.example", "other.elsewhere.example", true))
        .isFalse();
  }

  @Test
  void a_host_of_ours_gets_a_secret_whoever_asks_for_it() {
    assertThat(RULE.maySendSecret("pool.contoso.example", "other.example", false)).isTrue();
  }
}
