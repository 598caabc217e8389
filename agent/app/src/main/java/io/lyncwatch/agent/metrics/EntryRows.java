package io.lyncwatch.agent.metrics;

import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.TargetId;

/** How each scheme of one entry point answered. */
final class EntryRows {
  private EntryRows() {}

  static void write(TargetId target, Facts.Entry facts, Rows.Seen rows) {
    for (Facts.SchemeResult result : facts.schemes()) {
      String domain = target.domain();
      String record = target.name();
      String scheme = result.scheme();
      rows.all(MetricCatalogue.ENTRY_SUCCESS, result.success(), domain, record, scheme);
      rows.any(MetricCatalogue.ENTRY_USABLE, result.usable(), domain, record, scheme);
      result
          .statusCode()
          .ifPresent(
              code -> rows.highest(MetricCatalogue.ENTRY_STATUS, code, domain, record, scheme));
      result
          .phases()
          .forEach((phase, took) ->
              rows.longest(
                  MetricCatalogue.ENTRY_PHASE, took, domain, record, scheme, phase.label()));
    }
  }
}
