package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one run asks that no client asks, only to tell why something is as it is: few requests, and
 * little time for all of it together, so that to know more of a failure never makes it last much
 * longer. Used by several threads; what they ask at once counts for each of them.
 */
public final class FollowUps {
  /** How many requests. */
  private static final int MOST = 6;

  /** How much time for all questions together, to name servers and to web servers. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  /** Of that, what name servers cannot use up. */
  private static final Duration FOR_REQUESTS = Duration.ofMillis(500);

  private final Ticker ticker;
  private Duration left = LONGEST;
  private int requests;

  /** Nothing was asked yet. */
  public FollowUps(Ticker ticker) {
    this.ticker = ticker;
  }

  /** Asks name servers, unless no time is left for that. */
  public <T> Optional<T> lookup(Deadline outer, Function<Deadline, T> question) {
    Duration allowed = left().minus(FOR_REQUESTS);
    return allowed.isPositive()
        ? Optional.of(spending(outer.within(allowed), question))
        : Optional.empty();
  }

  /** Sends a request, unless there were too many, or no time is left. */
  public <T> Optional<T> request(Deadline outer, Function<Deadline, T> request) {
    return mayRequest() ? Optional.of(spending(outer.within(left()), request)) : Optional.empty();
  }

  private <T> T spending(Deadline soon, Function<Deadline, T> question) {
    long start = ticker.nanos();
    T answer = question.apply(soon);
    spend(Duration.ofNanos(ticker.nanos() - start));
    return answer;
  }

  private synchronized boolean mayRequest() {
    if (requests == MOST || left.isZero()) {
      return false;
    }
    requests++;
    return true;
  }

  private synchronized Duration left() {
    return left;
  }

  private synchronized void spend(Duration spent) {
    Duration remaining = left.minus(spent);
    left = remaining.isNegative() ? Duration.ZERO : remaining;
  }
}
