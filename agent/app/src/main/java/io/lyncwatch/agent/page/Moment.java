package io.lyncwatch.agent.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An instant as people read it.
 *
 * @param at the instant itself
 * @param shownAt when the page is made, to which it is told how far away it is
 */
public record Moment(Instant at, Instant shownAt) {
  private static final DateTimeFormatter TIME = formatter("HH:mm:ss");
  private static final DateTimeFormatter DATE_AND_TIME = formatter("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter MACHINE = formatter("yyyy-MM-dd'T'HH:mm:ss'Z'");

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** For the {@code datetime} of a time element. */
  public String machine() {
    return MACHINE.format(at);
  }

  /**
   * Hours, minutes and seconds of the day in UTC; with the date, and to the minute, if far away.
   */
  public String absolute() {
    boolean near = distance().compareTo(Duration.ofHours(12)) < 0;
    return (near ? TIME : DATE_AND_TIME).format(at);
  }

  /** Whether it has come. */
  boolean past() {
    return !at.isAfter(shownAt);
  }

  /** For example {@code 12 s ago} or {@code in 9 days}, never more than has passed or is left. */
  public String relative() {
    return past() ? amount() + " ago" : "in " + amount();
  }

  private String amount() {
    Duration distance = distance();
    if (distance.compareTo(Duration.ofMinutes(2)) < 0) {
      return distance.toSeconds() + " s";
    }
    if (distance.compareTo(Duration.ofHours(2)) < 0) {
      return distance.toMinutes() + " min";
    }
    return distance.compareTo(Duration.ofDays(2)) < 0
        ? distance.toHours() + " h"
        : distance.toDays() + " days";
  }

  private Duration distance() {
    return Duration.between(at, shownAt).abs();
  }
}
