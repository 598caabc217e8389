package io.lyncwatch.discovery.walk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * That a password is about to end, or has ended, by what the operator knows of it. Whether it
 * really has only the service can say, so this never is worse than a warning.
 *
 * @param day begins where it ends, by UTC
 * @param left days until then; negative afterwards
 */
record PasswordEnd(LocalDate day, long left) {
  private static final int WARN_DAYS = 14;

  /** What there is to say; nothing until two weeks before. */
  static Optional<PasswordEnd> judge(Optional<LocalDate> day, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return day.map(end -> new PasswordEnd(end, ChronoUnit.DAYS.between(today, end)))
        .filter(end -> end.left() <= WARN_DAYS);
  }

  Map<String, String> evidence() {
    return Map.of("date", day.toString(), "ends", words());
  }

  private String words() {
    if (left == 0) {
      return "ends today";
    }
    String days = Math.abs(left) == 1 ? "1 day" : Math.abs(left) + " days";
    return left > 0 ? "ends in " + days : "has ended " + days + " ago";
  }
}
