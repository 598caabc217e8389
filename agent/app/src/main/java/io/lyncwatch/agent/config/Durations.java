package io.lyncwatch.agent.config;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: a whole number and a unit, {@code 500ms}, {@code 30s}. */
final class Durations {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h|d)");

  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private Durations() {}

  /**
   * Reads a duration that lies between two others, both allowed.
   *
   * @throws IllegalArgumentException with a message for people
   */
  static Duration parse(String text, String least, String most) {
    Duration duration = parse(text);
    if (duration.compareTo(parse(least)) < 0 || duration.compareTo(parse(most)) > 0) {
      throw new IllegalArgumentException(
          "'" + text + "' is out of range: from " + least + " to " + most);
    }
    return duration;
  }

  /**
   * Reads a duration.
   *
   * @throws IllegalArgumentException with a message for people
   */
  static Duration parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a duration: write a whole number and a unit (ms, s, m, h, d), such as "
              + (text.matches("\\d{1,9}") ? text + "s" : "30s"));
    }
    Duration unit = UNITS.getOrDefault(form.group(2), Duration.ZERO);
    return unit.multipliedBy(Long.parseLong(form.group(1)));
  }
}
