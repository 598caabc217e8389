package io.lyncwatch.discovery.ticket;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A ticket as it was issued. Whoever holds it is the user, so it shows as {@code ***}. It is good
 * at the pool that issued it and nowhere else.
 */
public final class WebTicket implements Ticket {
  /** The name of the header that carries it. */
  public static final String HEADER = "X-MS-WebTicket";

  private final String headerValue;
  private final Optional<Instant> created;
  private final Optional<Instant> expires;

  private WebTicket(String headerValue, Optional<Instant> created, Optional<Instant> expires) {
    this.headerValue = headerValue;
    this.created = created;
    this.expires = expires;
  }

  /**
   * @param assertion exactly as it was received: its signature covers the bytes
   */
  static WebTicket ofAssertion(
      String assertion, Optional<Instant> created, Optional<Instant> expires) {
    byte[] bytes = assertion.getBytes(StandardCharsets.UTF_8);
    return new WebTicket("opaque=" + Base64.getEncoder().encodeToString(bytes), created, expires);
  }

  /**
   * @param token a compact web ticket without its {@code cwt} mark
   */
  static WebTicket ofCompact(String token, Optional<Instant> created, Optional<Instant> expires) {
    return new WebTicket("opaque=cwt:" + token, created, expires);
  }

  @Override
  public String header() {
    return HEADER;
  }

  @Override
  public String headerValue() {
    return headerValue;
  }

  /** Since when it is valid, by the clock of the server. */
  public Optional<Instant> created() {
    return created;
  }

  /** Until when it is valid, by the clock of the server. */
  public Optional<Instant> expires() {
    return expires;
  }

  /**
   * {@inheritDoc}
   *
   * <p>How long it lasts is the server's own affair, so a wrong clock on either side does not
   * matter, unless it says only when it ends.
   */
  @Override
  public Optional<Instant> usableUntil(Instant received) {
    return expires
        .map(end -> Duration.between(created.orElse(received), end))
        .flatMap(lasts -> Lifetimes.usableUntil(received, lasts));
  }

  /** Three stars, in JSON as well. */
  @JsonValue
  @Override
  public String toString() {
    return "***";
  }
}
