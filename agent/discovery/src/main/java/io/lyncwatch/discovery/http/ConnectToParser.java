package io.lyncwatch.discovery.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one {@link ConnectTo} rule and says what is wrong with it. */
final class ConnectToParser {
  private static final Pattern PART =
      Pattern.compile("(?:\\[(?<bracketed>[^\\[\\]]*)]|(?<bare>[^:\\[\\]]*))(:|$)");

  private final String rule;

  ConnectToParser(String rule) {
    this.rule = rule;
  }

  ConnectTo parse() {
    List<String> parts = parts();
    if (parts.size() != 4) {
      throw wrong(
          "it has "
              + parts.size()
              + (parts.size() == 1 ? " part" : " parts")
              + (rule.contains("[") ? "" : "; put IPv6 addresses in brackets"));
    }
    if (parts.get(2).isEmpty() && parts.get(3).isEmpty()) {
      throw wrong("HOST2 and PORT2 are both empty, so it moves nothing");
    }
    return new ConnectTo(
        host(parts.get(0)), port(parts.get(1)), host(parts.get(2)), port(parts.get(3)));
  }

  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    Matcher part = PART.matcher(rule);
    boolean more = true;
    for (int from = 0; more; from = part.end()) {
      if (!part.region(from, rule.length()).lookingAt()) {
        throw wrong("brackets go around a whole IPv6 address");
      }
      String bracketed = part.group("bracketed");
      parts.add(bracketed == null ? part.group("bare") : bracketed);
      more = part.group(3).equals(":");
    }
    return parts;
  }

  private Optional<String> host(String part) {
    try {
      return part.isEmpty() ? Optional.empty() : Optional.of(ConnectTo.host(part));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private OptionalInt port(String part) {
    if (part.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!part.matches("\\d{1,5}")
        || Integer.parseInt(part) < 1
        || Integer.parseInt(part) > 65_535) {
      throw wrong("'" + part + "' is not a port between 1 and 65535");
    }
    return OptionalInt.of(Integer.parseInt(part));
  }

  private IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException(
        "'" + rule + "' is not a connect-to rule HOST:PORT:HOST2:PORT2: " + why);
  }
}
