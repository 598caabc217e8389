package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.web.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;

/** Judges the bearer token (RFC 6750, section 2.1) that a request brings to one site of a pool. */
public final class BearerVerifier {
  private static final String SCHEME = "Bearer ";
  private static final int CHARACTERS = 16_384;

  private final TicketKey key;
  private final Optional<TicketKey> authority;
  private final ClaimsJudge judge;

  /**
   * A verifier for one site.
   *
   * @param key the pool's
   * @param authority that of the authority outside whose tokens it takes, too
   * @param webHost the web name that issued the token
   * @param users read anew for each token
   */
  public BearerVerifier(
      TicketKey key,
      Optional<TicketKey> authority,
      String webHost,
      Collection<User> users,
      InstantSource clock) {
    this.key = key;
    this.authority = authority;
    this.judge = new ClaimsJudge(Audience.of(webHost), new Accounts(users), clock);
  }

  /** Reads the header {@code Authorization: Bearer cwt=<Base64>}, or with the authority's. */
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
        .or(() -> authority.flatMap(outside -> LoginToken.read(token, outside)))
        .map(this::verify)
        .orElseGet(() -> new TicketVerdict.Invalid("not a token of this pool, or damaged"));
  }

  private TicketVerdict verify(AccessToken token) {
    return judge.judge(token.audience(), token.sipUri(), Instant.EPOCH, token.expires());
  }
}
