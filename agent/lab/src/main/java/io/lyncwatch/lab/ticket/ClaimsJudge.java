package io.lyncwatch.lab.ticket;

import java.time.Instant;
import java.time.InstantSource;

/** Judges what a ticket says, once its seal is known to be the pool's. */
record ClaimsJudge(Audience audience, Accounts accounts, InstantSource clock) {
  private static final String SIP = "sip:";

  TicketVerdict judge(String forAudience, String sipUri, Instant notBefore, Instant expires) {
    Instant now = clock.instant();
    if (now.isBefore(notBefore)) {
      return new TicketVerdict.Invalid("not valid yet");
    }
    if (!now.isBefore(expires)) {
      return new TicketVerdict.Invalid("expired");
    }
    if (!forAudience.equals(audience.uri())) {
      return new TicketVerdict.Invalid("for another audience");
    }
    return accounts
        .at(sipUri.substring(SIP.length()))
        .<TicketVerdict>map(TicketVerdict.Valid::new)
        .orElseGet(() -> new TicketVerdict.Invalid("for a user who is no more"));
  }
}
