package io.lyncwatch.discovery;

/** Measures durations; never used to tell the time of day. */
@FunctionalInterface
public interface Ticker {
  /** The machine's own monotonic clock. */
  Ticker SYSTEM = System::nanoTime;

  /** Nanoseconds since some fixed instant. */
  long nanos();
}
