package io.lyncwatch.agent.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.coverage.Coverage;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Learned;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.StageResult;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an examination comes to in one line, for people, for plugins, and as a list of cures. */
class VerdictTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final Finding REFUSED =
      Finding.of(Reason.TCP_REFUSED, Stage.ROOT, "web.example:443", Map.of());
  private static final Finding LEAK =
      Finding.of(Reason.DNS_INTERNAL_RECORD_LEAKED, Stage.RESOLVE, "a.example", Map.of())
          .atMost(Severity.WARNING);

  @Test
  void what_works_on_both_sides_is_said_to_work() {
    Examination all = of(ran(View.INTERNAL), ran(View.EXTERNAL));

    assertThat(Verdict.of(all))
        .isEqualTo(new Verdict(Verdict.State.WORKS, "It works inside and outside."));
    assertThat(ToDo.of(all)).isEmpty();
    assertThat(Nagios.of(all, NOW))
        .isEqualToNormalizingNewlines(
            "LYNCWATCH OK - a@example: It works inside and outside."
                + " | internal=0.250s;;;0 external=0.250s;;;0\n");
    assertThat(Nagios.exitCode(all)).isEqualTo(0);
  }

  @Test
  void what_is_broken_on_one_side_begins_with_that_and_names_the_cause() {
    Examination all = of(ran(View.INTERNAL), ran(View.EXTERNAL, REFUSED, LEAK));

    assertThat(Verdict.of(all).state()).isEqualTo(Verdict.State.BROKEN);
    assertThat(Verdict.of(all).sentence())
        .startsWith("It is broken outside only, and works inside: ")
        .endsWith(REFUSED.cause());
    assertThat(Nagios.exitCode(all)).isEqualTo(2);
  }

  @Test
  void a_consequence_is_neither_the_cause_nor_to_be_mended() {
    Finding follows =
        Finding.of(Reason.SERVICE_UNREACHABLE, Stage.SERVICES, "meet", Map.of()).asConsequence();
    Examination all = of(ran(View.EXTERNAL, follows, REFUSED));

    assertThat(Verdict.of(all).sentence()).endsWith(REFUSED.cause());
    assertThat(ToDo.of(all)).containsExactly(REFUSED.cure());
  }

  @Test
  void a_warning_is_a_warning_to_plugins_too() {
    Examination all = of(ran(View.EXTERNAL, LEAK));

    assertThat(Verdict.of(all).state()).isEqualTo(Verdict.State.WARNED);
    assertThat(Verdict.of(all).sentence()).contains("works outside, with a warning");
    assertThat(Nagios.exitCode(all)).isEqualTo(1);
    assertThat(Nagios.of(all, NOW).lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("external, WARNING dns_internal_record_leaked: ")
        .contains(" Cure: ");
  }

  @Test
  void several_warnings_are_counted_by_what_they_are_about() {
    Finding weak = Finding.of(Reason.TLS_EXPIRING, Stage.ROOT, "a.example:443", Map.of());
    Examination all = of(ran(View.INTERNAL, LEAK, weak), ran(View.EXTERNAL, weak));

    assertThat(Verdict.of(all).sentence())
        .isEqualTo("It works inside and outside, with 2 warnings, the first: " + LEAK.cause());
  }

  @Test
  void what_could_not_be_tried_is_not_known() {
    Report guarded =
        Report.notRun(id(View.EXTERNAL), NOW, Outcome.SKIPPED, "It is held back.", List.of());
    Examination all = of(guarded);

    assertThat(Verdict.of(all).sentence())
        .isEqualTo("How it is outside is not known: It is held back.");
    assertThat(Nagios.exitCode(all)).isEqualTo(3);
  }

  @Test
  void a_bar_in_a_cause_does_not_begin_performance_data() {
    Finding odd =
        Finding.of(
            Reason.HTTP_STATUS, Stage.ROOT, "https://a.example", Map.of("status", "500 a|b\nc"));

    assertThat(Nagios.of(of(ran(View.EXTERNAL, odd)), NOW).lines().findFirst().orElseThrow())
        .containsOnlyOnce("|");
  }

  @Test
  void the_gravest_is_to_be_mended_first_and_each_once() {
    Examination all = of(ran(View.INTERNAL, LEAK, REFUSED), ran(View.EXTERNAL, REFUSED));

    assertThat(ToDo.of(all)).containsExactly(REFUSED.cure(), LEAK.cure());
  }

  private static Examination of(Report... views) {
    return new Examination(
        "a@example",
        Arrays.asList(views),
        List.of(),
        new Certificates(List.of(), Set.of(), new Coverage(List.of(), List.of())));
  }

  private static TargetId id(View view) {
    return new TargetId(ProbeKind.SIGN_IN, view, "example", "a");
  }

  private static Report ran(View view, Finding... findings) {
    return new Report(
        id(view),
        NOW,
        Duration.ofMillis(250),
        Outcome.of(List.of(findings)),
        "Summary.",
        List.<StageResult>of(),
        List.of(findings),
        new Facts.None(),
        Learned.NOTHING);
  }
}
