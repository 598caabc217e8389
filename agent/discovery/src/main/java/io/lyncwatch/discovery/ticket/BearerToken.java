package io.lyncwatch.discovery.ticket;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A bearer token of the oauthtoken endpoint (RFC 6750), from Lync 2013 on. Whoever holds it is the
 * user, so it shows as {@code ***}. It is good at the pool that issued it and nowhere else.
 */
public final class BearerToken implements Ticket {
  /** What may stand in a header (RFC 6750 2.1): no token can add a line to a request. */
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,16000}");

  private final String token;
  private final Optional<Duration> lasts;

  private BearerToken(String token, Optional<Duration> lasts) {
    this.token = token;
    this.lasts = lasts;
  }

  /**
   * A token as it was issued; empty if it cannot be presented.
   *
   * @param lasts how long, if the answer says so
   */
  static Optional<BearerToken> of(String issued, Optional<Duration> lasts) {
    return Optional.of(issued)
        .filter(text -> TOKEN.matcher(text).matches())
        .map(text -> new BearerToken(text, lasts));
  }

  @Override
  public String header() {
    return "Authorization";
  }

  @Override
  public String headerValue() {
    return "Bearer " + token;
  }

  @Override
  public Optional<Instant> usableUntil(Instant received) {
    return lasts.flatMap(time -> Lifetimes.usableUntil(received, time));
  }

  /** Three stars, in JSON as well. */
  @JsonValue
  @Override
  public String toString() {
    return "***";
  }
}
