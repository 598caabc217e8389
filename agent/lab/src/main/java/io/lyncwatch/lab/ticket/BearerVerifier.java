package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.web.Request;
import java.time.InstantSource;
import java.util.Collection;

/** Judges the bearer token (RFC 6750, section 2.1) that a request brings to one site of a pool. */
public final class BearerVerifier {
  private static final String SCHEME = "Bearer ";
  private static final int CHARACTERS = 16_384;

  private final TicketKey key;
  private final Audience audience;
  private final Accounts accounts;
  private final InstantSource clock;

  /**
   * A verifier for one site.
   *
   * @param key the pool's
   * @param webHost the web name that issued the token
   * @param users read anew for each token
   */
  public BearerVerifier(
      TicketKey key, String webHost, Collection<User> users, InstantSource clock) {
    this.key = key;
    this.audience = Audience.of(webHost);
    this.accounts = new Accounts(users);
    this.clock = clock;
  }

  /** Reads the header {@code Authorization: Bearer cwt=<Base64>}. */
  public TicketVerdict verify(Request request) {
    return request
        .header("Authorization")
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip())
        .<TicketVerdict>map(this::verify)
        .orElseGet(TicketVerdict.Missing::new);
  }

  private TicketVerdict verify(String token) {
    if (token.length() > CHARACTERS) {
      return new TicketVerdict.Invalid("too long");
    }
    return AccessToken.read(token, key)
        .map(this::verify)
        .orElseGet(() -> new TicketVerdict.Invalid("not a token of this pool, or damaged"));
  }

  private TicketVerdict verify(AccessToken token) {
    if (!clock.instant().isBefore(token.expires())) {
      return new TicketVerdict.Invalid("expired");
    }
    if (!token.audience().equals(audience.uri())) {
      return new TicketVerdict.Invalid("for another audience");
    }
    return accounts
        .at(token.sipUri().substring("sip:".length()))
        .<TicketVerdict>map(TicketVerdict.Valid::new)
        .orElseGet(() -> new TicketVerdict.Invalid("for a user who is no more"));
  }
}
