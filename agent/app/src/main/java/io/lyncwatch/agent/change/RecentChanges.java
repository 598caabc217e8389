package io.lyncwatch.agent.change;

import io.lyncwatch.agent.report.ReportSink;
import io.lyncwatch.discovery.report.Change;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The changes that were found last, for as long as the agent runs. */
public final class RecentChanges implements ReportSink {
  /** A certificate of many SIP domains is many changes at once. */
  private static final int ROOM = 500;

  private final Deque<Recent> newestFirst = new ArrayDeque<>();

  @Override
  public String name() {
    return "recent changes";
  }

  @Override
  public void accept(Report report) {
    report.changes().forEach(change -> add(new Recent(report.endedAt(), report.target(), change)));
  }

  private synchronized void add(Recent change) {
    newestFirst.addFirst(change);
    if (newestFirst.size() > ROOM) {
      newestFirst.removeLast();
    }
  }

  /** The newest first, some hundreds at most. */
  public synchronized List<Recent> all() {
    return List.copyOf(newestFirst);
  }

  /**
   * One of them.
   *
   * @param at when the run ended that showed it
   */
  public record Recent(Instant at, TargetId target, Change change) {}
}
