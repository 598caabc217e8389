package io.lyncwatch.discovery;

import java.time.Duration;

/** The instant by which something has to be over, on a {@link Ticker}. */
public final class Deadline {
  private final Ticker ticker;
  private final long end;

  private Deadline(Ticker ticker, long end) {
    this.ticker = ticker;
    this.end = end;
  }

  /** A deadline that passes after {@code allowed}. */
  public static Deadline in(Duration allowed, Ticker ticker) {
    return new Deadline(ticker, ticker.nanos() + allowed.toNanos());
  }

  /** The sooner of this deadline and one that passes after {@code allowed}. */
  public Deadline within(Duration allowed) {
    long other = ticker.nanos() + allowed.toNanos();
    return other - end < 0 ? new Deadline(ticker, other) : this;
  }

  /** What is left, never negative. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - ticker.nanos()));
  }

  /** What is left for a socket option where zero would mean "for ever": at least 1 ms. */
  public int leftMillis() {
    return Math.clamp(left().toMillis(), 1, Integer.MAX_VALUE);
  }

  /** Whether it has passed. */
  public boolean passed() {
    return end - ticker.nanos() <= 0;
  }
}
