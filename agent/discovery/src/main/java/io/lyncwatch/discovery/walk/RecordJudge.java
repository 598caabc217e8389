package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import io.lyncwatch.discovery.dns.DnsFindings;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

  private static boolean saysNo(Lookup lookup) {
    Status status = lookup.verdict().status();
    return status == Status.NXDOMAIN || status == Status.NO_DATA;
  }

  private static boolean isInternalRecord(Lookup lookup) {
    return lookup.name().startsWith(DiscoveryRecord.LYNCDISCOVERINTERNAL.label() + ".");
  }

  private static Finding unexpected(Lookup lookup) {
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("name", lookup.name());
    evidence.put("resolver", lookup.resolver().name());
    evidence.put(
        "addresses",
        lookup.addresses().stream()
            .map(InetAddress::getHostAddress)
            .collect(Collectors.joining(", ")));
    Reason reason =
        lookup.resolver().view() == View.EXTERNAL && isInternalRecord(lookup)
            ? Reason.DNS_INTERNAL_RECORD_LEAKED
            : Reason.DNS_RECORD_UNEXPECTED;
    return Finding.of(reason, Stage.RESOLVE, lookup.name(), evidence);
  }
}
