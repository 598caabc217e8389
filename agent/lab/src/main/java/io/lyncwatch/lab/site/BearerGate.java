package io.lyncwatch.lab.site;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.ticket.BearerVerifier;
import io.lyncwatch.lab.ticket.TicketVerdict;
import io.lyncwatch.lab.web.Request;

/** Takes bearer tokens ("Authentication in UCWA"). */
public record BearerGate(Pages pages, BearerVerifier tokens) implements Gate {
  @Override
  public Passage admit(Request request) {
    return switch (tokens.verify(request)) {
      case TicketVerdict.Valid(User user) -> new Passage.Admitted(user);
      case TicketVerdict.Missing() -> new Passage.Refused(pages.tokenMissing());
      case TicketVerdict.Invalid(String why) ->
          new Passage.Refused(
              pages.diagnosed(pages.tokenMissing(), 28055, "The OAuth token is invalid."));
    };
  }
}
