package io.lyncwatch.agent.lab;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a sweep showed of each fault, as text for people: alone and in pairs, and what it cost to
 * tell it, beside a healthy walk. For several threads.
 */
final class SweepTable {
  private static final String HEALTHY = "(healthy)";

  private static final List<List<String>> COLUMNS =
      List.of(
          List.of("", "alone"),
          List.of("pairs", "right"),
          List.of("", "of"),
          List.of("false", "findings"),
          List.of("inside", "questions"),
          List.of("", "further"),
          List.of("", "seconds"),
          List.of("", "for those"),
          List.of("outside", "questions "),
          List.of("", "further "),
          List.of("", "seconds "),
          List.of("", "for those "));

  private final List<KnownFault> faults;
  private final Map<View, Passage> healthy = new TreeMap<>();
  private final Map<KnownFault, Row> rows = new HashMap<>();
  private int leftOut;
  private int lookedAgain;
  private long mostFollowUps;
  private Duration longestFollowUps = Duration.ZERO;
  private int healthyRuns;
  private int troubledRuns;

  /** What is known of one fault. */
  private static final class Row {
    private final Map<View, Passage> passages = new TreeMap<>();
    private String alone = "-";
    private int right;
    private int pairs;
    private int foreign;
  }

  SweepTable(List<KnownFault> faults) {
    this.faults = List.copyOf(faults);
    faults.forEach(fault -> rows.put(fault, new Row()));
  }

  synchronized void healthy(Passage passage) {
    healthy.put(passage.view(), passage);
  }

  synchronized void alone(KnownFault fault, List<Passage> passages, List<String> unlike) {
    passages.forEach(this::cost);
    Row row = row(fault);
    row.alone = unlike.isEmpty() ? "right" : "WRONG";
    row.foreign += unlike.size();
    passages.forEach(passage -> row.passages.put(passage.view(), passage));
  }

  synchronized void paired(PairVerdict verdict, List<Passage> passages) {
    passages.forEach(this::cost);
    verdict
        .pair()
        .both()
        .map(this::row)
        .forEach(row -> {
          row.pairs++;
          row.right += verdict.right() ? 1 : 0;
          row.foreign += verdict.foreign().size();
        });
  }

  private Row row(KnownFault fault) {
    return Objects.requireNonNull(rows.get(fault), "a fault of another table");
  }

  private void cost(Passage passage) {
    mostFollowUps = Math.max(mostFollowUps, passage.followUps());
    if (passage.followedUpFor().compareTo(longestFollowUps) > 0) {
      longestFollowUps = passage.followedUpFor();
    }
  }

  /** A pair was not told rightly at once. */
  synchronized void lookedAgain() {
    lookedAgain++;
  }

  synchronized void leftOut(int pairs) {
    leftOut += pairs;
  }

  /**
   * @param worries what was found above an info
   */
  synchronized void healthyRun(List<Finding> worries) {
    healthyRuns++;
    troubledRuns += worries.isEmpty() ? 0 : 1;
  }

  @Override
  public synchronized String toString() {
    MatrixTable table = new MatrixTable(COLUMNS);
    costs(table, HEALTHY, healthy);
    for (KnownFault fault : faults) {
      Row row = row(fault);
      List<String> told = List.of(row.alone, text(row.right), text(row.pairs), text(row.foreign));
      for (int i = 0; i < told.size(); i++) {
        table.put(fault.name(), COLUMNS.get(i), told.get(i));
      }
      costs(table, fault.name(), row.passages);
    }
    return table + summary();
  }

  private static void costs(MatrixTable table, String row, Map<View, Passage> passages) {
    passages.forEach((view, passage) -> {
      List<String> costs =
          List.of(
              text(passage.questions()),
              text(passage.followUps()),
              seconds(passage.report().took()),
              seconds(passage.followedUpFor()));
      int first = view == View.INTERNAL ? 4 : 8;
      for (int i = 0; i < costs.size(); i++) {
        table.put(row, COLUMNS.get(first + i), costs.get(i));
      }
    });
  }

  private String summary() {
    int pairs = rows.values().stream().mapToInt(row -> row.pairs).sum() / 2;
    int right = rows.values().stream().mapToInt(row -> row.right).sum() / 2;
    return """

    Pairs of faults: %,d of %,d right, %,d of them looked at twice; %,d left out, which cannot
    stand in one deployment or are of one kind. No sign-in with a fault asked more than %d further
    questions, nor for longer than %s s. Healthy sign-ins, by all clients in all deployments: %,d,
    with findings: %,d.
    """
        .formatted(
            right,
            pairs,
            lookedAgain,
            leftOut,
            mostFollowUps,
            seconds(longestFollowUps),
            healthyRuns,
            troubledRuns);
  }

  private static String text(long number) {
    return Long.toString(number);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }
}
