package io.lyncwatch.discovery.walk;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One challenge of a 401 (RFC 9110 11.3).
 *
 * @param name of the scheme, as it is spelled
 * @param parts what stands behind it between commas: a token or parameters
 */
record OfferedScheme(String name, List<String> parts) {
  /** A value ends at its quote, at the end if that is left open, else at a space. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?<![^\\s])(?<name>[A-Za-z0-9_-]++)\\s*+=\\s*+(?:\"(?<quoted>(?:[^\"\\\\]|\\\\.)*+)|(?<bare>[^\\s\"]*+))");

  /** A backslash in a quoted value stands before what is meant (RFC 9110 5.6.4). */
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  private static final Pattern END_OF_URL = Pattern.compile("[\\s,]");

  OfferedScheme {
    parts = List.copyOf(parts);
  }

  boolean isNamed(String scheme) {
    return name.equalsIgnoreCase(scheme);
  }

  /** What stands right behind the name, empty if nothing does. */
  String token() {
    return parts.isEmpty() ? "" : parts.getFirst().split(",", 2)[0].strip();
  }

  /** The value of a parameter, its name compared regardless of case. */
  Optional<String> value(String parameter) {
    for (String part : parts) {
      Matcher found = PARAMETER.matcher(part);
      while (found.find()) {
        if (found.group("name").equalsIgnoreCase(parameter)) {
          String quoted = found.group("quoted");
          return Optional.of(
              (quoted == null ? found.group("bare") : ESCAPED.matcher(quoted).replaceAll("$1"))
                  .strip());
        }
      }
    }
    return Optional.empty();
  }

  /** The same for a URL, which no quote has to end. */
  Optional<String> url(String parameter) {
    return value(parameter).map(value -> END_OF_URL.split(value, 2)[0]);
  }
}
