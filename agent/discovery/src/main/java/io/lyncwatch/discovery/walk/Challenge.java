package io.lyncwatch.discovery.walk;

import java.net.URI;
import java.util.Optional;

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

  /**
   * It wants a bearer token.
   *
   * @param authority outside, whose tokens it accepts, too
   */
  record ForToken(URI user, OAuthOffer offer, boolean verified, Optional<URI> authority)
      implements Challenge {}

  /** It wants a token of an authority outside of the deployment and takes nothing else. */
  record ForAuthority(URI user, URI authority, boolean verified) implements Challenge {}
}
