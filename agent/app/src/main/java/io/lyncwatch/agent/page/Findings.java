package io.lyncwatch.agent.page;

import java.util.List;

/**
 * Some findings, and how many there is no room for.
 *
 * @param more 0 if all are shown
 */
public record Findings(List<FindingLine> shown, int more) {
  private static final int ROOM = 12;

  /** Copies the list. */
  public Findings {
    shown = List.copyOf(shown);
  }

  static Findings of(List<FindingLine> lines) {
    return new Findings(lines.stream().limit(ROOM).toList(), Math.max(0, lines.size() - ROOM));
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return shown.isEmpty();
  }

  /** How many there are. */
  public int count() {
    return shown.size() + more;
  }
}
