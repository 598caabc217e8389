package io.lyncwatch.agent.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lyncwatch.agent.demo.Demo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demonstration shows, as Prometheus takes it. */
@Timeout(120)
class PrometheusTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private static Path directory;

  @AutoClose private static Demo demo;
  @AutoClose private static PrometheusServer prometheus;

  @BeforeAll
  static void open() throws IOException {
    PeerProgram.installed("prometheus", "prometheus");
    PeerProgram.installed("promtool", "prometheus");
    demo = Demo.start(directory.resolve("demo"), "127.0.0.1:0");
    prometheus =
        PrometheusServer.scraping(
            demo.agent().address(), Files.createDirectory(directory.resolve("prometheus")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up",
        "lyncwatch_build_info",
        "lyncwatch_probe_success"
            + "{probe=\"sign_in\",domain=\"contoso.example\",target=\"alice\",view=\"internal\"}",
        "lyncwatch_probe_success"
            + "{probe=\"sign_in\",domain=\"contoso.example\",target=\"alice\",view=\"external\"}",
      })
  void what_holds_is_one_series_of_value_1(String series) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(prometheus.query(series)).containsExactly("1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lyncwatch_finding{domain=\"fabrikam.example\",reason=\"tls_name_mismatch\"}",
        "lyncwatch_finding{domain=\"tailspin.example\",reason=\"redirect_loop\"}",
        "lyncwatch_finding{domain=\"tailspin.example\",reason=\"tcp_refused\"}",
        "lyncwatch_dns_resolved{domain=\"contoso.example\",record=\"lyncdiscover\"}"
      })
  void what_holds_in_several_places_is_1_in_each(String series) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(prometheus.query(series)).isNotEmpty().containsOnly("1"));
  }

  @Test
  void certificates_are_still_good_for_months_where_nothing_is_wrong() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    prometheus.query(
                        "lyncwatch_certificate_not_after_timestamp_seconds"
                            + "{endpoint=\"lyncdiscover.contoso.example:443\",position=\"leaf\"}"
                            + " > bool time() + 60 * 86400"))
                .containsExactly("1", "1"));
  }

  @Test
  void nothing_is_said_against_the_healthy_domain() throws Exception {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    prometheus.query(
                        "count(lyncwatch_probe_success{domain=\"contoso.example\"}) =="
                            + " count(lyncwatch_probe_interval_seconds{domain=\"contoso.example\"})"))
                .hasSize(1));

    assertThat(prometheus.query("lyncwatch_finding{domain=\"contoso.example\",severity!=\"info\"}"))
        .isEmpty();
  }

  @Test
  void promtool_has_nothing_to_say_against_the_metrics() throws Exception {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(prometheus.query("lyncwatch_certificate_info")).isNotEmpty());
    Path scrape = Files.writeString(directory.resolve("scrape"), scrape());
    Path output = directory.resolve("promtool");

    int exit =
        PeerProgram.run(
            scrape,
            output,
            List.of(PeerProgram.installed("promtool", "prometheus"), "check", "metrics"));

    assertThat(Files.readString(output)).isEmpty();
    assertThat(exit).isZero();
  }

  private static String scrape() throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + demo.agent().address().getPort() + "/metrics");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build(),
              BodyHandlers.ofString())
          .body();
    }
  }
}
