package io.lyncwatch.discovery.ticket;

import io.lyncwatch.discovery.text.Json;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the oauthtoken endpoint answered (RFC 6749 5). */
public sealed interface TokenAnswer {
  /** A token. */
  record Issued(BearerToken token) implements TokenAnswer {}

  /** None. */
  record Refused(TokenError why) implements TokenAnswer {}

  /** Something else. */
  record Unreadable() implements TokenAnswer {}

  /** Reads a body. Never throws, whatever it holds. */
  static TokenAnswer read(String body) {
    JsonNode json;
    try {
      json = Json.WITHIN_BOUNDS.readTree(body);
    } catch (JacksonException e) {
      return new Unreadable();
    }
    Optional<TokenAnswer> issued =
        Json.text(json, "access_token")
            .flatMap(token -> BearerToken.of(token, lasts(json)))
            .map(Issued::new);
    return issued.or(() -> TokenError.read(json).map(Refused::new)).orElseGet(Unreadable::new);
  }

  /** Seconds, as a number or as text; some services write it so. */
  private static Optional<Duration> lasts(JsonNode json) {
    return Json.text(json, "expires_in")
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }
}
