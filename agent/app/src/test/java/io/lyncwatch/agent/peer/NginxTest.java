package io.lyncwatch.agent.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.peer.OpensslAuthority.Issued;
import io.lyncwatch.agent.peer.OpensslAuthority.Wish;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.probe.CertificateProbe;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Report;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A farm behind one name, of which one machine missed the renewal. */
@Timeout(120)
class NginxTest {
  private static final String HOST = "lyncdiscover.contoso.example";

  @TempDir private Path directory;

  @Test
  void one_of_two_addresses_that_presents_an_old_certificate_is_seen_and_named() throws Exception {
    OpensslAuthority authority = OpensslAuthority.in(directory);
    Instant now = Instant.now();
    Wish renewed = Wish.of(HOST);
    Wish old = renewed.valid(now.minus(Duration.ofDays(400)), now.minus(Duration.ofDays(3)));
    Map<InetAddress, Issued> farm = new LinkedHashMap<>();
    farm.put(InetAddress.getLoopbackAddress(), whole(authority, renewed));
    farm.put(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), whole(authority, old));

    try (Nginx nginx = Nginx.presenting(directory, farm)) {
      Report report =
          new CertificateProbe(
                  LoopbackNetwork.trusting(authority.root())
                      .at(farm.keySet().toArray(InetAddress[]::new))
                      .moving(443, nginx.port())
                      .network(),
                  new Endpoint(HOST, 443),
                  Expected.PRESENT)
              .run();

      assertThat(report.findings())
          .filteredOn(finding -> finding.severity() != Severity.INFO)
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo(Reason.TLS_EXPIRED);
            assertThat(finding.evidence().get(Finding.NODES)).contains("127.0.0.2");
          });
      assertThat(((Facts.Certificate) report.facts()).presented())
          .extracting(presented -> presented.judgement().valid())
          .containsExactlyInAnyOrder(true, false);
    }
  }

  @Test
  void a_server_that_knows_no_certificate_for_the_name_is_told_apart() throws Exception {
    OpensslAuthority authority = OpensslAuthority.in(directory);
    Map<InetAddress, Issued> other =
        Map.of(InetAddress.getLoopbackAddress(), whole(authority, Wish.of("web.contoso.example")));

    try (Nginx nginx = Nginx.knowingOnly("web.contoso.example", directory, other)) {
      Report report =
          new CertificateProbe(
                  LoopbackNetwork.trusting(authority.root())
                      .at(InetAddress.getLoopbackAddress())
                      .moving(443, nginx.port())
                      .network(),
                  new Endpoint(HOST, 443),
                  Expected.PRESENT)
              .run();

      assertThat(report.findings())
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo(Reason.TLS_NAME_UNKNOWN);
            assertThat(finding.cause())
                .contains(HOST + ":443 has no certificate for the name " + HOST);
          });
    }
  }

  private static Issued whole(OpensslAuthority authority, Wish wish) throws Exception {
    Issued issued = authority.issue(wish);
    return new Issued(
        authority.bundle(issued.certificate(), authority.intermediate()), issued.key());
  }
}
