package io.lyncwatch.agent.metrics;

import static io.lyncwatch.agent.metrics.MetricCatalogue.DNS_ADDRESSES;
import static io.lyncwatch.agent.metrics.MetricCatalogue.DNS_LOOKUP_SECONDS;
import static io.lyncwatch.agent.metrics.MetricCatalogue.DNS_RCODE;
import static io.lyncwatch.agent.metrics.MetricCatalogue.DNS_RESOLVED;
import static io.lyncwatch.agent.metrics.MetricCatalogue.DNS_SUCCESS;
import static io.lyncwatch.agent.metrics.MetricCatalogue.DNS_TTL;

import io.lyncwatch.discovery.dns.DnsAnswer;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.TargetId;

/** What one resolver said of the names of one SIP domain. */
final class DnsRows {
  private DnsRows() {}

  static void write(TargetId target, Facts.Dns facts, Rows.Seen rows) {
    for (Facts.RecordLookup asked : facts.lookups()) {
      Lookup lookup = asked.lookup();
      String record = asked.record().label();
      String resolver = lookup.resolver().name();
      rows.all(DNS_SUCCESS, asked.asExpected(), target.domain(), record, lookup.name(), resolver);
      rows.all(DNS_RESOLVED, lookup.resolved(), target.domain(), record, lookup.name(), resolver);
      write(target, record, lookup.a(), rows);
      write(target, record, lookup.aaaa(), rows);
    }
  }

  private static void write(TargetId target, String record, DnsAnswer answer, Rows.Seen rows) {
    String[] labels = {
      target.domain(), record, answer.name(), answer.resolver().name(), answer.type().name()
    };
    if (answer.tells()) {
      rows.lowest(DNS_ADDRESSES, answer.addresses().size(), labels);
    }
    answer.ttlSeconds().ifPresent(ttl -> rows.lowest(DNS_TTL, (double) ttl, labels));
    answer.rcode().ifPresent(rcode -> rows.highest(DNS_RCODE, rcode, labels));
    rows.longest(DNS_LOOKUP_SECONDS, answer.took(), labels);
  }
}
