package io.lyncwatch.agent.report;

import static io.lyncwatch.agent.report.TestingReports.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SinksTest {
  private final TargetId target = entry("contoso.example");
  private final RecordingSink first = new RecordingSink();
  private final RecordingSink last = new RecordingSink();

  @Test
  void every_sink_gets_every_report() {
    Report report = TestingReports.success(target);

    new Sinks(List.of(first, last)).accept(report);

    assertThat(first.reports()).containsExactly(report);
    assertThat(last.reports()).containsExactly(report);
  }

  @Test
  void a_sink_that_throws_does_not_starve_the_others() {
    Report report = TestingReports.success(target);

    new Sinks(List.of(new SickSink(), last)).accept(report);

    assertThat(last.reports()).containsExactly(report);
  }

  @Test
  void targets_that_come_and_go_are_told_even_past_a_sick_sink() {
    Sinks sinks = new Sinks(List.of(new SickSink(), last));

    sinks.added(target, Duration.ofSeconds(60));
    sinks.removed(target);

    assertThat(last.events())
        .containsExactly("added " + target + " every PT1M", "removed " + target);
  }

  private static final class SickSink implements ReportSink {
    @Override
    public String name() {
      return "sick";
    }

    @Override
    public void accept(Report report) {
      throw new IllegalStateException("sick");
    }

    @Override
    public void added(TargetId target, Duration interval) {
      throw new IllegalStateException("sick");
    }

    @Override
    public void removed(TargetId target) {
      throw new IllegalStateException("sick");
    }
  }
}
