package io.lyncwatch.agent.metrics;

import static io.lyncwatch.agent.metrics.ScrapedAgent.CERTIFICATE;
import static io.lyncwatch.agent.metrics.ScrapedAgent.DNS;
import static io.lyncwatch.agent.metrics.ScrapedAgent.ENTRY;
import static io.lyncwatch.agent.metrics.ScrapedAgent.SIGN_IN;
import static io.lyncwatch.agent.report.TestingReports.START;
import static io.lyncwatch.agent.report.TestingReports.TOOK;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.dns.AddressType;
import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.StageResult;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateCollectorTest {
  private static final String NAME = "lyncdiscover.contoso.example";
  private static final TargetId OTHER_DNS =
      ScrapedAgent.target(ProbeKind.DNS, "contoso.example", "dc1");
  private static final Finding REFUSED = Finding.of(Reason.TCP_REFUSED, Stage.ROOT, NAME, Map.of());

  private final ScrapedAgent agent =
      new ScrapedAgent().with(DNS, OTHER_DNS, ENTRY, SIGN_IN, CERTIFICATE);

  @Nested
  class Runs {
    @Test
    void before_the_first_run_only_the_interval_is_known() {
      Scraped scraped = agent.scrape();

      assertThat(scraped.values(MetricCatalogue.PROBE_INTERVAL, "probe", "entry"))
          .containsExactly(60.0);
      assertThat(scraped.values(MetricCatalogue.PROBE_SUCCESS)).isEmpty();
      assertThat(scraped.values(MetricCatalogue.PROBE_LAST_RUN)).isEmpty();
    }

    @Test
    void a_success_then_a_failure_then_a_removal() {
      agent.sinks.accept(TestingReports.success(ENTRY));
      assertThat(agent.scrape().values(MetricCatalogue.PROBE_SUCCESS)).containsExactly(1.0);

      agent.sinks.accept(TestingReports.failure(ENTRY, REFUSED));
      Scraped failed = agent.scrape();
      assertThat(failed.values(MetricCatalogue.PROBE_SUCCESS)).containsExactly(0.0);
      assertThat(failed.values(MetricCatalogue.PROBE_LAST_SUCCESS)).hasSize(1);
      assertThat(
              failed.values(
                  MetricCatalogue.FINDING,
                  "reason",
                  "tcp_refused",
                  "stage",
                  "root",
                  "role",
                  "primary",
                  "severity",
                  "error"))
          .containsExactly(1.0);

      agent.sinks.removed(ENTRY);
      assertThat(agent.scrape().rows()).noneMatch(row -> "entry".equals(row.labels().get("probe")));
    }

    @ParameterizedTest
    @EnumSource(names = {"SKIPPED", "UNKNOWN"})
    void a_run_that_could_not_tell_has_no_success_but_was(Outcome outcome) {
      agent.sinks.accept(TestingReports.failure(ENTRY, REFUSED));
      Instant later = START.plusSeconds(60);

      agent.sinks.accept(TestingReports.of(ENTRY).withOutcome(outcome).startedAt(later).report());

      Scraped scraped = agent.scrape();
      assertThat(scraped.values(MetricCatalogue.PROBE_SUCCESS)).isEmpty();
      assertThat(scraped.values(MetricCatalogue.PROBE_DURATION)).isEmpty();
      assertThat(scraped.values(MetricCatalogue.PROBE_LAST_RUN))
          .containsExactly(later.plus(TOOK).toEpochMilli() / 1e3);
    }

    @Test
    void findings_hold_while_the_run_before_is_still_going() {
      agent.sinks.accept(TestingReports.failure(ENTRY, REFUSED));
      agent.sinks.accept(TestingReports.of(ENTRY).withOutcome(Outcome.SKIPPED).report());
      assertThat(agent.scrape().values(MetricCatalogue.FINDING)).containsExactly(1.0);

      agent.sinks.accept(TestingReports.of(ENTRY).withOutcome(Outcome.UNKNOWN).report());
      assertThat(agent.scrape().values(MetricCatalogue.FINDING)).isEmpty();
    }

    @Test
    void a_stage_that_was_passed_twice_is_one_row_with_the_worse_result_and_the_whole_time() {
      agent.sinks.accept(
          TestingReports.of(SIGN_IN)
              .withStages(
                  new StageResult(Stage.USER, false, Duration.ofMillis(100), List.of()),
                  new StageResult(Stage.USER, true, Duration.ofMillis(150), List.of()))
              .report());

      Scraped scraped = agent.scrape();
      assertThat(scraped.values(MetricCatalogue.STAGE_SUCCESS, "stage", "user"))
          .containsExactly(0.0);
      assertThat(scraped.values(MetricCatalogue.STAGE_SECONDS, "stage", "user"))
          .containsExactly(0.25);
    }

    @Test
    void ten_thousand_findings_of_one_kind_are_one_row() {
      Finding[] many =
          IntStream.range(0, 10_000)
              .mapToObj(i -> Finding.of(Reason.TCP_REFUSED, Stage.ROOT, "host" + i, Map.of()))
              .toArray(Finding[]::new);

      agent.sinks.accept(TestingReports.failure(ENTRY, many));

      assertThat(agent.scrape().values(MetricCatalogue.FINDING)).containsExactly(1.0);
    }
  }

  @Nested
  class Dns {
    @Test
    void addresses_are_counted_and_what_a_name_does_not_have_is_a_known_zero() {
      agent.report(
          DNS, SampleFacts.dns(SampleFacts.resolved("quad9", NAME, "192.0.2.1", "192.0.2.2")));

      Scraped scraped = agent.scrape();
      assertThat(scraped.values(MetricCatalogue.DNS_ADDRESSES, "type", "A")).containsExactly(2.0);
      assertThat(scraped.values(MetricCatalogue.DNS_ADDRESSES, "type", "AAAA"))
          .containsExactly(0.0);
      assertThat(scraped.values(MetricCatalogue.DNS_TTL)).containsExactly(300.0);
      assertThat(scraped.values(MetricCatalogue.DNS_RESOLVED, "resolver", "quad9", "name", NAME))
          .containsExactly(1.0);
    }

    @Test
    void what_a_silent_resolver_did_not_say_is_absent() {
      agent.report(DNS, SampleFacts.dns(SampleFacts.unresolved("quad9", NAME, Status.TIMEOUT)));

      Scraped scraped = agent.scrape();
      assertThat(scraped.values(MetricCatalogue.DNS_SUCCESS)).containsExactly(0.0);
      assertThat(scraped.values(MetricCatalogue.DNS_ADDRESSES)).isEmpty();
      assertThat(scraped.values(MetricCatalogue.DNS_RCODE)).isEmpty();
      assertThat(scraped.values(MetricCatalogue.DNS_TTL)).isEmpty();
    }

    @Test
    void resolvers_that_give_the_same_addresses_in_another_order_agree() {
      agent.report(
          DNS, SampleFacts.dns(SampleFacts.resolved("quad9", NAME, "192.0.2.1", "192.0.2.2")));
      agent.report(
          OTHER_DNS, SampleFacts.dns(SampleFacts.resolved("dc1", NAME, "192.0.2.2", "192.0.2.1")));

      assertThat(agent.scrape().values(MetricCatalogue.DNS_AGREEMENT)).containsExactly(1.0);
    }

    @Test
    void resolvers_that_give_other_addresses_disagree() {
      agent.report(DNS, SampleFacts.dns(SampleFacts.resolved("quad9", NAME, "192.0.2.1")));
      agent.report(OTHER_DNS, SampleFacts.dns(SampleFacts.resolved("dc1", NAME, "192.0.2.9")));

      assertThat(agent.scrape().values(MetricCatalogue.DNS_AGREEMENT)).containsExactly(0.0);
    }

    @Test
    void an_address_and_nxdomain_disagree() {
      agent.report(DNS, SampleFacts.dns(SampleFacts.resolved("quad9", NAME, "192.0.2.1")));
      agent.report(
          OTHER_DNS, SampleFacts.dns(SampleFacts.unresolved("dc1", NAME, Status.NXDOMAIN)));

      assertThat(agent.scrape().values(MetricCatalogue.DNS_AGREEMENT)).containsExactly(0.0);
    }

    @Test
    void one_resolver_that_answers_agrees_with_nobody() {
      agent.report(DNS, SampleFacts.dns(SampleFacts.resolved("quad9", NAME, "192.0.2.1")));
      agent.report(OTHER_DNS, SampleFacts.dns(SampleFacts.unresolved("dc1", NAME, Status.TIMEOUT)));

      assertThat(agent.scrape().values(MetricCatalogue.DNS_AGREEMENT)).isEmpty();
    }

    @Test
    void a_resolver_that_is_silent_for_one_type_has_a_say_in_the_other() {
      Lookup half =
          new Lookup(
              SampleFacts.answer("dc1", NAME, AddressType.A, Status.ADDRESSES, "192.0.2.1"),
              SampleFacts.answer("dc1", NAME, AddressType.AAAA, Status.TIMEOUT));
      agent.report(DNS, SampleFacts.dns(SampleFacts.resolved("quad9", NAME, "192.0.2.1")));
      agent.report(OTHER_DNS, SampleFacts.dns(half));

      assertThat(agent.scrape().values(MetricCatalogue.DNS_AGREEMENT)).containsExactly(1.0);
    }

    @Test
    void a_question_that_was_asked_twice_is_one_row() {
      Lookup lookup = SampleFacts.resolved("quad9", NAME, "192.0.2.1");

      agent.report(DNS, SampleFacts.dns(lookup, lookup));

      assertThat(agent.scrape().values(MetricCatalogue.DNS_SUCCESS)).containsExactly(1.0);
    }
  }

  @Nested
  class Entry {
    @Test
    void a_scheme_that_gave_no_answer_has_no_status_and_no_phases() {
      agent.report(ENTRY, SampleFacts.entry());

      Scraped scraped = agent.scrape();
      assertThat(scraped.values(MetricCatalogue.ENTRY_SUCCESS, "scheme", "http"))
          .containsExactly(0.0);
      assertThat(scraped.values(MetricCatalogue.ENTRY_USABLE, "scheme", "http"))
          .containsExactly(1.0);
      assertThat(scraped.values(MetricCatalogue.ENTRY_STATUS, "scheme", "http")).isEmpty();
      assertThat(scraped.values(MetricCatalogue.ENTRY_PHASE, "scheme", "https", "phase", "tls"))
          .containsExactly(0.03);
      assertThat(scraped.values(MetricCatalogue.ENTRY_PHASE, "phase", "body")).isEmpty();
    }
  }

  @Nested
  class SignIn {
    @Test
    void a_walk_shows_its_redirects_skew_pool_and_services() {
      agent.report(SIGN_IN, SampleFacts.signIn());

      Scraped scraped = agent.scrape();
      assertThat(scraped.values(MetricCatalogue.SIGN_IN_REDIRECTS, "account", "probe1"))
          .containsExactly(1.0);
      assertThat(scraped.values(MetricCatalogue.CLOCK_SKEW)).containsExactly(-3.0);
      assertThat(scraped.values(MetricCatalogue.PASSWORD_EXPIRES)).containsExactly(1.8e9);
      assertThat(scraped.values(MetricCatalogue.HOME_POOL, "access_location", "External"))
          .hasSize(1);
      assertThat(scraped.values(MetricCatalogue.SERVICE_SUCCESS, "service", "ucwa"))
          .containsExactly(1.0);
    }

    @Test
    void a_guarded_account_shows_although_the_run_was_skipped() {
      agent.sinks.accept(
          TestingReports.of(SIGN_IN)
              .withOutcome(Outcome.SKIPPED)
              .withFacts(
                  new Facts.SignIn(
                      0,
                      Optional.empty(),
                      Optional.of(true),
                      Optional.empty(),
                      List.of(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()))
              .report());

      Scraped scraped = agent.scrape();
      assertThat(scraped.values(MetricCatalogue.ACCOUNT_GUARDED)).containsExactly(1.0);
      assertThat(scraped.values(MetricCatalogue.CLOCK_SKEW)).isEmpty();
    }
  }
}
