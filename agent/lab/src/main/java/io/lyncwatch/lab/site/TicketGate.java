package io.lyncwatch.lab.site;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.ticket.TicketVerdict;
import io.lyncwatch.lab.ticket.TicketVerifier;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;

/** Takes web tickets, MS-OCDISCWS 3.1.5.3. */
public record TicketGate(Pages pages, TicketVerifier tickets) implements Gate {
  @Override
  public Passage admit(Request request) {
    return switch (tickets.verify(request)) {
      case TicketVerdict.Valid(User user) -> new Passage.Admitted(user);
      case TicketVerdict.Missing() -> new Passage.Refused(pages.ticketMissing());
      case TicketVerdict.Invalid(String why) ->
          new Passage.Refused(
              pages.diagnosed(Reply.empty(500), 28032, "The web ticket is invalid."));
    };
  }
}
