package io.lyncwatch.agent.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Lets one run at a time use what several targets share. Whoever has to wait gives its thread back
 * and is told when to come again: many that wait must not hold up those that could run.
 *
 * <p>With a spacing of 5 s, a run from 12:00:00 to 12:00:01 lets the next one begin at 12:00:06. If
 * two wait for that, one of them begins and the other is told the same again.
 */
final class Turns {
  private final Map<String, Line> lines = new HashMap<>();

  private static final class Line {
    private boolean taken;
    private Instant ended = Instant.EPOCH;
    private final List<Consumer<Instant>> waiting = new ArrayList<>();
  }

  /**
   * Begins a turn, which has to end.
   *
   * @param again is told when to ask again if there is no turn now
   * @return whether the turn has begun
   */
  boolean begin(Exclusive shared, Instant now, Consumer<Instant> again) {
    Instant free;
    synchronized (this) {
      Line line = lines.computeIfAbsent(shared.what(), what -> new Line());
      if (line.taken) {
        line.waiting.add(again);
        return false;
      }
      free = line.ended.plus(shared.spacing());
      if (!tooSoon(now, free, shared.spacing())) {
        line.taken = true;
        return true;
      }
    }
    again.accept(free);
    return false;
  }

  /** Ends a turn: the next may begin when the spacing has passed. */
  void end(Exclusive shared, Instant now) {
    List<Consumer<Instant>> waiting;
    synchronized (this) {
      Line line = lines.computeIfAbsent(shared.what(), what -> new Line());
      line.taken = false;
      line.ended = now;
      waiting = List.copyOf(line.waiting);
      line.waiting.clear();
    }
    waiting.forEach(again -> again.accept(now.plus(shared.spacing())));
  }

  /** A clock that was set back must not make anybody wait for longer than the spacing. */
  private static boolean tooSoon(Instant now, Instant free, Duration spacing) {
    return now.isBefore(free) && Duration.between(now, free).compareTo(spacing) <= 0;
  }
}
