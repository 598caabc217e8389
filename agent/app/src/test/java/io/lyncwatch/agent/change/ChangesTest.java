package io.lyncwatch.agent.change;

import static io.lyncwatch.agent.change.Sample.ACCOUNT;
import static io.lyncwatch.agent.change.Sample.homedOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.report.RecordingSink;
import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.report.Report;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private final RecordingSink sink = new RecordingSink();
  private final Changes changes = new Changes(sink);
  private final Report on1 = TestingReports.of(ACCOUNT).withFacts(homedOn("pool1")).report();
  private final Report on2 = TestingReports.of(ACCOUNT).withFacts(homedOn("pool2")).report();

  @BeforeEach
  void add() {
    changes.added(ACCOUNT, Duration.ofSeconds(60));
  }

  @Test
  void a_report_goes_on_with_what_it_changes_and_is_else_the_same() {
    changes.accept(on1);
    changes.accept(on2);

    assertThat(sink.reports().getFirst()).isEqualTo(on1);
    assertThat(sink.reports().getLast().changes()).hasSize(1);
    assertThat(sink.reports().getLast().facts()).isEqualTo(on2.facts());
  }

  @Test
  void a_target_that_was_removed_and_added_begins_anew() {
    changes.accept(on1);
    changes.removed(ACCOUNT);
    changes.added(ACCOUNT, Duration.ofSeconds(60));
    changes.accept(on2);

    assertThat(sink.reports()).allMatch(report -> report.changes().isEmpty());
    assertThat(sink.events()).hasSize(3);
  }

  @Test
  void another_interval_begins_nothing_anew() {
    changes.accept(on1);
    changes.added(ACCOUNT, Duration.ofSeconds(30));
    changes.accept(on2);

    assertThat(sink.reports().getLast().changes()).hasSize(1);
  }

  @Test
  void a_late_report_of_a_removed_target_goes_on_as_it_is() {
    changes.removed(ACCOUNT);
    changes.accept(on1);
    changes.accept(on2);

    assertThat(sink.reports()).containsExactly(on1, on2);
  }
}
