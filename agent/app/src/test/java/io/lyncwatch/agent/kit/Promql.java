package io.lyncwatch.agent.kit;

import io.lyncwatch.agent.metrics.MetricCatalogue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names in an expression of PromQL, found without understanding it. */
record Promql(String expression) {
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
  private static final Pattern MADE =
      Pattern.compile(",\\s*\"([a-z_]+)\",\\s*\"[^\"]*\",\\s*\"[^\"]*\",\\s*\"[^\"]*\"\\s*\\)");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
  private static final Pattern IN_BRACKETS = Pattern.compile("\\{[^}]*}|\\[[^]]*]");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w:$])[a-zA-Z_][\\w:]*(?![\\w:]*\\s*\\()");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  /** What Prometheus itself and the scrape add to every series. */
  static final Set<String> ADDED = Set.of("job", "instance");

  /** The labels that a metric of the agent has; empty if the agent has no such metric. */
  static Optional<Set<String>> labelsOf(String metric) {
    return Arrays.stream(MetricCatalogue.values())
        .filter(family -> names(family).contains(metric))
        .findFirst()
        .map(family -> {
          Set<String> labels = new HashSet<>(family.labels());
          labels.addAll(ADDED);
          if (metric.endsWith("_bucket")) {
            labels.add("le");
          }
          return labels;
        });
  }

  private static Set<String> names(MetricCatalogue family) {
    String name = family.family();
    return family.type() == MetricCatalogue.Type.HISTOGRAM
        ? Set.of(name + "_bucket", name + "_sum", name + "_count")
        : Set.of(name);
  }

  /** Every metric that it reads. */
  Set<String> metrics() {
    String bare = STRING.matcher(expression).replaceAll("");
    bare = GROUPING.matcher(bare).replaceAll(" ");
    bare = IN_BRACKETS.matcher(bare).replaceAll(" ");
    return NAME.matcher(bare)
        .results()
        .map(MatchResult::group)
        .filter(name -> !WORDS.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every label that it groups or matches by. */
  Set<String> groupings() {
    return GROUPING
        .matcher(expression)
        .results()
        .flatMap(grouping -> Stream.of(grouping.group(1).split(",", -1)))
        .map(String::strip)
        .filter(label -> !label.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every label that it makes. */
  Set<String> made() {
    return MADE.matcher(expression)
        .results()
        .map(made -> made.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
