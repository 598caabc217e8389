package io.lyncwatch.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.report.SelfConnection;
import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.StageResult;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExpositionTest {
  private static final TargetId ASKED_ABOUT =
      ScrapedAgent.target(ScrapedAgent.CERTIFICATE.probe(), "", "web.contoso.example:443");

  private final ScrapedAgent agent =
      new ScrapedAgent()
          .with(
              ScrapedAgent.DNS, ScrapedAgent.ENTRY, ScrapedAgent.SIGN_IN, ScrapedAgent.CERTIFICATE);

  @Test
  void after_reports_of_every_kind_there_is_exactly_what_the_catalogue_says() {
    reportEverything();

    Map<String, Scraped.Family> families = agent.scrape().families();

    assertThat(families)
        .isEqualTo(
            Arrays.stream(MetricCatalogue.values())
                .collect(
                    Collectors.toMap(
                        MetricCatalogue::family,
                        family ->
                            new Scraped.Family(
                                family.type().label(),
                                family.help(),
                                Set.of(new HashSet<>(family.labels()))))));
  }

  @Test
  void names_in_the_text_are_those_of_the_catalogue() {
    reportEverything();

    Set<String> named =
        text("")
            .lines()
            .filter(line -> line.startsWith("# TYPE lyncwatch_"))
            .map(line -> line.split(" ", -1)[2])
            .collect(Collectors.toSet());

    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(MetricCatalogue.values()).map(MetricCatalogue::family).toList());
  }

  @Test
  void who_asks_for_openmetrics_gets_it() {
    Exposition.Page page = agent.exposition.scrape("application/openmetrics-text;version=1.0.0");

    assertThat(page.contentType()).startsWith("application/openmetrics-text");
    assertThat(ScrapedAgent.text(page)).endsWith("# EOF\n");
  }

  @Test
  void who_asks_for_nothing_special_gets_prometheus_text() {
    Exposition.Page page = agent.exposition.scrape("text/html,*/*");

    assertThat(page.contentType()).startsWith("text/plain");
    assertThat(ScrapedAgent.text(page)).contains("lyncwatch_build_info{java_version=");
  }

  @Test
  void the_jvm_and_the_process_are_seen() {
    assertThat(text("")).contains("\njvm_memory_used_bytes{", "\nprocess_cpu_seconds_total ");
  }

  @Test
  void timers_bring_no_family_of_maxima() {
    reportEverything();

    assertThat(text("")).doesNotContainPattern("lyncwatch_[a-z_]*_max");
  }

  @Test
  void every_family_has_a_help() {
    reportEverything();

    Set<String> typed = secondWords("# TYPE ");
    assertThat(secondWords("# HELP ")).isEqualTo(typed);
    assertThat(text("").lines().filter(line -> line.startsWith("# HELP ")))
        .allSatisfy(line -> assertThat(line.split(" ", 4)).hasSize(4));
  }

  private Set<String> secondWords(String prefix) {
    return text("")
        .lines()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.split(" ", -1)[2])
        .collect(Collectors.toSet());
  }

  private String text(String accept) {
    return agent.text(accept);
  }

  private void reportEverything() {
    agent.sinks.connection(
        new SelfConnection(View.EXTERNAL, TestingReports.START, Optional.empty()));
    agent.sinks.accept(
        TestingReports.of(ScrapedAgent.SIGN_IN)
            .withFacts(SampleFacts.signIn())
            .withStages(new StageResult(Stage.ROOT, true, Duration.ofMillis(10), List.of()))
            .naming(
                List.of(),
                List.of(new MetEndpoint(SampleFacts.ENDPOINT, MetEndpoint.Role.DISCOVERY_RECORD)))
            .report());
    agent.sinks.accept(
        TestingReports.of(ScrapedAgent.ENTRY)
            .withFacts(SampleFacts.entry())
            .withFindings(
                List.of(Finding.of(Reason.HTTP_STATUS, Stage.ROOT, "lyncdiscover", Map.of())))
            .report());
    agent
        .with(ScrapedAgent.target(ScrapedAgent.DNS.probe(), "contoso.example", "dc1"))
        .report(
            ScrapedAgent.DNS,
            SampleFacts.dns(
                SampleFacts.resolved("quad9", "lyncdiscover.contoso.example", "192.0.2.1")))
        .report(
            ScrapedAgent.target(ScrapedAgent.DNS.probe(), "contoso.example", "dc1"),
            SampleFacts.dns(
                SampleFacts.resolved("dc1", "lyncdiscover.contoso.example", "192.0.2.1")))
        .report(
            ScrapedAgent.CERTIFICATE,
            SampleFacts.certificate(SampleFacts.good(Instant.parse("2026-06-01T00:00:00Z"))))
        .with(ASKED_ABOUT)
        .report(ASKED_ABOUT, SampleFacts.revocation(SampleFacts.STANDS));
  }
}
