package io.lyncwatch.agent.change;

import io.lyncwatch.agent.report.RecordingSink;
import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.report.Change;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The changes that one target's reports come out with, a minute apart. */
final class Observed {
  private final RecordingSink sink = new RecordingSink();
  private final Changes changes = new Changes(sink);
  private final TargetId target;
  private Instant at = TestingReports.START;

  Observed(TargetId target) {
    this.target = target;
    changes.added(target, Duration.ofMinutes(1));
  }

  /** Those of one more report. */
  List<Change> after(Facts facts) {
    at = at.plusSeconds(60);
    changes.accept(TestingReports.of(target).withFacts(facts).startedAt(at).report());
    return sink.reports().getLast().changes();
  }

  /** Old and new of the changes of one more report. */
  List<String> told(Facts facts) {
    return after(facts).stream().map(change -> change.before() + " > " + change.after()).toList();
  }

  void later(Duration pause) {
    at = at.plus(pause);
  }
}
