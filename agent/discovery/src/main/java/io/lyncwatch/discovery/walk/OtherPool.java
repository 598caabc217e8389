package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells a server that was asked as one pool and answers for another. */
final class OtherPool {
  private OtherPool() {}

  /** A pool that is asked by its own name has to name itself somewhere in its documents. */
  static Optional<Finding> judge(EntryPoint entry, Set<Statement> statements) {
    Set<String> hosts =
        statements.stream().map(Statement::host).collect(Collectors.toCollection(TreeSet::new));
    if (!(entry instanceof EntryPoint.Pool) || hosts.isEmpty() || hosts.contains(entry.host())) {
      return Optional.empty();
    }
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("name", entry.host());
    evidence.put("hosts", String.join(", ", hosts));
    return Optional.of(Finding.of(Reason.TOPOLOGY_OTHER_POOL, Stage.ROOT, entry.host(), evidence));
  }
}
