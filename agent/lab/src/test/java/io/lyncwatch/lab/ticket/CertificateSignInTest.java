package io.lyncwatch.lab.ticket;

import static io.lyncwatch.lab.ticket.TestingPool.ALICE;
import static io.lyncwatch.lab.ticket.TestingPool.AUTHORITY;
import static io.lyncwatch.lab.ticket.TestingPool.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.lab.certificates.Authority;
import io.lyncwatch.lab.certificates.AuthorityUrls;
import io.lyncwatch.lab.certificates.TlsLevel;
import io.lyncwatch.lab.certificates.UserCertificate;
import io.lyncwatch.lab.web.Channel;
import io.lyncwatch.lab.web.Reply;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificateSignInTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Protection PROTECTION =
      new Protection(ExtendedProtection.ALLOW, false, Set.of());

  @Test
  void the_certificate_of_a_user_leads_to_a_ticket() {
    Reply reply = signIn(AUTHORITY, ALICE.address());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).contains("sip:alice@contoso.example");
  }

  @Test
  void a_client_without_a_certificate_is_refused() {
    assertRefused(signIn(List.of()), "");
  }

  @Test
  void a_certificate_that_has_ended_or_not_begun_is_refused() {
    assertRefused(signIn(issued(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(1)))), "");
    assertRefused(signIn(issued(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(9)))), "");
  }

  @Test
  void a_certificate_of_another_authority_is_refused() {
    Authority stranger =
        new Authority(
            "Stranger",
            NOW,
            TlsLevel.CURRENT,
            new AuthorityUrls("http://a/1", "http://a/2", "http://a/3", "http://a/4"),
            order -> false);
    assertRefused(signIn(stranger, ALICE.address()), "");
  }

  @Test
  void a_certificate_that_is_not_for_clients_is_refused() {
    assertRefused(signIn(List.of(AUTHORITY.root())), "");
  }

  @Test
  void a_certificate_of_nobody_is_refused_with_a_reason() {
    assertRefused(signIn(AUTHORITY, "mallory@contoso.example"), "No valid security token.");
  }

  @Test
  void a_user_who_is_not_enabled_is_refused_with_a_reason() {
    assertRefused(signIn(AUTHORITY, "bob@contoso.example"), "User is not SIP enabled.");
  }

  private static void assertRefused(Reply reply, String reason) {
    assertThat(reply.status()).isEqualTo(403);
    assertThat(header(reply, "X-Ms-diagnostics")).contains(reason);
    assertThat(header(reply, "X-Ms-diagnostics").isEmpty()).isEqualTo(reason.isEmpty());
  }

  private static Reply signIn(Authority authority, String address) {
    UserCertificate certificate = authority.issueFor(address, NOW, NOW.plus(Duration.ofDays(1)));
    return signIn(certificate.chain());
  }

  private static List<X509Certificate> issued(Instant from, Instant to) {
    return AUTHORITY.issueFor(ALICE.address(), from, to).chain();
  }

  private static Reply signIn(List<X509Certificate> presented) {
    Channel channel = new Channel(AUTHORITY.root(), presented);
    return new TestingPool(PROTECTION, Optional.of(channel))
        .post(TestingPool.SERVICE + "/cert", TestingMessages.REQUEST);
  }
}
