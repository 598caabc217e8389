package io.lyncwatch.agent.schedule;

import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets one run at a time use what several targets share, in the order in which they came. Whoever
 * has to wait gives its thread back, keeps its place in the line, and is told when to come again:
 * many that wait must not hold up those that could run. A target has one place at most, so that a
 * line is never longer than there are targets.
 *
 * <p>With a spacing of 5 s, a run from 12:00:00 to 12:00:01 lets the next one begin at 12:00:06. If
 * two wait for that, the one that came first is told so, and the other when that one's turn ends.
 */
final class Turns {
  private final Map<String, Line> lines = new HashMap<>();

  private static final class Line {
    private boolean taken;
    private Instant ended = Instant.EPOCH;
    private final Map<TargetId, Place> waiting = new LinkedHashMap<>();

    /** Whether nobody came before a target. */
    private boolean isFirst(TargetId target) {
      return waiting.isEmpty() || waiting.keySet().iterator().next().equals(target);
    }

    /** How to call whose turn is next, if it is nobody's now. */
    private Optional<Consumer<Instant>> next() {
      return taken
          ? Optional.empty()
          : waiting.values().stream().findFirst().map(place -> place.again);
    }
  }

  private static final class Place {
    private Instant since;
    private Consumer<Instant> again;

    Place(Instant since, Consumer<Instant> again) {
      this.since = since;
      this.again = again;
    }
  }

  /**
   * Begins a turn, which has to end.
   *
   * @param again is told when to ask again if there is no turn now
   * @return whether the turn has begun; if not, the target waits until it asks again or leaves
   */
  boolean begin(Exclusive shared, TargetId target, Instant now, Consumer<Instant> again) {
    Instant free;
    synchronized (this) {
      Line line = line(shared);
      free = line.ended.plus(shared.spacing());
      boolean first = line.isFirst(target);
      if (first && !line.taken && !tooSoon(now, free, shared.spacing())) {
        line.waiting.remove(target);
        line.taken = true;
        return true;
      }
      line.waiting.computeIfAbsent(target, _ -> new Place(now, again)).again = again;
      if (!first || line.taken) {
        return false;
      }
    }
    again.accept(free);
    return false;
  }

  /** Ends a turn: the next may begin when the spacing has passed. */
  void end(Exclusive shared, Instant now) {
    Optional<Consumer<Instant>> next;
    synchronized (this) {
      Line line = line(shared);
      line.taken = false;
      line.ended = now;
      next = line.next();
    }
    next.ifPresent(again -> again.accept(now.plus(shared.spacing())));
  }

  /** Gives up a place, if the target has one: those behind it move up. */
  void leave(Exclusive shared, TargetId target) {
    Optional<Consumer<Instant>> next;
    Instant free;
    synchronized (this) {
      Line line = line(shared);
      boolean calledNobody = !line.waiting.containsKey(target) || !line.isFirst(target);
      line.waiting.remove(target);
      next = calledNobody ? Optional.empty() : line.next();
      free = line.ended.plus(shared.spacing());
    }
    next.ifPresent(again -> again.accept(free));
  }

  /**
   * Whether a target has waited for about so long, since it came or since this was last true of it.
   * It keeps its place. Firings come a little late or early, so that the last tenth is not asked
   * for.
   */
  synchronized boolean overdue(Exclusive shared, TargetId target, Instant now, Duration patience) {
    Place place = line(shared).waiting.get(target);
    Duration enough = patience.multipliedBy(9).dividedBy(10);
    if (place == null || Duration.between(place.since, now).compareTo(enough) < 0) {
      return false;
    }
    place.since = now;
    return true;
  }

  private Line line(Exclusive shared) {
    return lines.computeIfAbsent(shared.what(), what -> new Line());
  }

  /** A clock that was set back must not make anybody wait for longer than the spacing. */
  private static boolean tooSoon(Instant now, Instant free, Duration spacing) {
    return now.isBefore(free) && Duration.between(now, free).compareTo(spacing) <= 0;
  }
}
