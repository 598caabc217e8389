package io.lyncwatch.agent.metrics;

import static io.lyncwatch.agent.metrics.ScrapedAgent.CERTIFICATE;
import static io.lyncwatch.agent.metrics.ScrapedAgent.SIGN_IN;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.revocation.Lifetime;
import io.lyncwatch.discovery.revocation.Source;
import io.lyncwatch.discovery.revocation.Verdict;
import io.lyncwatch.discovery.tls.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CertificateRowsTest {
  private static final String NAME = "lyncdiscover.contoso.example";
  private static final Finding REFUSED = Finding.of(Reason.TCP_REFUSED, Stage.ROOT, NAME, Map.of());

  private final ScrapedAgent agent = new ScrapedAgent().with(SIGN_IN, CERTIFICATE);

  private final Instant sooner = Instant.parse("2026-06-01T00:00:00Z");
  private final Instant later = Instant.parse("2027-06-01T00:00:00Z");

  @Test
  void the_worst_of_all_addresses_shows() {
    agent.report(
        CERTIFICATE,
        SampleFacts.certificate(SampleFacts.good(later), SampleFacts.untrusted(sooner)));

    Scraped scraped = agent.scrape();
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE_NOT_AFTER, "position", "leaf"))
        .containsExactly((double) sooner.getEpochSecond());
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE_NOT_BEFORE))
        .containsExactly((double) later.minus(Duration.ofDays(90)).getEpochSecond());
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE_CHECK, "check", "trust"))
        .containsExactly(0.0);
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE_CHECK, "check", "hostname"))
        .containsExactly(1.0);
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE)).hasSize(2);
    assertThat(scraped.values(MetricCatalogue.TLS)).hasSize(1);
  }

  @Test
  void of_three_states_of_revocation_the_worst_of_all_addresses_holds() {
    Lifetime always = new Lifetime(sooner, later, later);
    Verdict good = new Verdict.Good(Source.STAPLED, "", always);
    Verdict unknown = new Verdict.Unknown(List.of());
    agent.report(CERTIFICATE, SampleFacts.revocation(good, unknown, good));
    assertThat(revocation()).containsExactly(0.0, 0.0, 1.0);

    Verdict revoked = new Verdict.Revoked(Source.CRL, "http://pki", sooner, "", always);
    agent.report(CERTIFICATE, SampleFacts.revocation(unknown, revoked));
    assertThat(revocation()).containsExactly(0.0, 1.0, 0.0);

    agent.report(CERTIFICATE, SampleFacts.revocation(good));
    assertThat(revocation()).containsExactly(1.0, 0.0, 0.0);
  }

  @Test
  void where_revocation_was_not_asked_about_no_state_holds() {
    agent.report(CERTIFICATE, SampleFacts.certificate(SampleFacts.good(later)));

    assertThat(agent.scrape().values(MetricCatalogue.CERTIFICATE_REVOCATION)).isEmpty();
  }

  private List<Double> revocation() {
    Scraped scraped = agent.scrape();
    return Stream.of("good", "revoked", "unknown")
        .flatMap(status ->
            scraped.values(MetricCatalogue.CERTIFICATE_REVOCATION, "status", status).stream())
        .toList();
  }

  @Test
  void an_endpoint_that_presented_nothing_has_no_checks() {
    agent.report(CERTIFICATE, SampleFacts.certificate());

    assertThat(agent.scrape().values(MetricCatalogue.CERTIFICATE_CHECK)).isEmpty();
  }

  @Test
  void an_endpoint_that_presents_nothing_keeps_what_does_not_depend_on_the_moment() {
    agent.report(CERTIFICATE, SampleFacts.certificate(SampleFacts.good(sooner)));

    agent.sinks.accept(
        TestingReports.of(CERTIFICATE)
            .withFindings(List.of(REFUSED))
            .withFacts(SampleFacts.certificateWithoutFirst(1, SampleFacts.good(sooner)))
            .report());

    Scraped scraped = agent.scrape();
    double end = sooner.getEpochSecond();
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE_NOT_AFTER)).containsExactly(end);
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE_NOT_BEFORE)).hasSize(1);
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE_SERVED_NOT_AFTER)).containsExactly(end);
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE_CHAIN_NOT_AFTER)).containsExactly(end);
    assertThat(scraped.values(MetricCatalogue.LEAF_NOT_AFTER)).containsExactly(end);
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE)).hasSize(1);
    assertThat(scraped.values(MetricCatalogue.PROBE_SUCCESS)).containsExactly(0.0);
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE_CHECK)).isEmpty();
    assertThat(scraped.values(MetricCatalogue.TLS)).isEmpty();
  }

  @Test
  void an_address_that_is_down_still_counts_with_what_it_presented_last() {
    Judgement[] farm = {SampleFacts.good(sooner), SampleFacts.good(later)};
    agent.report(CERTIFICATE, SampleFacts.certificate(farm));

    agent.report(CERTIFICATE, SampleFacts.certificateWithoutFirst(1, farm));

    Scraped scraped = agent.scrape();
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE_NOT_AFTER))
        .containsExactly((double) sooner.getEpochSecond());
    assertThat(scraped.values(MetricCatalogue.LEAF_NOT_AFTER)).hasSize(2);
  }

  @Test
  void a_removed_endpoint_keeps_nothing() {
    agent.report(CERTIFICATE, SampleFacts.certificate(SampleFacts.good(sooner)));

    agent.sinks.removed(CERTIFICATE);

    assertThat(agent.scrape().values(MetricCatalogue.CERTIFICATE_NOT_AFTER)).isEmpty();
    assertThat(agent.scrape().values(MetricCatalogue.LEAF_NOT_AFTER)).isEmpty();
  }

  @Test
  void one_certificate_at_fifty_endpoints_is_one_series() {
    for (int i = 0; i < 50; i++) {
      TargetId endpoint =
          ScrapedAgent.target(ProbeKind.CERTIFICATE, "", "lyncdiscover.d" + i + ".example:443");
      agent.with(endpoint).report(endpoint, SampleFacts.certificate(SampleFacts.good(sooner)));
    }

    Scraped scraped = agent.scrape();
    assertThat(scraped.values(MetricCatalogue.LEAF_NOT_AFTER))
        .containsExactly((double) sooner.getEpochSecond());
    assertThat(scraped.values(MetricCatalogue.LEAF_NOT_BEFORE)).hasSize(1);
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE_NOT_AFTER)).hasSize(50);
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE)).hasSize(50);
  }

  @Test
  void leaf_earliest_served_and_best_chain_are_three_numbers() {
    Instant latest = Instant.parse("2028-06-01T00:00:00Z");
    agent.report(CERTIFICATE, SampleFacts.certificate(SampleFacts.chain(latest, sooner, later)));

    Scraped scraped = agent.scrape();
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE_NOT_AFTER, "position", "leaf"))
        .containsExactly((double) latest.getEpochSecond());
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE_SERVED_NOT_AFTER))
        .containsExactly((double) sooner.getEpochSecond());
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE_CHAIN_NOT_AFTER))
        .containsExactly((double) later.getEpochSecond());
    assertThat(scraped.values(MetricCatalogue.LEAF_NOT_AFTER))
        .as("when it can no longer be used")
        .containsExactly((double) later.getEpochSecond());
  }

  @Test
  void a_name_that_clients_ask_for_is_told_once_under_the_domain_that_it_lies_in() {
    agent.sinks.accept(
        TestingReports.of(ScrapedAgent.target(ProbeKind.SIGN_IN, "fabrikam.example", "probe2"))
            .naming(
                List.of(), List.of(new MetEndpoint(SampleFacts.ENDPOINT, MetEndpoint.Role.SERVICE)))
            .report());
    agent.report(CERTIFICATE, SampleFacts.certificate(SampleFacts.good(later)));

    Scraped scraped = agent.scrape();
    assertThat(
            scraped.values(
                MetricCatalogue.CERTIFICATE_SAN_COVERED, "domain", "contoso.example", "name", NAME))
        .containsExactly(1.0);
    assertThat(scraped.values(MetricCatalogue.CERTIFICATE_SAN_COVERED)).hasSize(1);
  }

  @Test
  void a_name_that_nobody_asks_for_is_not_told() {
    agent.report(CERTIFICATE, SampleFacts.certificate(SampleFacts.good(later)));

    assertThat(agent.scrape().values(MetricCatalogue.CERTIFICATE_SAN_COVERED)).isEmpty();
  }

  @Test
  void a_subject_of_any_length_is_cut() {
    Rows rows = new Rows();
    rows.info(MetricCatalogue.BUILD, List.of("v".repeat(100_000), "25"));

    assertThat(Scraped.of(rows.snapshots()).rows().getFirst().labels().get("version")).hasSize(256);
  }
}
