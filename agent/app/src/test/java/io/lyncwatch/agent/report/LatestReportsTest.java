package io.lyncwatch.agent.report;

import static io.lyncwatch.agent.report.TestingReports.START;
import static io.lyncwatch.agent.report.TestingReports.TOOK;
import static io.lyncwatch.agent.report.TestingReports.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatestReportsTest {
  private final TargetId target = entry("contoso.example");
  private final LatestReports latest = new LatestReports();

  @BeforeEach
  void add() {
    latest.added(target, Duration.ofSeconds(60));
  }

  @Test
  void a_target_is_known_before_its_first_run() {
    assertThat(latest.states()).containsExactly(TargetState.fresh(target, Duration.ofSeconds(60)));
  }

  @Test
  void the_latest_report_replaces_the_one_before() {
    Report second = TestingReports.failure(target);

    latest.accept(TestingReports.success(target));
    latest.accept(second);

    assertThat(latest.state(target).flatMap(TargetState::latest)).contains(second);
  }

  @Test
  void a_firing_that_found_the_run_before_still_going_erases_nothing() {
    Report seen = TestingReports.failure(target);
    latest.accept(seen);

    latest.accept(
        Report.notRun(target, START.plusSeconds(60), Outcome.SKIPPED, "still going", List.of()));

    TargetState state = latest.state(target).orElseThrow();
    assertThat(state.latest()).contains(seen);
    assertThat(state.lastOutcome()).contains(Outcome.SKIPPED);
    assertThat(state.lastRun()).contains(START.plusSeconds(60));
  }

  @Test
  void the_last_success_outlives_failures() {
    Instant later = START.plusSeconds(60);

    latest.accept(TestingReports.success(target));
    latest.accept(TestingReports.of(target).withOutcome(Outcome.FAILURE).startedAt(later).report());

    TargetState state = latest.state(target).orElseThrow();
    assertThat(state.lastSuccess()).contains(START.plus(TOOK));
    assertThat(state.lastRun()).contains(later.plus(TOOK));
  }

  @Test
  void a_new_interval_keeps_the_report() {
    Report report = TestingReports.success(target);
    latest.accept(report);

    latest.added(target, Duration.ofSeconds(30));

    TargetState state = latest.state(target).orElseThrow();
    assertThat(state.interval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(state.latest()).contains(report);
  }

  @Test
  void a_late_report_does_not_bring_a_removed_target_back() {
    latest.removed(target);

    latest.accept(TestingReports.success(target));

    assertThat(latest.states()).isEmpty();
  }
}
