package io.lyncwatch.discovery.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long tickets may be shown again. */
final class Lifetimes {
  /** A ticket must not end on its way to the server. */
  private static final Duration MARGIN = Duration.ofSeconds(60);

  /** Servers give eight hours; what they say beyond a day is not to be believed. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private Lifetimes() {}

  static Optional<Instant> usableUntil(Instant received, Duration lasts) {
    Duration bounded = lasts.compareTo(LONGEST) > 0 ? LONGEST : lasts;
    return bounded.compareTo(MARGIN) > 0
        ? Optional.of(received.plus(bounded).minus(MARGIN))
        : Optional.empty();
  }
}
