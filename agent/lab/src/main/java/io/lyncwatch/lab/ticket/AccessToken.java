package io.lyncwatch.lab.ticket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/**
 * A compact web ticket, as a bearer token. Clients take it as it comes; only its first bytes are
 * those of real ones. Behind them stand its claims and a seal of the pool over all before it.
 *
 * @param audience the web site that the token is for, {@code https://lyncweb.contoso.example/}
 * @param sipUri the user, {@code sip:alice@contoso.example}
 * @param expires to the second
 */
record AccessToken(String audience, String sipUri, Instant expires) {
  /** Before the Base64, in the answer and in the header alike. */
  static final String FORM = "cwt=";

  private static final String START = "\0\1\1";
  private static final char BETWEEN = '\n';
  private static final int CLAIMS = 3;

  /** The token as it is sent. */
  String sealed(TicketKey key) {
    String claims =
        START + audience + BETWEEN + sipUri + BETWEEN + expires.getEpochSecond() + BETWEEN;
    return FORM + Base64Text.of((claims + key.seal(claims)).getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what was sealed with this key; empty for any other text. */
  static Optional<AccessToken> read(String token, TicketKey key) {
    return Optional.of(token)
        .filter(text -> text.startsWith(FORM))
        .flatMap(text -> Base64Text.readText(text.substring(FORM.length())))
        .flatMap(text -> open(text, key));
  }

  private static Optional<AccessToken> open(String text, TicketKey key) {
    int seal = text.lastIndexOf(BETWEEN) + 1;
    String claims = text.substring(0, seal);
    boolean sealed =
        MessageDigest.isEqual(
            text.substring(seal).getBytes(StandardCharsets.UTF_8),
            key.seal(claims).getBytes(StandardCharsets.UTF_8));
    String[] parts = claims.split(String.valueOf(BETWEEN), -1);
    return sealed && claims.startsWith(START) && parts.length == CLAIMS + 1
        ? Optional.of(
            new AccessToken(
                parts[0].substring(START.length()),
                parts[1],
                Instant.ofEpochSecond(Long.parseLong(parts[2]))))
        : Optional.empty();
  }

  /** Without the token itself, which is a secret. */
  @Override
  public String toString() {
    return "token of " + sipUri + " for " + audience;
  }
}
