package io.lyncwatch.agent.metrics;

import static io.lyncwatch.agent.metrics.ScrapedAgent.DNS;
import static io.lyncwatch.agent.metrics.ScrapedAgent.ENTRY;
import static io.lyncwatch.agent.metrics.ScrapedAgent.SIGN_IN;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Change;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.StageResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventMetricsTest {
  private final ScrapedAgent agent = new ScrapedAgent();
  private final EventMetrics events = agent.exposition.events();

  @Test
  void a_new_target_begins_with_zero_runs_of_every_result() {
    agent.with(ENTRY);

    assertThat(agent.scrape().values(MetricCatalogue.PROBE_RUNS, "domain", "contoso.example"))
        .containsExactly(0.0, 0.0, 0.0, 0.0);
  }

  @Test
  void runs_are_counted_by_result() {
    agent.with(ENTRY);

    agent.sinks.accept(TestingReports.success(ENTRY));
    agent.sinks.accept(TestingReports.success(ENTRY));
    agent.sinks.accept(TestingReports.notRun(ENTRY, Outcome.SKIPPED));

    Scraped scraped = agent.scrape();
    assertThat(scraped.values(MetricCatalogue.PROBE_RUNS, "result", "success"))
        .containsExactly(2.0);
    assertThat(scraped.values(MetricCatalogue.PROBE_RUNS, "result", "skipped"))
        .containsExactly(1.0);
    assertThat(scraped.values(MetricCatalogue.PROBE_RUNS, "result", "failure"))
        .containsExactly(0.0);
  }

  @Test
  void changes_are_counted_by_kind_from_zero_on() {
    agent.with(ENTRY, SIGN_IN);
    assertThat(agent.scrape().values(MetricCatalogue.CHANGES)).containsExactly(0.0, 0.0);

    agent.sinks.accept(
        TestingReports.success(SIGN_IN)
            .withChanges(List.of(new Change.HomePool("probe1", "pool01", "pool02"))));

    Scraped scraped = agent.scrape();
    assertThat(scraped.values(MetricCatalogue.CHANGES, "kind", "home_pool")).containsExactly(1.0);
    assertThat(scraped.values(MetricCatalogue.CHANGES, "kind", "nodes")).containsExactly(0.0);
  }

  @Test
  void the_counters_of_a_removed_target_go_with_it() {
    agent.with(ENTRY, DNS);

    agent.sinks.removed(ENTRY);
    agent.sinks.accept(TestingReports.success(ENTRY));

    Scraped scraped = agent.scrape();
    assertThat(scraped.values(MetricCatalogue.PROBE_RUNS, "probe", "entry")).isEmpty();
    assertThat(scraped.values(MetricCatalogue.PROBE_RUNS, "probe", "dns")).hasSize(4);
  }

  @Test
  void a_target_that_comes_back_counts_from_zero() {
    agent.with(ENTRY);
    agent.sinks.accept(TestingReports.success(ENTRY));
    agent.sinks.removed(ENTRY);

    agent.with(ENTRY);

    assertThat(agent.scrape().values(MetricCatalogue.PROBE_RUNS, "result", "success"))
        .containsExactly(0.0);
  }

  @Test
  void a_stage_is_measured_once_per_run_in_buckets_from_5_ms_to_30_s() {
    agent.with(ENTRY);

    agent.sinks.accept(
        TestingReports.of(ENTRY)
            .withStages(
                new StageResult(Stage.ROOT, true, Duration.ofMillis(4), List.of()),
                new StageResult(Stage.ROOT, true, Duration.ofMillis(4), List.of()))
            .report());

    assertThat(agent.scrape().values(MetricCatalogue.STAGE_DURATION, "stage", "root"))
        .containsExactly(1.0);
    assertThat(text())
        .containsPattern("lyncwatch_stage_duration_seconds_bucket\\{[^}]*le=\"0.005\"} 0\n")
        .containsPattern("lyncwatch_stage_duration_seconds_bucket\\{[^}]*le=\"0.01\"} 1\n")
        .containsPattern("lyncwatch_stage_duration_seconds_bucket\\{[^}]*le=\"30.0\"} 1\n")
        .containsPattern("lyncwatch_stage_duration_seconds_sum\\{[^}]*} 0.008\n");
  }

  @Test
  void questions_and_retransmissions_are_counted_by_resolver() {
    agent
        .with(DNS)
        .report(
            DNS,
            SampleFacts.dns(
                SampleFacts.resolved("quad9", "lyncdiscover.contoso.example", "192.0.2.1")));

    Scraped scraped = agent.scrape();
    assertThat(scraped.values(MetricCatalogue.DNS_LOOKUP_DURATION, "resolver", "quad9"))
        .containsExactly(2.0);
    assertThat(scraped.values(MetricCatalogue.DNS_RETRANSMITS, "resolver", "quad9"))
        .containsExactly(2.0);
  }

  @Test
  void retransmissions_of_a_new_resolver_begin_at_zero() {
    agent.with(DNS);

    assertThat(agent.scrape().values(MetricCatalogue.DNS_RETRANSMITS, "resolver", "quad9"))
        .containsExactly(0.0);
  }

  @Test
  void the_schedule_tells_its_lag_its_misfires_and_what_is_under_way() {
    events.started(ENTRY, Duration.ofMillis(40));
    events.started(DNS, Duration.ZERO);
    events.ended(ENTRY);
    events.misfired(ENTRY, 3);

    Scraped scraped = agent.scrape();
    assertThat(scraped.values(MetricCatalogue.SCHEDULE_LAG)).containsExactly(2.0);
    assertThat(scraped.values(MetricCatalogue.PROBES_IN_FLIGHT)).containsExactly(1.0);
    assertThat(scraped.values(MetricCatalogue.SCHEDULE_MISFIRES)).containsExactly(3.0);
  }

  @Test
  void a_quiet_schedule_shows_zeros() {
    Scraped scraped = agent.scrape();

    assertThat(scraped.values(MetricCatalogue.SCHEDULE_LAG)).containsExactly(0.0);
    assertThat(scraped.values(MetricCatalogue.SCHEDULE_MISFIRES)).containsExactly(0.0);
  }

  private String text() {
    return agent.text("");
  }
}
