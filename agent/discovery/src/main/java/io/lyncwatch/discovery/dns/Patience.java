package io.lyncwatch.discovery.dns;

import java.time.Duration;
import java.util.List;

/**
 * How long a stub resolver waits after each time that it sends its question.
 *
 * @param waits one for each sending: with waits of 1 s, 2 s and 2 s the question goes out at once,
 *     after 1 s and after 3 s, and is given up after 5 s
 */
public record Patience(List<Duration> waits) {
  /** What stub resolvers do: three sendings within five seconds. */
  public static final Patience USUAL =
      new Patience(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(2)));

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no wait
   */
  public Patience {
    waits = List.copyOf(waits);
    if (waits.isEmpty()) {
      throw new IllegalArgumentException("a question is sent at least once");
    }
  }

  /** When a question is given up, over UDP and TCP together. */
  public Duration giveUp() {
    return waits.stream().reduce(Duration.ZERO, Duration::plus);
  }
}
