package io.lyncwatch.agent.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Days as ISO 8601 writes them: {@code 2027-01-31}. */
final class Dates {
  private Dates() {}

  /**
   * Reads a day.
   *
   * @throws IllegalArgumentException with a message for people
   */
  static LocalDate parse(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a day: write year, month and day, such as 2027-01-31", e);
    }
  }
}
