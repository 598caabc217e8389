package io.lyncwatch.agent.change;

import io.lyncwatch.discovery.report.Change;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Facts.NodeResult;
import io.lyncwatch.discovery.report.Names;
import io.lyncwatch.discovery.report.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The machines that answer at one entry point, by the names that they give themselves.
 *
 * <p>Behind the one address of a balancer each run meets another of them, so some time passes until
 * all are known, and missing one once says nothing: what is met in the first runs was there before,
 * and what has not been met in as many runs is gone. A run that had no answer from some address
 * does not count against anyone.
 *
 * @param missed the machines, and in how many runs in a row each was not met
 * @param runs how many have counted, up to the patience that so many machines need
 */
record NodeWatch(Map<String, Integer> missed, int runs) implements Watch {
  static final NodeWatch NOTHING = new NodeWatch(Map.of(), 0);

  /** How many runs it takes at least. */
  static final int PATIENCE = 30;

  /**
   * How many more for each machine: one that a balancer picks by chance among them is missed by
   * twelve times as many runs once in 160,000 times, which is once in months of runs a minute
   * apart.
   */
  private static final int FOR_EACH = 12;

  /** As many machines are known; a hostile server could name another in each answer. */
  private static final int ROOM = 256;

  @Override
  public Step after(Report report) {
    if (!(report.facts() instanceof Facts.Entry facts) || facts.nodes().isEmpty()) {
      return Step.quiet(this);
    }
    boolean allAnswered = facts.nodes().stream().allMatch(node -> node.node().isPresent());
    Set<String> met =
        facts.nodes().stream()
            .map(NodeResult::node)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    NodeWatch next = after(met, allAnswered);
    boolean changed = runs >= patience() && !next.missed.keySet().equals(missed.keySet());
    return new Step(
        next,
        changed
            ? List.of(
                new Change.Members(
                    Change.Kind.NODES,
                    report.target().name(),
                    Names.of(missed.keySet()),
                    Names.of(next.missed.keySet())))
            : List.of());
  }

  private NodeWatch after(Set<String> met, boolean allAnswered) {
    Map<String, Integer> next = new HashMap<>(missed);
    if (allAnswered) {
      next.replaceAll((machine, times) -> times + 1);
      next.values().removeIf(times -> times >= patience());
    }
    met.stream()
        .filter(machine -> next.containsKey(machine) || next.size() < ROOM)
        .forEach(machine -> next.put(machine, 0));
    return new NodeWatch(
        Map.copyOf(next), allAnswered ? Math.min(runs + 1, FOR_EACH * ROOM) : runs);
  }

  private int patience() {
    return Math.max(PATIENCE, FOR_EACH * missed.size());
  }
}
