package io.lyncwatch.discovery.http;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param lookup of one name at all resolvers
 * @param connect to one address
 * @param exchange from the lookup to the last byte
 */
public record Timeouts(Duration lookup, Duration connect, Duration exchange) {
  /** About what phones allow. */
  public static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(4), Duration.ofSeconds(10));
}
