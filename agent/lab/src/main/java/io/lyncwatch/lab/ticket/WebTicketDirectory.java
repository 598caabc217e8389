package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import java.util.Locale;
import java.util.Optional;

/**
 * The virtual directory {@code /WebTicket/} of one site: what is offered there, and nothing else.
 */
public record WebTicketDirectory(Optional<TicketService> tickets, Optional<TokenService> tokens) {
  private static final String TOKENS = "/webticket/oauthtoken";

  /** Answers any request below the directory. */
  public Reply answer(Request request) {
    return request.path().toLowerCase(Locale.ROOT).equals(TOKENS)
        ? tokens.map(service -> service.answer(request)).orElse(Pages.NOT_FOUND)
        : tickets.map(service -> service.answer(request)).orElse(Pages.NOT_FOUND);
  }
}
