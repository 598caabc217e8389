package io.lyncwatch.discovery.ticket;

import io.lyncwatch.discovery.text.Excerpt;
import io.lyncwatch.discovery.text.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Why there is no token (RFC 6749 5.2). All of it is safe to show; the description that an
 * authority gives beside is not kept, but for the codes in it.
 *
 * @param error for example {@code invalid_grant}
 * @param suberror what Entra ID says beside, for example {@code consent_required}; may be empty
 * @param codes those of Entra ID, for example {@code AADSTS50126}
 */
public record TokenError(String error, String suberror, List<String> codes) {
  /** An authority that says no more than this means a secret. */
  private static final Set<String> REJECTIONS = Set.of("invalid_grant", "invalid_client");

  private static final Pattern CODE = Pattern.compile("(?<![0-9A-Za-z])AADSTS[0-9]{4,9}(?![0-9])");
  private static final int MOST_CODES = 8;
  private static final int LONGEST = 80;

  /** Copies the list. */
  public TokenError {
    codes = List.copyOf(codes);
  }

  /** One without codes. */
  public static TokenError of(String error) {
    return new TokenError(error, "", List.of());
  }

  /** Reads the body of an answer. */
  static Optional<TokenError> read(JsonNode body) {
    return Json.text(body, "error")
        .map(error ->
            new TokenError(
                Excerpt.of(error, LONGEST),
                Json.text(body, "suberror").map(text -> Excerpt.of(text, LONGEST)).orElse(""),
                codes(body)));
  }

  private static List<String> codes(JsonNode body) {
    Stream<String> listed =
        Json.member(body, "error_codes").stream()
            .flatMap(Json::oneOrMany)
            .filter(JsonNode::isIntegralNumber)
            .map(number -> "AADSTS" + number.asString())
            .filter(code -> CODE.matcher(code).matches());
    Stream<String> described =
        Json.text(body, "error_description").stream()
            .flatMap(text -> CODE.matcher(text).results())
            .map(MatchResult::group);
    return Stream.concat(listed, described).distinct().limit(MOST_CODES).toList();
  }

  /** What it has against the account or the program, if it says that. */
  public Optional<StatedCause> cause() {
    return StatedCause.ofWords(words());
  }

  /** What it wants beside the secret, if it wants that and has nothing else against it. */
  public Optional<MoreAsked> more() {
    return cause().isPresent() ? Optional.empty() : MoreAsked.of(words());
  }

  /** Whether it is the secret that is refused, as far as the answer tells. */
  public boolean rejects() {
    return cause().isPresent() || (more().isEmpty() && REJECTIONS.contains(error));
  }

  private String words() {
    return String.join(" ", codes) + " " + suberror + " " + error;
  }

  /** For people, for example {@code invalid_grant, AADSTS50126}. */
  @Override
  public String toString() {
    return Stream.concat(Stream.of(error), codes.isEmpty() ? Stream.of(suberror) : codes.stream())
        .filter(word -> !word.isEmpty())
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }
}
