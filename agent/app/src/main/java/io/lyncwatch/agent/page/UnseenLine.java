package io.lyncwatch.agent.page;

import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.text.Excerpt;

/**
 * An endpoint that presents no certificate.
 *
 * @param place the endpoint, and from which side
 * @param why what the last run says of it
 */
public record UnseenLine(String place, String why) {
  private static final int LONGEST = 600;

  static UnseenLine of(Report report) {
    return new UnseenLine(
        report.target().name() + " (" + ViewStatus.side(report.target().view()) + ")",
        Excerpt.of(report.summary(), LONGEST));
  }
}
