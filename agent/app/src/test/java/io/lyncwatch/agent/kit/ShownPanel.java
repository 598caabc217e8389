package io.lyncwatch.agent.kit;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One panel as Grafana reads it: what it asks, and by which labels it calls, orders and links what
 * is answered. None of these names is looked at by anything that reads PromQL.
 *
 * @param dashboard its title
 */
public record ShownPanel(String dashboard, JsonNode json) {
  private static final String VALUE = "Value";
  private static final Pattern IN_LEGENDS = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
  private static final Pattern IN_LINKS =
      Pattern.compile("\\$\\{__(?:field\\.labels|data\\.fields)\\.(\\w+)");

  /**
   * One question to Prometheus.
   *
   * @param legend what answers are called, with labels in it; empty if by their labels
   */
  public record Question(String query, String legend) {}

  /** Those of all dashboards, without the headings between them. */
  public static Stream<ShownPanel> all() {
    return Kit.dashboards().stream().flatMap(ShownPanel::of);
  }

  /** Those of one dashboard. */
  public static Stream<ShownPanel> of(JsonNode dashboard) {
    return dashboard
        .path("panels")
        .valueStream()
        .filter(panel -> !panel.path("type").asString().equals("row"))
        .map(panel -> new ShownPanel(dashboard.path("title").asString(), panel));
  }

  /** What it asks. */
  public List<Question> questions() {
    return json.path("targets")
        .valueStream()
        .map(target ->
            new Question(target.path("expr").asString(), target.path("legendFormat").asString("")))
        .toList();
  }

  /** The labels that its answers must have, as something in it is named by each. */
  public Set<String> labelsNamed(Question question) {
    Stream<String> inTable =
        isMatrix() ? rowAndColumn().stream() : columns().filter(label -> !label.equals(VALUE));
    return Stream.of(
            matches(IN_LEGENDS, question.legend()),
            matches(IN_LINKS, json.path("fieldConfig").toString()).map(this::label),
            inTable)
        .flatMap(names -> names)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1));
  }

  /**
   * What tells an answer from the others of the panel: two of one name cannot be told apart. Rows
   * of a table have all their labels.
   */
  public String name(Question question, Sample sample) {
    if (isMatrix()) {
      return rowAndColumn().stream()
          .map(label -> sample.labels().getOrDefault(label, ""))
          .collect(Collectors.joining(" / "));
    }
    if (isTable()) {
      return sample.labels().entrySet().stream()
          .map(label -> label.getKey() + "=" + label.getValue())
          .sorted()
          .collect(Collectors.joining(" "));
    }
    return IN_LEGENDS
        .matcher(question.legend())
        .replaceAll(
            label -> Matcher.quoteReplacement(sample.labels().getOrDefault(label.group(1), "")));
  }

  /** Labels that a table has no column for, and shows all the same. */
  public Set<String> labelsWithoutColumn(Sample sample) {
    Set<String> left = new HashSet<>();
    if (isTable() && !isMatrix()) {
      left.addAll(sample.labels().keySet());
      left.removeAll(columns().collect(Collectors.toSet()));
    }
    return left;
  }

  /** What Grafana calls the field that the value of an answer is in. */
  String field(Question question, Sample sample) {
    if (isMatrix()) {
      return sample.labels().getOrDefault(rowAndColumn().getLast(), "");
    }
    return isTable() ? heading(VALUE) : name(question, sample);
  }

  /** The order in which it shows answers; by their names where it does not say. */
  Comparator<Sample> order(Question question) {
    Comparator<Sample> byName = Comparator.comparing(sample -> name(question, sample));
    JsonNode sort = json.path("options").path("sortBy").path(0);
    if (sort.isMissingNode()) {
      return byName;
    }
    String label = label(sort.path("displayName").asString());
    Comparator<Sample> order =
        label.equals(VALUE)
            ? Comparator.comparingDouble(Sample::number)
            : Comparator.comparing(sample -> sample.labels().getOrDefault(label, ""));
    return (sort.path("desc").asBoolean() ? order.reversed() : order).thenComparing(byName);
  }

  private boolean isTable() {
    return json.path("type").asString().equals("table");
  }

  private boolean isMatrix() {
    return transformation("groupingToMatrix").isPresent();
  }

  private List<String> rowAndColumn() {
    JsonNode matrix = transformation("groupingToMatrix").orElseThrow();
    return Stream.of("rowField", "columnField")
        .map(field -> matrix.path(field).asString())
        .toList();
  }

  /** The labels that have a column, and that of the value. */
  private Stream<String> columns() {
    return transformation("organize").stream()
        .flatMap(organize -> organize.path("indexByName").propertyStream())
        .map(column -> column.getKey());
  }

  /** What stands above the column of a label. */
  private String heading(String label) {
    return transformation("organize")
        .map(organize -> organize.path("renameByName").path(label).asString(label))
        .orElse(label);
  }

  /** The label that the column of a heading has. */
  private String label(String heading) {
    return columns().filter(label -> heading(label).equals(heading)).findFirst().orElse(heading);
  }

  private Optional<JsonNode> transformation(String id) {
    return json.path("transformations")
        .valueStream()
        .filter(transformation -> transformation.path("id").asString().equals(id))
        .map(transformation -> transformation.path("options"))
        .findFirst();
  }

  @Override
  public String toString() {
    return dashboard + ": " + json.path("title").asString();
  }
}
