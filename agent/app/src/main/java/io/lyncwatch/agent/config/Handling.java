package io.lyncwatch.agent.config;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How an account is dealt with beyond signing in.
 *
 * @param spacing from the end of one of its sign-ins to the beginning of the next, over all views
 * @param reuseTickets whether a ticket is used again for as long as it is valid
 * @param passwordExpires the day on which its password ends, if it does
 */
public record Handling(
    Duration spacing, boolean reuseTickets, Optional<LocalDate> passwordExpires) {
  /** Where the file says nothing of it. */
  public static final Handling DEFAULT =
      new Handling(Duration.ofSeconds(5), false, Optional.empty());

  /**
   * Reads it from what stands at an account.
   *
   * @param section also holds what others read
   */
  static Handling read(Section section) {
    return new Handling(
        section
            .value("spacing", text -> Durations.parse(text, "0s", "10m"))
            .orElse(DEFAULT.spacing()),
        section.get("reuse-tickets").flatMap(Setting::flag).orElse(DEFAULT.reuseTickets()),
        section.value("password-expires", Dates::parse));
  }
}
