package io.lyncwatch.agent.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  /** The alert rules. */
  public static final Path RULES = TOP.resolve("alerts/lyncwatch.rules.yml");

  /** The service of systemd. */
  public static final Path SERVICE = TOP.resolve("deploy/systemd/lyncwatch.service");

  /** The configuration of the Prometheus that the containers bring. */
  public static final Path PROMETHEUS = TOP.resolve("deploy/compose/prometheus.yml");

  /** The configuration of the Alertmanager that the containers bring. */
  public static final Path ALERTMANAGER = TOP.resolve("deploy/compose/alertmanager.yml");

  /** The project that brings all containers. */
  public static final Path COMPOSE = TOP.resolve("deploy/compose/compose.yml");

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
    @Override
    public String toString() {
      return name + labels;
    }
  }

  private static Stream<JsonNode> rules() {
    return yaml(RULES)
        .path("groups")
        .valueStream()
        .flatMap(group -> group.path("rules").valueStream());
  }

  /** What Prometheus works out for the alerts: the expressions by the names of their results. */
  static Map<String, String> records() {
    return rules()
        .filter(rule -> rule.has("record"))
        .collect(
            Collectors.toMap(
                rule -> rule.path("record").asString(), rule -> rule.path("expr").asString()));
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

  static JsonNode dashboard() {
    return JSON.readTree(read(TOP.resolve("dashboards/overview.json")));
  }

  static List<JsonNode> panels() {
    return dashboard().path("panels").valueStream().toList();
  }

  /** What the panels of the dashboard ask Prometheus, with the variables in it. */
  public static List<String> dashboardQueries() {
    return panels().stream()
        .flatMap(panel -> panel.path("targets").valueStream())
        .map(target -> target.path("expr").asString())
        .toList();
  }

  /** Every file that names metrics. */
  static Stream<Path> files() {
    return Stream.of("alerts", "dashboards", "deploy").flatMap(folder -> below(folder).stream());
  }

  private static JsonNode yaml(Path file) {
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
