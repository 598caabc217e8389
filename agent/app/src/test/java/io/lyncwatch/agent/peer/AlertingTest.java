package io.lyncwatch.agent.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lyncwatch.agent.demo.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the demonstration makes a real Prometheus tell the person on call. The rules are the shipped
 * ones but for their patience: every "for" is 20 times shorter, as the demonstration's intervals
 * are shorter too.
 */
@Timeout(180)
class AlertingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private static Path directory;

  @AutoClose private static Demo demo;
  @AutoClose private static PrometheusServer prometheus;

  @BeforeAll
  static void open() throws IOException {
    PeerProgram.installed("prometheus", "prometheus");
    demo = Demo.start(directory.resolve("demo"), "127.0.0.1:0");
    prometheus =
        PrometheusServer.scraping(
            demo.agent().address(),
            Files.createDirectory(directory.resolve("prometheus")),
            List.of(ImpatientRules.in(directory)));
  }

  @Test
  void each_domain_has_its_alerts_and_the_healthy_one_has_none() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() ->
            assertThat(firing())
                .containsExactlyInAnyOrder(
                    "LyncwatchSignInFailing critical tailspin.example internal alice",
                    "LyncwatchSignInFailing critical tailspin.example external alice",
                    "LyncwatchSignInFailing critical tailspin.example internal bob",
                    "LyncwatchSignInFailing critical tailspin.example external bob",
                    "LyncwatchCertificateExpiring warning internal 14d CN=dirweb.contoso.example",
                    "LyncwatchCertificateExpiring warning external 14d CN=dirweb.contoso.example",
                    "LyncwatchCertificateNameMissing warning fabrikam.example internal"
                        + " lyncdiscover.fabrikam.example:443",
                    "LyncwatchCertificateNameMissing warning fabrikam.example external"
                        + " lyncdiscover.fabrikam.example:443",
                    "LyncwatchInternalRecordLeaked warning fabrikam.example external",
                    "LyncwatchWatchdog none"));
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#dashboardQueries")
  void every_panel_of_the_dashboard_has_something_to_show(String query) {
    String everything =
        query.replace("$__rate_interval", "20s").replaceAll("\\$(vantage|view|domain)\\b", ".+");

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(prometheus.query(everything)).isNotEmpty());
  }

  private static List<String> firing() throws Exception {
    return prometheus.series("ALERTS{alertstate=\"firing\"}").stream()
        .map(AlertingTest::line)
        .toList();
  }

  private static String line(Map<String, String> labels) {
    return Stream.of(
            "alertname", "severity", "domain", "view", "target", "endpoint", "within", "subject")
        .map(labels::get)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }
}
