package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import io.lyncwatch.discovery.dns.DnsFindings;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.dns.Wildcard;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges what one resolver says of a name against what it should say. */
public final class RecordJudge {
  private RecordJudge() {}

  /**
   * Whether the answer is the expected one. Where nothing is expected, only a resolver that does
   * not do its work is wrong.
   */
  public static boolean asExpected(Lookup lookup, Expected expected) {
    return switch (expected) {
      case PRESENT -> lookup.resolved();
      case ABSENT -> !lookup.resolved() && saysNo(lookup);
      case ANY -> lookup.resolved() || saysNo(lookup);
    };
  }

  /** What is wrong with it, if anything is. */
  public static Optional<Finding> judge(Lookup lookup, Expected expected) {
    if (asExpected(lookup, expected)) {
      return Optional.empty();
    }
    return lookup.resolved()
        ? Optional.of(unexpected(lookup))
        : DnsFindings.of(Stage.RESOLVE, lookup);
  }

  /**
   * What is wrong with a discovery record, with its cause if a wildcard record answers for it. For
   * a record that should be there that is worth knowing only.
   */
  public static List<Finding> judge(Lookup lookup, Expected expected, Optional<Wildcard> wildcard) {
    Optional<Finding> wrong = judge(lookup, expected);
    if (wildcard.filter(record -> record.answersFor(lookup)).isEmpty()) {
      return wrong.stream().toList();
    }
    Finding cause =
        Finding.of(Reason.DNS_WILDCARD, Stage.RESOLVE, lookup.name(), evidence(lookup))
            .atMost(wrong.isPresent() ? Severity.WARNING : Severity.INFO);
    return Stream.concat(Stream.of(cause), wrong.map(Finding::asConsequence).stream()).toList();
  }

  private static boolean saysNo(Lookup lookup) {
    Status status = lookup.verdict().status();
    return status == Status.NXDOMAIN || status == Status.NO_DATA;
  }

  private static boolean isInternalRecord(Lookup lookup) {
    return lookup.name().startsWith(DiscoveryRecord.LYNCDISCOVERINTERNAL.label() + ".");
  }

  private static Map<String, String> evidence(Lookup lookup) {
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("name", lookup.name());
    evidence.put("resolver", lookup.resolver().name());
    evidence.put(
        "addresses",
        lookup.addresses().stream()
            .map(InetAddress::getHostAddress)
            .collect(Collectors.joining(", ")));
    return evidence;
  }

  private static Finding unexpected(Lookup lookup) {
    Reason reason =
        lookup.resolver().view() == View.EXTERNAL && isInternalRecord(lookup)
            ? Reason.DNS_INTERNAL_RECORD_LEAKED
            : Reason.DNS_RECORD_UNEXPECTED;
    return Finding.of(reason, Stage.RESOLVE, lookup.name(), evidence(lookup));
  }
}
