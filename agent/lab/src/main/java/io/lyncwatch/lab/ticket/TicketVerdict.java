package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.directory.User;

/** What a pool thinks of the ticket in a request. */
public sealed interface TicketVerdict {
  /** A ticket of this pool, for this web name, not expired. */
  record Valid(User user) implements TicketVerdict {}

  /** No ticket in the request. */
  record Missing() implements TicketVerdict {}

  /**
   * A ticket that counts for nothing.
   *
   * @param why in words, without any part of the ticket
   */
  record Invalid(String why) implements TicketVerdict {}
}
