package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.ticket.WebTicket;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far a server's clock is from ours.
 *
 * @param server its name, as it was asked
 * @param by its clock minus ours
 * @param from what tells, in words
 */
record ClockSkew(String server, Duration by, String from) {
  /**
   * Machines that keep time are within seconds. Kerberos breaks at five minutes, and a ticket is
   * renewed one minute before its end: whoever is warned at a minute has time to act.
   */
  static final Duration BEARABLE = Duration.ofSeconds(60);

  /** From the Date header of an answer, exact to a second; empty if it is no date. */
  static Optional<ClockSkew> ofDate(String server, String date, Instant received) {
    try {
      Instant sent = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(
          new ClockSkew(server, Duration.between(received, sent), "its Date header says " + sent));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  /**
   * From a ticket that was issued just now and yet has not begun or is over. One that began a while
   * ago says nothing: servers may set that time back.
   */
  static Optional<ClockSkew> ofTicket(String server, WebTicket ticket, Instant received) {
    Optional<ClockSkew> early =
        ticket
            .created()
            .filter(received::isBefore)
            .map(begin ->
                new ClockSkew(
                    server, Duration.between(received, begin), "its ticket begins at " + begin));
    return early.or(() ->
        ticket
            .expires()
            .filter(received::isAfter)
            .map(end ->
                new ClockSkew(
                    server, Duration.between(received, end), "its new ticket ended at " + end)));
  }

  /** The graver of two: a proxy's Date may be right where the ticket's server is wrong. */
  ClockSkew orGraver(ClockSkew other) {
    return other.by().abs().compareTo(by.abs()) > 0 ? other : this;
  }

  /** What is to be said of it; nothing if it is small. */
  Optional<Finding> finding() {
    if (by.abs().compareTo(BEARABLE) < 0) {
      return Optional.empty();
    }
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("server", server);
    evidence.put("skew", Words.longTime(by.abs()));
    evidence.put("from", from + ", " + (by.isNegative() ? "behind" : "ahead of") + " ours");
    return Optional.of(Finding.of(Reason.CLOCK_SKEWED, Stage.TICKET, server, evidence));
  }
}
