package io.lyncwatch.discovery.dns;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xbill.DNS.Rcode;

/** What answers without an address, or answers that differ, mean for sign-in. */
public final class DnsFindings {
  private DnsFindings() {}

  /** Why a look-up gave no address; empty if it gave one. */
  public static Optional<Finding> of(Stage stage, Lookup lookup) {
    return of(stage, lookup.verdict());
  }

  /** Why one answer has no address; empty if it has one. */
  public static Optional<Finding> of(Stage stage, DnsAnswer answer) {
    return reason(answer.status())
        .map(reason -> Finding.of(reason, stage, answer.name(), evidence(answer)));
  }

  /**
   * Resolvers of one view that give different addresses for one name, or of which some say that it
   * has none. A resolver that gave no definite answer agrees with all.
   *
   * @param lookups of one name, one from each resolver of a view
   */
  public static Optional<Finding> disagreement(List<Lookup> lookups) {
    List<Lookup> definite = lookups.stream().filter(DnsFindings::definite).toList();
    if (definite.stream().map(lookup -> Set.copyOf(lookup.addresses())).distinct().count() < 2) {
      return Optional.empty();
    }
    String name = definite.getFirst().name();
    String answers =
        definite.stream()
            .map(lookup -> lookup.resolver().name() + ": " + inWords(lookup))
            .collect(Collectors.joining("; "));
    return Optional.of(
        Finding.of(
            Reason.DNS_RESOLVERS_DISAGREE,
            Stage.RESOLVE,
            name,
            Map.of("name", name, "answers", answers)));
  }

  private static Optional<Reason> reason(Status status) {
    return switch (status) {
      case ADDRESSES -> Optional.empty();
      case NO_DATA -> Optional.of(Reason.DNS_NO_ADDRESS);
      case NXDOMAIN -> Optional.of(Reason.DNS_NXDOMAIN);
      case FAILURE -> Optional.of(Reason.DNS_SERVFAIL);
      case TIMEOUT -> Optional.of(Reason.DNS_TIMEOUT);
      case UNREACHABLE -> Optional.of(Reason.DNS_UNREACHABLE);
      case MALFORMED -> Optional.of(Reason.DNS_MALFORMED);
    };
  }

  private static Map<String, String> evidence(DnsAnswer answer) {
    Resolver resolver = answer.resolver();
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("name", answer.name());
    evidence.put("resolver", resolver.name());
    if (resolver.view() != View.ANY) {
      evidence.put("view", resolver.view().label());
    }
    InetAddress address = resolver.address().getAddress();
    evidence.put(
        "address", address == null ? resolver.address().getHostString() : address.getHostAddress());
    evidence.put("port", Integer.toString(resolver.address().getPort()));
    evidence.put("waited", String.format(Locale.ROOT, "%.1f s", answer.took().toMillis() / 1000.0));
    answer.rcode().ifPresent(rcode -> evidence.put("rcode", Rcode.string(rcode)));
    if (!answer.aliases().isEmpty()) {
      evidence.put("alias", " (CNAME " + String.join(", ", answer.aliases()) + ")");
    }
    if (!answer.detail().isEmpty()) {
      evidence.put("detail", answer.detail());
    }
    return evidence;
  }

  static boolean definite(Lookup lookup) {
    return definite(lookup.a().status()) && definite(lookup.aaaa().status());
  }

  private static boolean definite(Status status) {
    return switch (status) {
      case ADDRESSES, NO_DATA, NXDOMAIN -> true;
      case FAILURE, TIMEOUT, UNREACHABLE, MALFORMED -> false;
    };
  }

  private static String inWords(Lookup lookup) {
    return lookup.resolved()
        ? lookup.addresses().stream()
            .map(InetAddress::getHostAddress)
            .sorted()
            .collect(Collectors.joining(", "))
        : "no address";
  }
}
