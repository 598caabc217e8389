package io.lyncwatch.agent.page;

import io.lyncwatch.agent.inventory.KnownEndpoint;
import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.TargetId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which SIP domains need which endpoints: those that their walks came to, and their own discovery
 * records even while no walk gets that far.
 */
final class Needs {
  private final Map<Use, Set<String>> domains = new HashMap<>();
  private final Set<Use> nodes = new HashSet<>();
  private final List<TargetState> certificates;
  private final Map<String, List<TargetState>> byDomain = new HashMap<>();

  Needs(Seen seen) {
    certificates =
        seen.states().stream()
            .filter(state -> state.target().probe() == ProbeKind.CERTIFICATE)
            .toList();
    seen.endpoints()
        .forEach((view, endpoints) ->
            endpoints.forEach(known ->
                known.needs().forEach(need -> add(view, known.endpoint().toString(), need))));
    Map<String, String> records = records(seen.domains());
    for (TargetState state : certificates) {
      TargetId target = state.target();
      String domain = records.get(host(target.name()));
      if (domain != null) {
        add(target.view(), target.name(), domain);
      }
      domainsOf(target).forEach(needing -> byDomain(needing).add(state));
    }
  }

  private void add(View view, String endpoint, KnownEndpoint.Need need) {
    if (need.role() == MetEndpoint.Role.NODE) {
      nodes.add(new Use(view, endpoint));
    }
    add(view, endpoint, need.domain());
  }

  /** Of what the operator lists, no SIP domain may be known to need it. */
  private void add(View view, String endpoint, String domain) {
    if (domain.isEmpty()) {
      return;
    }
    domains.computeIfAbsent(new Use(view, endpoint), use -> new TreeSet<>()).add(domain);
  }

  /** The SIP domain of each discovery record's name. */
  private static Map<String, String> records(List<String> domains) {
    Map<String, String> records = new HashMap<>();
    for (String domain : domains) {
      for (DiscoveryRecord record : DiscoveryRecord.values()) {
        records.put(record.label() + "." + domain, domain);
      }
    }
    return records;
  }

  private static String host(String endpoint) {
    int port = endpoint.lastIndexOf(':');
    return port < 0 ? endpoint : endpoint.substring(0, port);
  }

  private List<TargetState> byDomain(String domain) {
    return byDomain.computeIfAbsent(domain, d -> new ArrayList<>());
  }

  /** The certificate targets, all of them. */
  List<TargetState> certificates() {
    return certificates;
  }

  /** The certificate targets of the endpoints that a domain needs. */
  List<TargetState> certificatesOf(String domain) {
    return byDomain.getOrDefault(domain, List.of());
  }

  /** The domains that need the endpoint of a certificate target, sorted. */
  Set<String> domainsOf(TargetId certificate) {
    return domains.getOrDefault(new Use(certificate.view(), certificate.name()), Set.of());
  }

  /** Whether only the reverse proxy comes to the endpoint of a certificate target. */
  boolean isNode(TargetId certificate) {
    return nodes.contains(new Use(certificate.view(), certificate.name()));
  }

  private record Use(View view, String endpoint) {}
}
