package io.lyncwatch.agent.change;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often things have come within a day. What came, went and came back comes by turns, as behind
 * a balancer that shows one of several at a time: its third coming is no news. Counted anew after a
 * day, so that a maintenance is told each time.
 *
 * @param since when counting began
 * @param times of each thing, the first that came first; of too many the first are forgotten
 */
record Comings(Instant since, Map<String, Integer> times) {
  static final Comings NONE = new Comings(Instant.MIN, Map.of());

  private static final Duration COUNTED = Duration.ofDays(1);
  private static final int NEWS = 2;
  private static final int ROOM = 256;

  /** Those that still count. */
  Comings at(Instant now) {
    return since.isBefore(now.minus(COUNTED)) ? new Comings(now, Map.of()) : this;
  }

  boolean isNews(String thing) {
    return times.getOrDefault(thing, 0) < NEWS;
  }

  Comings with(Collection<String> things) {
    if (things.isEmpty()) {
      return this;
    }
    Map<String, Integer> counted = new LinkedHashMap<>(times);
    things.forEach(thing -> counted.merge(thing, 1, Integer::sum));
    while (counted.size() > ROOM) {
      counted.remove(counted.keySet().iterator().next());
    }
    return new Comings(since, counted);
  }
}
