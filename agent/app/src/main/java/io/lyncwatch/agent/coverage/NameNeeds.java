package io.lyncwatch.agent.coverage;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * One name that one certificate should cover, wherever it is presented.
 *
 * @param demand the stronger one, if there are both
 * @param endpoints where it should, sorted
 * @param domains the SIP domains whose clients ask, sorted
 */
public record NameNeeds(
    String name, Demand demand, boolean covered, List<String> endpoints, List<String> domains) {
  /** Copies the lists. */
  public NameNeeds {
    endpoints = List.copyOf(endpoints);
    domains = List.copyOf(domains);
  }

  /**
   * Put together.
   *
   * @param rows of one name, in which one certificate stands; at least one
   */
  static NameNeeds of(Leaf leaf, Collection<Row> rows) {
    TreeSet<String> endpoints = new TreeSet<>();
    TreeSet<String> domains = new TreeSet<>();
    boolean asked = false;
    boolean covered = true;
    for (Row row : rows) {
      endpoints.add(row.endpoint().toString());
      domains.addAll(row.domains());
      asked |= row.demand() == Demand.ASKED;
      covered &= !row.lacking().contains(leaf);
    }
    return new NameNeeds(
        rows.iterator().next().name(),
        asked ? Demand.ASKED : Demand.DOCUMENTED,
        covered,
        List.copyOf(endpoints),
        List.copyOf(domains));
  }

  /** Whether a client gets a wrong certificate for it today. */
  public boolean missing() {
    return demand == Demand.ASKED && !covered;
  }
}
