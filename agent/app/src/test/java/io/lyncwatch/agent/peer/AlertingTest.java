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
            ImpatientRules.in(directory, 20));
  }

  @Test
  void each_domain_has_its_alerts_and_the_healthy_one_has_none() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() ->
            assertThat(firing("reason=\"\""))
                .containsExactlyInAnyOrder(
                    "LyncwatchSignInFailing critical tailspin.example internal",
                    "LyncwatchSignInFailing critical tailspin.example external",
                    "LyncwatchCertificateExpiring warning internal 14d CN=dirweb.contoso.example",
                    "LyncwatchCertificateExpiring warning external 14d CN=dirweb.contoso.example",
                    "LyncwatchCertificateNameMissing warning fabrikam.example internal"
                        + " lyncdiscover.fabrikam.example:443",
                    "LyncwatchCertificateNameMissing warning fabrikam.example external"
                        + " lyncdiscover.fabrikam.example:443",
                    "LyncwatchInternalRecordLeaked warning fabrikam.example external",
                    "LyncwatchWatchdog none"));
  }

  @Test
  void causes_are_told_of_in_each_view_and_none_of_the_healthy_domain() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() ->
            assertThat(firing("reason!=\"\""))
                .contains(
                    "LyncwatchRedirectLoop warning tailspin.example internal",
                    "LyncwatchRedirectLoop warning tailspin.example external")
                .noneMatch(alert -> alert.contains("contoso.example")));
  }

  private static List<String> firing(String matcher) throws Exception {
    return prometheus.series("ALERTS{alertstate=\"firing\", " + matcher + "}").stream()
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
