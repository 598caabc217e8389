package io.lyncwatch.discovery.ticket;

import java.util.Optional;

/** What the web ticket service answered to a request. */
public sealed interface TicketAnswer {
  /** A ticket. */
  record Issued(WebTicket ticket) implements TicketAnswer {}

  /**
   * A refusal. The texts are short and safe to show.
   *
   * @param code the fault code without prefix, for example {@code FailedAuthentication}
   * @param text the server's sentence
   * @param diagnostics the server's number for it, if it gives one
   */
  record Fault(String code, String text, Optional<Diagnostics> diagnostics)
      implements TicketAnswer {}

  /**
   * Neither.
   *
   * @param detail one line of what it is instead, safe to show
   */
  record Unreadable(String detail) implements TicketAnswer {}
}
