package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.Ticker;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Measures the phases of one exchange; used by one thread. */
final class PhaseTimes {
  private final Ticker ticker;
  private final Map<Phase, Duration> phases = new EnumMap<>(Phase.class);

  PhaseTimes(Ticker ticker) {
    this.ticker = ticker;
  }

  /** Something that may fail in its own way. */
  interface Part<T, E extends Exception> {
    T run() throws E;
  }

  /** Runs a part and adds what it took to a phase, also if it throws. */
  <T, E extends Exception> T measure(Phase phase, Part<T, E> part) throws E {
    long start = ticker.nanos();
    try {
      return part.run();
    } finally {
      phases.merge(phase, Duration.ofNanos(ticker.nanos() - start), Duration::plus);
    }
  }

  Map<Phase, Duration> phases() {
    return phases;
  }
}
