package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.web.Request;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;

/** Judges the web ticket that a request brings to one site of a pool. */
public final class TicketVerifier {
  private static final String FORM = "opaque=";
  private static final int CHARACTERS = 16_384;

  private final TicketKey key;
  private final ClaimsJudge judge;

  /**
   * A verifier for one site.
   *
   * @param key the pool's
   * @param webHost the web name that tickets must have been asked for
   * @param users read anew for each ticket
   */
  public TicketVerifier(
      TicketKey key, String webHost, Collection<User> users, InstantSource clock) {
    this.key = key;
    this.judge = new ClaimsJudge(Audience.of(webHost), new Accounts(users), clock);
  }

  /** Reads the header {@code X-MS-WebTicket: opaque=<Base64 of the assertion as it was issued>}. */
  public TicketVerdict verify(Request request) {
    return request
        .header("X-MS-WebTicket")
        .<TicketVerdict>map(this::verify)
        .orElseGet(TicketVerdict.Missing::new);
  }

  private TicketVerdict verify(String header) {
    if (header.length() > CHARACTERS || !header.regionMatches(true, 0, FORM, 0, FORM.length())) {
      return new TicketVerdict.Invalid("not of the form opaque=<Base64>");
    }
    Optional<Assertion> assertion =
        Base64Text.readText(header.substring(FORM.length()))
            .flatMap(text -> Assertion.read(text, key));
    return assertion
        .map(this::verify)
        .orElseGet(() -> new TicketVerdict.Invalid("not a ticket of this pool, or damaged"));
  }

  private TicketVerdict verify(Assertion assertion) {
    return judge.judge(
        assertion.audience(), assertion.sipUri(), assertion.notBefore(), assertion.notOnOrAfter());
  }
}
