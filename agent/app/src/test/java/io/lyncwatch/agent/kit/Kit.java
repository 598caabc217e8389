package io.lyncwatch.agent.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the files are, and what stands in them. */
public final class Kit {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path TOP = Path.of("..", "..").toAbsolutePath().normalize();

  /** The alerts that are made from the reasons. */
  public static final Path CAUSES = TOP.resolve("alerts/causes.rules.yml");

  /** The service of systemd. */
  public static final Path SERVICE = TOP.resolve("deploy/systemd/lyncwatch.service");

  /** The configuration of the Prometheus that the containers bring. */
  public static final Path PROMETHEUS = TOP.resolve("deploy/compose/prometheus.yml");

  /** The example for Alertmanager, which the containers bring. */
  public static final Path ALERTMANAGER = TOP.resolve("alerts/alertmanager.yml");

  /** The project that brings all containers. */
  public static final Path COMPOSE = TOP.resolve("deploy/compose/compose.yml");

  /** Where the types that Grafana publishes are held against the dashboards. */
  public static final Path SHAPE = TOP.resolve("dashboards/shape");

  /** What panels answer, for promtool, with names of panels in place of what they ask. */
  public static final Path PANEL_TESTS = TOP.resolve("dashboards/tests/panels.yml");

  /** One page for each reason. */
  static final Path PAGES = TOP.resolve("alerts/runbooks");

  static final Path RUNBOOKS = TOP.resolve("alerts/runbooks/README.md");
  static final Path EXAMPLE = TOP.resolve("deploy/examples/lyncwatch.yml");

  private Kit() {}

  /**
   * One alert rule.
   *
   * @param holdFor how long the expression has to hold, as written
   */
  record Alert(
      String name,
      String expression,
      String holdFor,
      Map<String, String> labels,
      Map<String, String> annotations) {
    /** Whether it is made from a reason. */
    boolean isOfReason() {
      return labels.containsKey("reason");
    }

    @Override
    public String toString() {
      return name + labels;
    }
  }

  /** The files of rules. */
  public static List<Path> ruleFiles() {
    return below("alerts").stream()
        .filter(file -> file.getFileName().toString().endsWith(".rules.yml"))
        .toList();
  }

  private static Stream<JsonNode> rules() {
    return ruleFiles().stream()
        .flatMap(file -> yaml(file).path("groups").valueStream())
        .flatMap(group -> group.path("rules").valueStream());
  }

  /** A series that Prometheus works out for the alerts, with the labels that it sets itself. */
  record Recorded(String name, String expression, Set<String> labels) {}

  static List<Recorded> records() {
    return rules()
        .filter(rule -> rule.has("record"))
        .map(rule ->
            new Recorded(
                rule.path("record").asString(),
                rule.path("expr").asString(),
                texts(rule.path("labels")).keySet()))
        .toList();
  }

  static List<Alert> alerts() {
    return rules()
        .filter(rule -> rule.has("alert"))
        .map(rule ->
            new Alert(
                rule.path("alert").asString(),
                rule.path("expr").asString(),
                rule.path("for").asString(),
                texts(rule.path("labels")),
                texts(rule.path("annotations"))))
        .toList();
  }

  private static Map<String, String> texts(JsonNode map) {
    return map.propertyStream()
        .collect(Collectors.toMap(Map.Entry::getKey, text -> text.getValue().asString()));
  }

  /** The promtool tests of the rules. */
  public static List<Path> ruleTests() {
    return below("alerts/tests");
  }

  /** The alerts that one of these tests expects to fire, with what they say. */
  static Set<String> seenFiring() {
    return ruleTests().stream()
        .flatMap(file -> yaml(file).path("tests").valueStream())
        .flatMap(test -> test.path("alert_rule_test").valueStream())
        .filter(look -> !look.path("exp_alerts").isEmpty())
        .map(look -> look.path("alertname").asString())
        .collect(Collectors.toSet());
  }

  /** What stands in a file of {@code dashboards/source}. */
  static JsonNode dashboardSource(String name) {
    return yaml(TOP.resolve("dashboards/source/" + name + ".yml"));
  }

  /** The file that Grafana reads. */
  static Path dashboardFile(String name) {
    return TOP.resolve("dashboards/" + name + ".json");
  }

  /** All files that Grafana reads. */
  public static List<Path> dashboardFiles() {
    return DashboardSource.NAMES.stream().map(Kit::dashboardFile).toList();
  }

  /** The dashboards as Grafana reads them. */
  public static List<JsonNode> dashboards() {
    return dashboardFiles().stream().map(file -> JSON.readTree(read(file))).toList();
  }

  /** The panels of all dashboards, without the headings between them. */
  static List<JsonNode> panels() {
    return dashboards().stream()
        .flatMap(dashboard -> dashboard.path("panels").valueStream())
        .filter(panel -> !panel.path("type").asString().equals("row"))
        .toList();
  }

  /** What the panels of all dashboards ask Prometheus, with the variables in it. */
  public static List<String> dashboardQueries() {
    return panels().stream()
        .flatMap(panel -> panel.path("targets").valueStream())
        .map(target -> target.path("expr").asString())
        .distinct()
        .toList();
  }

  /** What a panel asks first, by the name of its dashboard's file and its title. */
  public static String firstQuery(String dashboard, String title) {
    return JSON.readTree(read(dashboardFile(dashboard)))
        .path("panels")
        .valueStream()
        .filter(panel -> panel.path("title").asString().equals(title))
        .map(panel -> panel.required("targets").required(0).required("expr").asString())
        .findFirst()
        .orElseThrow();
  }

  /** A file of the repository, by its path from the top. */
  static Path file(String path) {
    return TOP.resolve(path);
  }

  /** Every file that names metrics. */
  static Stream<Path> files() {
    return Stream.of("alerts", "dashboards", "deploy")
        .flatMap(folder -> below(folder).stream())
        .filter(file -> !file.startsWith(SHAPE));
  }

  static JsonNode yaml(Path file) {
    Load load = new Load(LoadSettings.builder().setLabel(file.toString()).build());
    return JSON.valueToTree(load.loadFromString(read(file)));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> below(String folder) {
    try (Stream<Path> files = Files.walk(TOP.resolve(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
