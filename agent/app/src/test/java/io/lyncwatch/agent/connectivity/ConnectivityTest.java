package io.lyncwatch.agent.connectivity;

import static io.lyncwatch.agent.report.TestingReports.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.report.ReportSink;
import io.lyncwatch.agent.report.SelfConnection;
import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A fault of the agent's own network is told once, on the agent, and of no target. */
class ConnectivityTest {
  private static final Finding SILENT = finding(Reason.DNS_TIMEOUT);
  private static final Finding BROKEN = finding(Reason.TLS_EXPIRED);

  private final List<SelfConnection> turns = new ArrayList<>();
  private final List<View> back = new ArrayList<>();
  private boolean answering = true;
  private int knocks;
  private Duration sinceStart = Duration.ZERO;
  private final Connectivity connectivity =
      new Connectivity(
          view -> {
            knocks++;
            return new Reach.Echo(answering, List.of("dc1 (192.0.2.53)"), 3);
          },
          recordingTurns(),
          () -> sinceStart.toNanos(),
          () -> START.plus(sinceStart));

  @Test
  void a_run_that_nobody_answered_says_nothing_of_its_target_if_nobody_else_answers() {
    answering = false;

    Report told = run(View.INTERNAL, SILENT);

    assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(told.findings()).isEmpty();
    assertThat(told.summary()).contains("dc1 (192.0.2.53)", "3 addresses");
  }

  @Test
  void the_one_finding_is_on_the_agent() {
    answering = false;

    run(View.INTERNAL, SILENT);
    run(View.INTERNAL, SILENT);

    assertThat(turns).hasSize(1);
    assertThat(turns.getFirst().view()).isEqualTo(View.INTERNAL);
    assertThat(turns.getFirst().lost().orElseThrow().reason()).isEqualTo(Reason.SELF_DISCONNECTED);
  }

  @Test
  void a_finding_stays_with_its_target_where_somebody_else_answers() {
    Report told = run(View.INTERNAL, SILENT);

    assertThat(told.findings()).containsExactly(SILENT);
    assertThat(turns).singleElement().matches(SelfConnection::stands);
  }

  @Test
  void nobody_is_asked_after_a_run_that_met_something_broken() {
    answering = false;

    assertThat(run(View.INTERNAL, SILENT, BROKEN).findings()).containsExactly(SILENT, BROKEN);
    assertThat(knocks).isZero();
  }

  @Test
  void what_only_follows_from_the_silence_does_not_speak_against_it() {
    answering = false;

    Report told =
        run(View.INTERNAL, SILENT, finding(Reason.HTTPS_BROKEN_HTTP_WORKS).asConsequence());

    assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void runs_that_fail_at_the_same_time_knock_once() {
    answering = false;

    run(View.INTERNAL, SILENT);
    run(View.INTERNAL, SILENT);
    assertThat(knocks).isEqualTo(1);

    pass(2);
    run(View.INTERNAL, SILENT);
    assertThat(knocks).isEqualTo(2);
  }

  @Test
  void the_first_run_that_is_answered_ends_it_and_those_that_could_not_tell_are_told_of() {
    answering = false;
    run(View.INTERNAL, SILENT);

    pass(30);
    run(View.INTERNAL, BROKEN);

    assertThat(turns).extracting(SelfConnection::stands).containsExactly(false, true);
    assertThat(back).containsExactly(View.INTERNAL);
  }

  @Test
  void a_run_that_began_before_the_loss_does_not_end_it() {
    answering = false;
    pass(5);
    run(View.INTERNAL, SILENT);

    connectivity.faultOfItsOwn(report(View.INTERNAL), 0);

    assertThat(turns).extracting(SelfConnection::stands).containsExactly(false);
  }

  @Test
  void a_run_that_fell_into_a_loss_that_is_over_by_now_says_nothing_either() {
    answering = false;
    run(View.INTERNAL, SILENT);
    pass(1);

    Report told =
        runMeanwhile(Duration.ofSeconds(10), () -> answering = true, View.INTERNAL, SILENT);

    assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(turns).extracting(SelfConnection::stands).containsExactly(false, true);
  }

  @Test
  void a_run_that_began_after_it_was_over_is_judged_again() {
    answering = false;
    run(View.INTERNAL, SILENT);
    pass(10);
    run(View.INTERNAL);
    answering = true;
    pass(10);

    assertThat(run(View.INTERNAL, SILENT).findings()).containsExactly(SILENT);
  }

  @Test
  void the_other_side_of_split_dns_is_another_matter() {
    answering = false;
    run(View.INTERNAL, SILENT);
    answering = true;

    assertThat(run(View.EXTERNAL, SILENT).findings()).containsExactly(SILENT);
  }

  private void pass(int seconds) {
    sinceStart = sinceStart.plusSeconds(seconds);
  }

  private Report run(View view, Finding... findings) {
    return runMeanwhile(Duration.ZERO, () -> {}, view, findings);
  }

  private Report runMeanwhile(Duration took, Runnable happens, View view, Finding... findings) {
    connectivity.whenBack(back::add);
    Report report = report(view, findings);
    return connectivity
        .watching(
            new Probe() {
              @Override
              public TargetId target() {
                return report.target();
              }

              @Override
              public Report run() {
                sinceStart = sinceStart.plus(took);
                happens.run();
                return report;
              }
            })
        .run();
  }

  private static Report report(View view, Finding... findings) {
    TargetId target = new TargetId(ProbeKind.SIGN_IN, view, "contoso.example", "alice");
    return TestingReports.of(target).withFindings(List.of(findings)).report();
  }

  private static Finding finding(Reason reason) {
    Stage stage = reason.stages().contains(Stage.ROOT) ? Stage.ROOT : Stage.RESOLVE;
    return Finding.of(reason, stage, "lyncdiscover.contoso.example", Map.of());
  }

  private ReportSink recordingTurns() {
    return new ReportSink() {
      @Override
      public String name() {
        return "turns";
      }

      @Override
      public void accept(Report report) {
        throw new UnsupportedOperationException("only a probe's schedule passes reports on");
      }

      @Override
      public void connection(SelfConnection turned) {
        turns.add(turned);
      }
    };
  }
}
