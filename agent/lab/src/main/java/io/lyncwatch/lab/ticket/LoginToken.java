package io.lyncwatch.lab.ticket;

import java.util.Optional;

/** A token of the authority outside. Clients take it as it comes; it begins as a JWT does. */
final class LoginToken {
  private static final String START = "eyJhbGciOiJIUzI1NiJ9.";

  private LoginToken() {}

  /** The claims as they are sent. */
  static String sealed(AccessToken claims, TicketKey key) {
    return START + claims.sealed(key).substring(AccessToken.FORM.length());
  }

  /** Reads what was sealed with this key; empty for any other text. */
  static Optional<AccessToken> read(String token, TicketKey key) {
    return Optional.of(token)
        .filter(text -> text.startsWith(START))
        .flatMap(text -> AccessToken.read(AccessToken.FORM + text.substring(START.length()), key));
  }
}
