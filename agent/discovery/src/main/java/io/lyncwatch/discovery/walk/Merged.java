package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Role;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes one finding of those that share stage and reason: several addresses, several names. */
public final class Merged {
  private Merged() {}

  /** One finding per stage and reason, in the order in which they first occur. */
  public static List<Finding> of(Collection<Finding> findings) {
    Map<Key, List<Finding>> alike = new LinkedHashMap<>();
    for (Finding finding : findings) {
      alike
          .computeIfAbsent(new Key(finding.stage(), finding.reason()), key -> new ArrayList<>())
          .add(finding);
    }
    return alike.values().stream().map(Merged::merged).toList();
  }

  private record Key(Stage stage, Reason reason) {}

  /**
   * The worst severity; a cause outweighs a consequence; side by side the places and the evidence
   * of those that have the worst severity, as the others did not bring it about.
   */
  private static Finding merged(List<Finding> alike) {
    Finding first = alike.getFirst();
    Severity worst =
        alike.stream().map(Finding::severity).max(Comparator.naturalOrder()).orElseThrow();
    Role role = alike.stream().map(Finding::role).min(Comparator.naturalOrder()).orElseThrow();
    List<Finding> decisive = alike.stream().filter(f -> f.severity() == worst).toList();
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (Finding finding : decisive) {
      finding
          .evidence()
          .forEach(
              (key, value) -> values.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(value));
    }
    Map<String, String> evidence = new LinkedHashMap<>();
    values.forEach((key, different) -> evidence.put(key, joined(different)));
    Set<String> places = new LinkedHashSet<>(decisive.stream().map(Finding::where).toList());
    return new Finding(first.reason(), worst, role, first.stage(), joined(places), evidence);
  }

  /** Some evidence goes on from the sentence that it is put into, and begins with a space. */
  private static String joined(Set<String> values) {
    String separator = values.stream().anyMatch(value -> value.contains(",")) ? "; " : ", ";
    String all = values.stream().map(String::strip).collect(Collectors.joining(separator));
    return values.iterator().next().startsWith(" ") ? " " + all : all;
  }
}
