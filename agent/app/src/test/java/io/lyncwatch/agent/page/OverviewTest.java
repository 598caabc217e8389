package io.lyncwatch.agent.page;

import static io.lyncwatch.agent.page.Scene.dns;
import static io.lyncwatch.agent.page.Scene.entry;
import static io.lyncwatch.agent.page.Scene.signIn;
import static io.lyncwatch.discovery.View.EXTERNAL;
import static io.lyncwatch.discovery.View.INTERNAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverviewTest {
  private static final String CONTOSO = "contoso.example";
  private static final TargetId ALICE_INSIDE = signIn(INTERNAL, CONTOSO, "alice");
  private static final TargetId ALICE_OUTSIDE = signIn(EXTERNAL, CONTOSO, "alice");

  private static final Finding LOOP =
      Finding.of(Reason.REDIRECT_LOOP, Stage.ROOT, "pool01.contoso.example", Map.of());
  private static final Finding LEAKED =
      Finding.of(
          Reason.DNS_INTERNAL_RECORD_LEAKED, Stage.RESOLVE, "the record", Map.of("name", "n"));
  private static final Finding WRONG_NAME =
      Finding.of(
          Reason.TLS_NAME_MISMATCH, Stage.ROOT, "lyncdiscover.contoso.example:443", Map.of());
  private static final Finding HTTP_ONLY =
      Finding.of(
              Reason.HTTPS_BROKEN_HTTP_WORKS, Stage.ROOT, "lyncdiscover.contoso.example", Map.of())
          .asConsequence();

  private static final String HEALTHY = "good.example";

  @Test
  void the_broken_domain_comes_first_then_the_degraded_then_the_healthy() {
    StatusPage page = threeDomains().page();

    assertThat(page.domains())
        .extracting(DomainStatus::name, DomainStatus::state)
        .containsExactly(
            tuple("z-broken.example", State.BROKEN),
            tuple("y-degraded.example", State.DEGRADED),
            tuple(HEALTHY, State.HEALTHY));
    assertThat(page.state()).isEqualTo(State.BROKEN);
  }

  @Test
  void one_line_tells_the_whole() {
    assertThat(threeDomains().page().headline())
        .isEqualTo(
            "1 of 3 SIP domains broken: z-broken.example (sign-in fails for bob);"
                + " 1 degraded: y-degraded.example (dns_internal_record_leaked).");
  }

  @Test
  void the_title_tells_the_state_to_a_tab() {
    assertThat(threeDomains().page().title()).isEqualTo("✖ 1 broken, 1 degraded · Lyncwatch");
    assertThat(Scene.of(CONTOSO).works(ALICE_INSIDE).page().title())
        .isEqualTo("✔ healthy · Lyncwatch");
  }

  @Test
  void all_healthy_is_said_in_so_many_words() {
    assertThat(Scene.of(CONTOSO).works(ALICE_INSIDE).page().headline())
        .isEqualTo("contoso.example is healthy.");
    assertThat(
            Scene.of(CONTOSO, HEALTHY)
                .works(ALICE_INSIDE)
                .works(signIn(INTERNAL, HEALTHY, "bob"))
                .page()
                .headline())
        .isEqualTo("All 2 SIP domains are healthy.");
  }

  @Test
  void inside_and_outside_are_told_apart() {
    DomainStatus domain = Scene.of(CONTOSO).fails(ALICE_OUTSIDE, LOOP).works(ALICE_INSIDE).domain();

    assertThat(domain.views())
        .extracting(ViewStatus::title, ViewStatus::state)
        .containsExactly(tuple("Inside", State.HEALTHY), tuple("Outside", State.BROKEN));
  }

  @Test
  void what_has_not_run_is_not_looked_at_yet() {
    DomainStatus domain = Scene.of(CONTOSO).waiting(ALICE_INSIDE).works(ALICE_OUTSIDE).domain();

    assertThat(domain.state()).isEqualTo(State.PENDING);
    assertThat(check(domain, "Inside", "alice").word()).isEqualTo("not looked at yet");
    assertThat(check(domain, "Inside", "alice").lastRun()).isEmpty();
    assertThat(check(domain, "Outside", "alice").word()).isEqualTo("works");
  }

  @Test
  void a_domain_without_any_target_yet_is_not_called_healthy() {
    assertThat(Scene.of(CONTOSO).page().headline())
        .isEqualTo("1 of 1 SIP domains not looked at yet.");
  }

  @Test
  void whether_a_guarded_account_could_sign_in_is_not_known() {
    Finding guarded = Finding.of(Reason.ACCOUNT_GUARDED, Stage.TICKET, "alice", Map.of());
    DomainStatus domain =
        Scene.of(CONTOSO)
            .seen(
                TestingReports.of(ALICE_INSIDE)
                    .withOutcome(Outcome.SKIPPED)
                    .withFindings(List.of(guarded))
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
                    .report())
            .domain();

    assertThat(domain.state()).isEqualTo(State.UNKNOWN);
    assertThat(domain.brief()).isEqualTo("whether alice can sign in is not known");
    assertThat(check(domain, "Inside", "alice").word()).isEqualTo("guarded, not tried");
    assertThat(domain.causes().shown())
        .extracting(FindingLine::reason)
        .containsExactly("account_guarded");
  }

  @Test
  void what_the_agent_could_not_ask_is_not_known() {
    DomainStatus domain =
        Scene.of(CONTOSO).seen(TestingReports.notRun(ALICE_INSIDE, Outcome.UNKNOWN)).domain();

    assertThat(domain.state()).isEqualTo(State.UNKNOWN);
    assertThat(check(domain, "Inside", "alice").word()).isEqualTo("could not be tried");
  }

  @Test
  void a_success_of_long_ago_says_nothing_of_now() {
    DomainStatus domain =
        Scene.of(CONTOSO).works(ALICE_INSIDE).later(Duration.ofMinutes(5)).domain();

    assertThat(domain.state()).isEqualTo(State.UNKNOWN);
    assertThat(check(domain, "Inside", "alice").word()).isEqualTo("overdue");
  }

  @Test
  void a_firing_that_finds_the_run_before_still_going_says_nothing_new() {
    DomainStatus domain =
        Scene.of(CONTOSO)
            .works(ALICE_INSIDE)
            .seen(stillGoing(Duration.ofSeconds(60)))
            .later(Duration.ofSeconds(60))
            .domain();

    CheckStatus alice = check(domain, "Inside", "alice");
    assertThat(alice.state()).isEqualTo(State.UNKNOWN);
    assertThat(alice.word()).isEqualTo("run still going");
    assertThat(alice.lastRun().map(Moment::at))
        .contains(TestingReports.START.plus(TestingReports.TOOK));
    assertThat(domain.lastRun()).isEqualTo(alice.lastRun());
  }

  @Test
  void a_run_that_does_not_end_becomes_overdue_however_often_it_is_fired() {
    DomainStatus domain =
        Scene.of(CONTOSO)
            .works(ALICE_INSIDE)
            .seen(stillGoing(Duration.ofMinutes(5)))
            .later(Duration.ofMinutes(5))
            .domain();

    assertThat(check(domain, "Inside", "alice").word()).isEqualTo("overdue");
  }

  @Test
  void a_run_that_ran_out_of_time_was_not_finished() {
    DomainStatus domain =
        Scene.of(CONTOSO)
            .seen(
                TestingReports.of(entry(INTERNAL, CONTOSO, "lyncdiscoverinternal"))
                    .withOutcome(Outcome.UNKNOWN)
                    .withFacts(new Facts.Entry(List.of(), List.of()))
                    .report())
            .domain();

    CheckStatus record = check(domain, "Inside", "lyncdiscoverinternal");
    assertThat(record.state()).isEqualTo(State.UNKNOWN);
    assertThat(record.word()).isEqualTo("could not be finished");
  }

  @Test
  void sign_in_over_http_only_works_with_a_warning() {
    DomainStatus domain =
        Scene.of(CONTOSO)
            .warns(ALICE_OUTSIDE, WRONG_NAME.atMost(Severity.WARNING), HTTP_ONLY)
            .domain();

    assertThat(domain.state()).isEqualTo(State.DEGRADED);
    assertThat(check(domain, "Outside", "alice").word()).isEqualTo("works over http only");
  }

  @Test
  void a_sign_in_shows_where_it_led() {
    DomainStatus domain =
        Scene.of(CONTOSO)
            .seen(
                TestingReports.of(ALICE_INSIDE)
                    .withFacts(
                        new Facts.SignIn(
                            1,
                            Optional.empty(),
                            Optional.of(false),
                            Optional.of(new Facts.HomePool("pool01.contoso.example", "Internal")),
                            List.of(),
                            Optional.of(false),
                            Optional.of(true),
                            Optional.empty()))
                    .report())
            .domain();

    assertThat(check(domain, "Inside", "alice").detail()).isEqualTo("pool01.contoso.example");
  }

  @Test
  void a_fact_that_many_runs_found_is_told_once_with_all_that_was_seen() {
    DomainStatus domain =
        Scene.of(CONTOSO)
            .warns(dns(EXTERNAL, CONTOSO, "quad9"), LEAKED.with("node", "fe01"))
            .warns(ALICE_OUTSIDE, LEAKED.with("node", "fe02"))
            .domain();

    assertThat(domain.causes().shown()).hasSize(1);
    FindingLine leaked = domain.causes().shown().getFirst();
    assertThat(leaked.seenBy())
        .containsExactly("resolver quad9, outside", "sign-in of alice, outside");
    assertThat(leaked.evidence())
        .containsExactly(
            new FindingLine.Evidence("name", "n"), new FindingLine.Evidence("node", "fe01; fe02"));
  }

  @Test
  void consequences_and_what_is_only_worth_knowing_are_apart_from_causes() {
    DomainStatus domain =
        Scene.of(CONTOSO)
            .warns(
                ALICE_OUTSIDE,
                WRONG_NAME.atMost(Severity.WARNING),
                HTTP_ONLY,
                LEAKED.atMost(Severity.INFO))
            .domain();

    assertThat(reasons(domain.causes())).containsExactly("tls_name_mismatch");
    assertThat(reasons(domain.consequences())).containsExactly("https_broken_http_works");
    assertThat(reasons(domain.notes())).containsExactly("dns_internal_record_leaked");
  }

  @Test
  void the_worst_cause_comes_first() {
    assertThat(reasons(Scene.of(CONTOSO).fails(ALICE_INSIDE, LEAKED, LOOP).domain().causes()))
        .containsExactly("redirect_loop", "dns_internal_record_leaked");
  }

  @Test
  void a_server_that_gives_endless_reasons_does_not_fill_the_page() {
    Finding[] many =
        IntStream.range(0, 40)
            .mapToObj(i ->
                Finding.of(
                    Reason.TCP_REFUSED, Stage.ROOT, "host" + i, Map.of("endpoint", "host" + i)))
            .toArray(Finding[]::new);

    Findings causes = Scene.of(CONTOSO).fails(ALICE_INSIDE, many).domain().causes();

    assertThat(causes.shown()).hasSize(12);
    assertThat(causes.more()).isEqualTo(28);
  }

  @Test
  void there_is_room_for_as_many_domains_as_anyone_would_read() {
    String[] names =
        IntStream.range(0, 500).mapToObj("d%03d.example"::formatted).toArray(String[]::new);
    StatusPage page = Scene.of(names).fails(signIn(EXTERNAL, "d499.example", "a"), LOOP).page();

    assertThat(page.domains()).hasSize(200);
    assertThat(page.domains().getFirst().name()).isEqualTo("d499.example");
    assertThat(page.moreDomains()).isEqualTo(300);
  }

  private static Scene threeDomains() {
    return Scene.of(HEALTHY, "y-degraded.example", "z-broken.example")
        .works(signIn(EXTERNAL, HEALTHY, "alice"))
        .warns(dns(EXTERNAL, "y-degraded.example", "quad9"), LEAKED)
        .fails(signIn(EXTERNAL, "z-broken.example", "bob"), LOOP)
        .works(signIn(EXTERNAL, "z-broken.example", "alice"));
  }

  /** A firing so long after the first run, whose predecessor has not ended. */
  private static Report stillGoing(Duration later) {
    return TestingReports.of(ALICE_INSIDE)
        .startedAt(TestingReports.START.plus(later))
        .withOutcome(Outcome.SKIPPED)
        .report();
  }

  private static List<String> reasons(Findings findings) {
    return findings.shown().stream().map(FindingLine::reason).toList();
  }

  private static CheckStatus check(DomainStatus domain, String view, String name) {
    return domain.views().stream()
        .filter(v -> v.title().equals(view))
        .flatMap(v -> v.checks().stream())
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
