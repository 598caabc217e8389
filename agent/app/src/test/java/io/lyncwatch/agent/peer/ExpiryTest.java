package io.lyncwatch.agent.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.ConfigurationReader;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.Problem;
import io.lyncwatch.agent.peer.OpensslAuthority.Issued;
import io.lyncwatch.agent.peer.OpensslAuthority.Wish;
import io.lyncwatch.agent.run.Agent;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A certificate that ends while a real Prometheus looks on, by the shipped rules. An alert that
 * went quiet at that moment would be the worst of all.
 */
@Timeout(240)
class ExpiryTest {
  private static final String HOST = "lyncdiscover.contoso.example";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LEFT = Duration.ofMinutes(1);

  @TempDir private Path directory;
  private final List<String> silences = new ArrayList<>();
  private boolean fired;

  @Test
  void an_alert_goes_on_from_before_the_end_to_after_it_and_the_series_stay() throws Exception {
    PeerProgram.installed("prometheus", "prometheus");
    OpensslAuthority authority = OpensslAuthority.in(directory);
    Instant end = Instant.now().plus(LEFT);
    Issued issued = authority.issue(Wish.of(HOST).valid(end.minus(Duration.ofDays(365)), end));
    Issued whole =
        new Issued(authority.bundle(issued.certificate(), authority.intermediate()), issued.key());
    try (Nginx nginx =
            Nginx.presenting(directory, Map.of(InetAddress.getLoopbackAddress(), whole));
        Agent agent = Agent.start(configuration(authority, nginx.port()));
        PrometheusServer prometheus =
            PrometheusServer.scraping(
                agent.address(),
                Files.createDirectory(directory.resolve("prometheus")),
                ImpatientRules.in(directory, 20))) {

      follow(prometheus, names -> names.contains("LyncwatchCertificateExpiring"));
      assertThat(Instant.now()).as("it fires before the end").isBefore(end);
      follow(prometheus, names -> names.contains("LyncwatchCertificateExpired"));

      assertThat(Instant.now()).isAfter(end);
      assertThat(silences).as("moments without an alert").isEmpty();
      assertThat(prometheus.query(ours("lyncwatch_certificate_not_after_timestamp_seconds")))
          .isNotEmpty()
          .allSatisfy(value -> assertThat(Double.parseDouble(value)).isPositive());
      assertThat(prometheus.query(ours("lyncwatch_certificate_info"))).isNotEmpty();
      assertThat(prometheus.series(ours("lyncwatch_certificate_check")))
          .extracting(labels -> labels.get("check"))
          .contains("trust", "hostname", "validity", "strength", "usage", "order");
    }
  }

  /** Looks once a second, and notes when nothing fires any more although something did. */
  private void follow(PrometheusServer prometheus, Predicate<List<String>> until) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> {
          List<String> names =
              prometheus
                  .series("ALERTS{alertstate=\"firing\", alertname=~\"LyncwatchCertificateExp.*\"}")
                  .stream()
                  .map(labels -> labels.get("alertname"))
                  .toList();
          fired |= !names.isEmpty();
          if (fired && names.isEmpty()) {
            silences.add(Instant.now().toString());
          }
          return until.test(names);
        });
  }

  private static String ours(String family) {
    return family + "{endpoint=\"" + HOST + ":443\"}";
  }

  private Configuration configuration(OpensslAuthority authority, int port) throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("lyncwatch.yml"),
            """
            vantage: here
            listen: 127.0.0.1:0
            state-directory: %s
            resolvers: [{name: nobody, address: "127.0.0.1:9", view: external}]
            domains: [{domain: contoso.example}]
            trust: {system: false, roots: [%s]}
            connect-to: ["%s:443:127.0.0.1:%d", ":80:127.0.0.1:9"]
            intervals: {dns: 1h, entry: 1h, sign-in: 1h, certificate: 2s, recheck: 1s}
            """
                .formatted(directory.resolve("state"), authority.root(), HOST, port));
    return new ConfigurationReader(Machine.local(), Problem.Level.ERROR).read(file).configuration();
  }
}
