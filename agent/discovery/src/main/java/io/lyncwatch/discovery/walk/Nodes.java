package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The nodes behind one name, held against each other: what is found at some of them only says at
 * which, and if their documents differ, that is a finding of its own.
 *
 * @param name that leads to all of them
 * @param count how many it leads to
 * @param due how many of them this run is to ask
 * @param visits of those that were asked
 */
public record Nodes(String name, int count, int due, List<NodeVisit> visits) {
  private static final int MOST_SHOWN = 5;

  /** Copies the list. */
  public Nodes {
    visits = List.copyOf(visits);
  }

  /** Whether all were asked that were to be. */
  public boolean complete() {
    return visits.size() == due;
  }

  /** One finding per stage and reason. */
  public List<Finding> findings() {
    List<Finding> all =
        visits.stream()
            .flatMap(visit -> visit.findings().stream())
            .collect(Collectors.toCollection(ArrayList::new));
    List<Finding> merged = new ArrayList<>(Merged.of(all).stream().map(this::shared).toList());
    disagreement().ifPresent(merged::add);
    return merged;
  }

  /** Says how many of the nodes a finding is true of, and of which. */
  private Finding shared(Finding finding) {
    return count < 2
        ? finding
        : finding.with(
            Finding.NODES, share(visits.stream().filter(v -> v.shows(finding)).toList()));
  }

  private String share(List<NodeVisit> some) {
    String asked = visits.size() < count ? " nodes asked behind " : " nodes behind ";
    return some.size() == visits.size() && some.size() > 1
        ? "all " + some.size() + asked + name
        : some.size() + " of " + visits.size() + asked + name + ": " + labels(some);
  }

  private static String labels(List<NodeVisit> some) {
    return shown(some.stream().map(NodeVisit::label).toList());
  }

  private static String shown(List<String> all) {
    String first = all.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
    int more = all.size() - MOST_SHOWN;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private Optional<Finding> disagreement() {
    Map<Set<Statement>, List<NodeVisit>> alike =
        visits.stream()
            .filter(NodeVisit::heardOut)
            .collect(
                Collectors.groupingBy(NodeVisit::says, LinkedHashMap::new, Collectors.toList()));
    if (alike.size() < 2) {
      return Optional.empty();
    }
    List<NodeVisit> odd = odd(alike);
    Finding finding =
        Finding.of(Reason.TOPOLOGY_NODES_DISAGREE, Stage.ROOT, name, evidence(alike, odd));
    boolean explained = visits.stream().anyMatch(v -> v.found(Reason.TOPOLOGY_OTHER_POOL));
    return Optional.of(explained ? finding.asConsequence() : finding);
  }

  /** Those that differ from most; all of them, if no way of answering is that of most. */
  private static List<NodeVisit> odd(Map<Set<Statement>, List<NodeVisit>> alike) {
    List<List<NodeVisit>> groups =
        alike.values().stream()
            .sorted(Comparator.comparingInt((List<NodeVisit> group) -> group.size()).reversed())
            .toList();
    boolean majority = groups.get(0).size() > groups.get(1).size();
    return groups.stream().skip(majority ? 1 : 0).flatMap(List::stream).toList();
  }

  private Map<String, String> evidence(
      Map<Set<Statement>, List<NodeVisit>> alike, List<NodeVisit> odd) {
    Set<Statement> common = new TreeSet<>(alike.keySet().iterator().next());
    alike.keySet().forEach(common::retainAll);
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("name", name);
    evidence.put(
        "answers",
        alike.entrySet().stream()
            .map(group -> labels(group.getValue()) + " " + words(group.getKey(), common))
            .collect(Collectors.joining("; ")));
    evidence.put("node", each(odd, visit -> visit.node().stream()));
    evidence.put("address", each(odd, visit -> Stream.of(visit.address().getHostAddress())));
    if (odd.size() < visits.size()) {
      evidence.put(Finding.NODES, share(odd));
    }
    return evidence;
  }

  private static String each(List<NodeVisit> some, Function<NodeVisit, Stream<String>> what) {
    return some.stream().flatMap(what).distinct().collect(Collectors.joining(", "));
  }

  /** What these say that not all say. */
  private static String words(Set<Statement> said, Set<Statement> common) {
    Map<String, List<String>> tokens =
        said.stream()
            .filter(statement -> !common.contains(statement))
            .collect(
                Collectors.groupingBy(
                    Statement::host,
                    LinkedHashMap::new,
                    Collectors.mapping(Statement::token, Collectors.toList())));
    return tokens.isEmpty()
        ? "name nothing more"
        : "name "
            + shown(
                tokens.entrySet().stream()
                    .map(e -> e.getKey() + " for " + shown(e.getValue()))
                    .toList());
  }
}
