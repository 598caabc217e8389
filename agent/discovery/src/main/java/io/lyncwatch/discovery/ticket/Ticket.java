package io.lyncwatch.discovery.ticket;

import java.time.Instant;
import java.util.Optional;

/** What the User resource accepts as proof of a sign-in. Whoever holds it is the user. */
public sealed interface Ticket permits WebTicket, BearerToken {
  /** The name of the header that carries it. */
  String header();

  /** The secret itself: the value of that header. */
  String headerValue();

  /**
   * Until when it may be shown again by the clock of who received it: a minute less than it lasts,
   * and a day at most; empty if it does not say how long it lasts.
   */
  Optional<Instant> usableUntil(Instant received);
}
