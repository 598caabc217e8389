package io.lyncwatch.discovery.report;

import io.lyncwatch.discovery.text.Excerpt;
import java.util.Collection;
import java.util.List;

/**
 * Some names from the wire, fit to be kept and shown however many and long they are.
 *
 * @param shown the first of them, sorted
 * @param more how many there are beside these
 */
public record Names(List<String> shown, int more) {
  private static final int ROOM = 50;
  private static final int LONGEST = 255;

  /** Copies the list. */
  public Names {
    shown = List.copyOf(shown);
  }

  /** Sorts them, and keeps the first fifty. */
  public static Names of(Collection<String> names) {
    List<String> shown =
        names.stream().sorted().limit(ROOM).map(name -> Excerpt.of(name, LONGEST)).toList();
    return new Names(shown, names.size() - shown.size());
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return shown.isEmpty();
  }

  /** As people read it. */
  @Override
  public String toString() {
    if (shown.isEmpty()) {
      return "none";
    }
    String some = String.join(", ", shown);
    return more > 0 ? some + " and " + more + " more" : some;
  }
}
