package io.lyncwatch.discovery.walk;

import java.net.URI;

/** The User resource's refusal that names where to get what it accepts. */
sealed interface Challenge {
  /** The User resource. */
  URI user();

  /** Whether every answer so far came over verified https. */
  boolean verified();

  /**
   * It wants a web ticket.
   *
   * @param ticketService without {@code /mex}
   */
  record ForTicket(URI user, URI ticketService, boolean verified) implements Challenge {}

  /** It wants a bearer token. */
  record ForToken(URI user, OAuthOffer offer, boolean verified) implements Challenge {}
}
