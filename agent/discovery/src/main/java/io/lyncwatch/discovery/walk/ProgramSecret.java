package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.auth.OAuthClient.Grant;
import io.lyncwatch.discovery.ticket.StatedCause;
import io.lyncwatch.discovery.ticket.TokenError;
import java.util.Map;
import java.util.Optional;

/**
 * The words for a rejection where it is the secret of a program that an authority rejects, and not
 * the password of a user.
 *
 * @param clientId by which the authority knows the program
 * @param beside whether a secret of the program was sent beside the password of a user
 */
record ProgramSecret(String clientId, Grant grant, boolean beside) {
  private static final String MISSING_ONE =
      "Put a secret of the program under oauth as client-secret, or register it at the authority as"
          + " a public client";

  private static final String NEW_ONE =
      "Look at the registration of the program at the authority, make a new secret there, and put"
          + " its value in place";

  /** Whether it is about the program: who signs in as nobody else, or is told so. */
  boolean isBlamed(TokenError why) {
    return grant == Grant.CLIENT_CREDENTIALS
        || why.cause().map(ProgramSecret::isOfProgram).orElse(why.error().equals("invalid_client"));
  }

  private static boolean isOfProgram(StatedCause cause) {
    return cause == StatedCause.PROGRAM_EXPIRED || cause == StatedCause.PROGRAM_WRONG;
  }

  /** What a finding says in place of what it says of users. */
  Map<String, String> evidence(Optional<StatedCause> cause) {
    return cause.filter(StatedCause.PROGRAM_EXPIRED::equals).isPresent()
        ? Map.of("expired", name(), "remedy", NEW_ONE + nextTime())
        : Map.of(
            "rejected",
            isMissing() ? "the program " + clientId + ", which has no secret here" : name(),
            "suspects",
            suspects(cause),
            "remedy",
            isMissing() ? MISSING_ONE : NEW_ONE);
  }

  /** The day that the configuration knows is that of the account's own secret. */
  private String nextTime() {
    return grant == Grant.CLIENT_CREDENTIALS
        ? "; name its last day with password-expires to be warned of the next time"
        : "";
  }

  private boolean isMissing() {
    return grant == Grant.PASSWORD && !beside;
  }

  private String name() {
    return "the secret of the program " + clientId;
  }

  private String suspects(Optional<StatedCause> cause) {
    if (cause.filter(StatedCause.PROGRAM_WRONG::equals).isPresent()) {
      return "It says that the secret is wrong: it wants the value of the secret, not its ID.";
    }
    String missing =
        isMissing() ? "a client-secret that the program needs and that is not configured; " : "";
    return "What it may be, the likeliest first: "
        + missing
        + "a secret that has expired at the authority; its ID in place of its value; a wrong or"
        + " changed one; another client-id or tenant than the one that it was made for.";
  }
}
