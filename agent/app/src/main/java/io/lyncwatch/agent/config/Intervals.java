package io.lyncwatch.agent.config;

import java.time.Duration;

/**
 * How often each probe runs.
 *
 * @param recheck how soon a target runs again after its outcome turned
 */
public record Intervals(
    Duration dns, Duration entry, Duration signIn, Duration certificate, Duration recheck) {
  /** Half a minute for DNS, a minute for walks, an hour for certificates. */
  public static final Intervals DEFAULT =
      new Intervals(
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofHours(1),
          Duration.ofSeconds(15));
}
