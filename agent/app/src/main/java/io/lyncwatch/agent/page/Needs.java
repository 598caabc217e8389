package io.lyncwatch.agent.page;

import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.TargetId;
import java.util.HashMap;
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
  private final List<TargetState> certificates;

  Needs(Seen seen) {
    certificates =
        seen.states().stream()
            .filter(state -> state.target().probe() == ProbeKind.CERTIFICATE)
            .toList();
    seen.endpoints()
        .forEach((view, endpoints) ->
            endpoints.forEach(known ->
                known
                    .needs()
                    .forEach(need -> add(view, known.endpoint().toString(), need.domain()))));
    for (String domain : seen.domains()) {
      certificates.stream()
          .map(TargetState::target)
          .filter(target -> isRecordOf(domain, target.name()))
          .forEach(target -> add(target.view(), target.name(), domain));
    }
  }

  private void add(View view, String endpoint, String domain) {
    domains.computeIfAbsent(new Use(view, endpoint), use -> new TreeSet<>()).add(domain);
  }

  private static boolean isRecordOf(String domain, String endpoint) {
    for (DiscoveryRecord record : DiscoveryRecord.values()) {
      if (endpoint.startsWith(record.label() + "." + domain + ":")) {
        return true;
      }
    }
    return false;
  }

  /** The certificate targets, all of them. */
  List<TargetState> certificates() {
    return certificates;
  }

  /** The certificate targets of the endpoints that a domain needs. */
  List<TargetState> certificatesOf(String domain) {
    return certificates.stream()
        .filter(state -> domainsOf(state.target()).contains(domain))
        .toList();
  }

  /** The domains that need the endpoint of a certificate target, sorted. */
  Set<String> domainsOf(TargetId certificate) {
    return domains.getOrDefault(new Use(certificate.view(), certificate.name()), Set.of());
  }

  private record Use(View view, String endpoint) {}
}
