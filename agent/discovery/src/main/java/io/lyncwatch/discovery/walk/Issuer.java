package io.lyncwatch.discovery.walk;

import java.net.URI;

/** Who issues what a User resource accepts. */
sealed interface Issuer permits TicketService, TokenService, AuthorityService {
  /** The User resource that the ticket is for. */
  URI user();

  /** Whether every answer so far came over verified https. */
  boolean verified();
}
