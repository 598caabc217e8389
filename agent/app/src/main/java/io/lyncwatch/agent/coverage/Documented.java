package io.lyncwatch.agent.coverage;

import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.inventory.KnownEndpoint;
import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.report.WebName;
import io.lyncwatch.discovery.walk.EntryPoint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The discovery names that the documentation wants pools and Directors to cover although the
 * records do not lead there today: both of them on an internal web name, {@code lyncdiscover} on an
 * external one, of each SIP domain whose clients the server is known to serve and who use records.
 */
final class Documented {
  private final View view;
  private final Captures captures;
  private final Map<String, List<Use>> uses = new HashMap<>();

  /** A SIP domain, for which a host is a web name on that side. */
  private record Use(WatchedDomain domain, Side side) {}

  private Documented(View view, Captures captures) {
    this.view = view;
    this.captures = captures;
  }

  static List<Row> rows(
      View view, List<WatchedDomain> domains, Inventory inventory, Captures captures) {
    Documented documented = new Documented(view, captures);
    for (WatchedDomain domain : domains) {
      if (domain.byRecords()) {
        Stream.concat(domain.webNames().stream(), inventory.webNames(domain.name(), view).stream())
            .distinct()
            .forEach(name -> documented.add(domain, name));
      }
    }
    return inventory.endpoints(view).stream()
        .filter(Documented::isWebService)
        .flatMap(known -> documented.rows(known.endpoint()).stream())
        .toList();
  }

  private void add(WatchedDomain domain, WebName name) {
    uses.computeIfAbsent(name.name(), n -> new ArrayList<>()).add(new Use(domain, name.side()));
  }

  private static boolean isWebService(KnownEndpoint known) {
    Set<MetEndpoint.Role> others =
        EnumSet.of(MetEndpoint.Role.SIP, MetEndpoint.Role.NODE, MetEndpoint.Role.LISTED);
    return known.needs().stream().anyMatch(need -> !others.contains(need.role()));
  }

  private List<Row> rows(Endpoint endpoint) {
    Map<Leaf, Predicate<String>> leaves = new LinkedHashMap<>();
    captures.of(view, endpoint).stream()
        .map(Leaf::of)
        .forEach(leaf -> leaves.computeIfAbsent(leaf, Leaf::covering));
    Set<String> addresses = addresses(endpoint);
    Map<String, Row> rows = new HashMap<>();
    for (Use use : leaves.isEmpty() ? List.<Use>of() : usesOf(endpoint)) {
      for (DiscoveryRecord record : records(use.side())) {
        String name = use.domain().record(record);
        if (!leadsTo(name, addresses)) {
          rows.putIfAbsent(name, row(endpoint, use.domain(), name, leaves));
        }
      }
    }
    return List.copyOf(rows.values());
  }

  private List<Use> usesOf(Endpoint endpoint) {
    return uses.getOrDefault(endpoint.host(), List.of());
  }

  private static List<DiscoveryRecord> records(Side side) {
    return switch (side) {
      case INTERNAL -> List.of(DiscoveryRecord.values());
      case EXTERNAL -> List.of(DiscoveryRecord.LYNCDISCOVER);
    };
  }

  /** Whether a record leads to one of some addresses today: then its own row tells of the place. */
  private boolean leadsTo(String record, Set<String> addresses) {
    return addresses(new Endpoint(record, EntryPoint.HTTPS)).stream().anyMatch(addresses::contains);
  }

  private Set<String> addresses(Endpoint endpoint) {
    return captures.of(view, endpoint).stream()
        .map(Facts.Presented::address)
        .collect(Collectors.toSet());
  }

  private Row row(
      Endpoint endpoint, WatchedDomain domain, String name, Map<Leaf, Predicate<String>> leaves) {
    List<Leaf> covering = new ArrayList<>();
    List<Leaf> lacking = new ArrayList<>();
    leaves.forEach((leaf, covers) -> (covers.test(name) ? covering : lacking).add(leaf));
    return new Row(
        view, endpoint, name, Demand.DOCUMENTED, List.of(domain.name()), covering, lacking, false);
  }
}
