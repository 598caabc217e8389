package io.lyncwatch.discovery.revocation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * How long an authority's word holds.
 *
 * @param begin when it was given
 * @param end after which clients do not go by it any more
 * @param due when at the latest a newer one should stand in its place
 */
public record Lifetime(Instant begin, Instant end, Instant due) {
  /** Clocks differ; as the JDK has it. */
  static final Duration SKEW = Duration.ofMinutes(15);

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration BRIEFLY = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LOOKS_WHEN_DUE = Duration.ofMinutes(15);

  /**
   * One that says nothing of its successor, which then is due in the last tenth of its life and on
   * the last day; what lives for less than four days, in the last quarter.
   */
  static Lifetime of(Instant begin, Instant end) {
    Duration life = Duration.between(begin, end);
    Duration lastDay = Collections.min(List.of(DAY, life.dividedBy(4)));
    return new Lifetime(
        begin, end, end.minus(Collections.max(List.of(life.dividedBy(10), lastDay))));
  }

  /** Whether it is near its end and no newer one has taken its place. */
  boolean ending(Instant now) {
    return now.isAfter(due);
  }

  /** Until when it may be gone by without being asked for anew; never for long once it is due. */
  Instant keptFrom(Instant now) {
    Instant until =
        ending(now) ? earlier(end, now.plus(BETWEEN_LOOKS_WHEN_DUE)) : earlier(due, now.plus(DAY));
    Instant least = now.plus(BRIEFLY);
    return until.isBefore(least) ? least : until;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
