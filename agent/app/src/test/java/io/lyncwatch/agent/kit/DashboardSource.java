package io.lyncwatch.agent.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One dashboard as its source says it, and the file that Grafana reads.
 *
 * @param name of the file, without its ending
 * @param source the file of that name in {@code dashboards/source}
 */
record DashboardSource(String name, JsonNode source, Looks looks) {
  /** The dashboards, in the order in which they link to each other. */
  static final List<String> NAMES = List.of("overview", "domain", "certificates", "agent");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int WIDTH = 24;

  static List<DashboardSource> all() {
    Looks looks = new Looks(Kit.dashboardSource("looks"));
    return NAMES.stream()
        .map(name -> new DashboardSource(name, Kit.dashboardSource(name), looks))
        .toList();
  }

  /** What the file has to say. */
  String text() {
    ObjectNode dashboard = NODES.objectNode().putNull("id");
    dashboard.set("uid", source.required("uid"));
    dashboard.set("title", source.required("title"));
    dashboard.set("description", source.required("description"));
    dashboard.putArray("tags").add("lyncwatch");
    dashboard.put("editable", false).put("schemaVersion", 41).put("version", 1);
    dashboard.put("timezone", "").put("graphTooltip", 1).put("refresh", "1m");
    dashboard.putObject("time").set("from", source.required("from")).put("to", "now");
    dashboard.putObject("annotations").putArray("list").add(changes());
    dashboard.set("links", links());
    dashboard.putObject("templating").set("list", variables());
    dashboard.set("panels", panels());
    return ReadableJson.text(dashboard);
  }

  private Selectors selectors() {
    List<String> names = new ArrayList<>(List.of("job", "instance", "vantage", "view"));
    if (source.has("domain")) {
      names.add("domain");
    }
    return new Selectors(names);
  }

  private ObjectNode changes() {
    JsonNode changes = looks.source().required("changes");
    ObjectNode annotation = NODES.objectNode().put("name", "Changes");
    annotation.set("datasource", PanelSource.chosenSource());
    annotation.put("enable", true).put("hide", false).put("iconColor", "blue");
    annotation.put("expr", selectors().complete(changes.required("query").asString()));
    annotation.set("titleFormat", changes.required("title"));
    annotation.set("textFormat", changes.required("text"));
    return annotation.put("tagKeys", "kind");
  }

  private ArrayNode links() {
    ArrayNode links = NODES.arrayNode();
    all().stream()
        .filter(other -> !other.name().equals(name))
        .forEach(other ->
            link(
                    links,
                    other.source().required("title").asString(),
                    new DashboardLinks(selectors()).to(other.name()),
                    "dashboard")
                .put("keepTime", true));
    link(links, "The agent's page", "${agent}/", "external link").put("targetBlank", true);
    link(links, "Runbooks", "${repository}/alerts/runbooks/README.md", "doc")
        .put("targetBlank", true);
    return links;
  }

  private static ObjectNode link(ArrayNode links, String title, String url, String icon) {
    ObjectNode link = links.addObject().put("type", "link").put("title", title).put("url", url);
    link.put("icon", icon).put("tooltip", "").putArray("tags");
    return link.put("asDropdown", false)
        .put("includeVars", false)
        .put("keepTime", false)
        .put("targetBlank", false);
  }

  private ArrayNode variables() {
    ArrayNode variables = NODES.arrayNode();
    variables
        .addObject()
        .put("name", "datasource")
        .put("label", "Data source")
        .put("type", "datasource")
        .put("query", "prometheus")
        .put("refresh", 1);
    selectors().variables().forEach(variable -> chosen(variables.addObject(), variable));
    variables
        .addObject()
        .put("name", "agent")
        .put("label", "Agent's page")
        .put("type", "textbox")
        .put("query", looks.setting("agent"))
        .set("current", only(looks.setting("agent")));
    variables
        .addObject()
        .put("name", "repository")
        .put("type", "constant")
        .put("hide", 2)
        .put("query", looks.setting("repository"))
        .set("current", only(looks.setting("repository")));
    return variables;
  }

  private void chosen(ObjectNode variable, String name) {
    boolean several = !name.equals("domain") || source.path("domain").asString().equals("several");
    String label = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    variable.put("name", name).put("label", label);
    variable.put("type", "query").set("datasource", PanelSource.chosenSource());
    variable.set("query", looks.of("variables", name));
    variable.set("definition", looks.of("variables", name));
    variable.put("refresh", 2).put("sort", 1).put("multi", several).put("includeAll", several);
    if (several) {
      ObjectNode current = variable.put("allValue", ".+").putObject("current");
      current.putArray("text").add("All");
      current.putArray("value").add("$__all");
    }
  }

  private static ObjectNode only(String value) {
    return NODES.objectNode().put("text", value).put("value", value);
  }

  private ArrayNode panels() {
    ArrayNode panels = NODES.arrayNode();
    int y = 0;
    for (JsonNode row : source.required("rows")) {
      if (row.has("panels")) {
        int height = row.required("height").asInt();
        addRow(panels, row.required("panels"), y, height);
        y += height;
      } else {
        ObjectNode heading = panels.addObject();
        heading.put("id", panels.size()).put("type", "row").set("title", row.required("title"));
        heading.put("collapsed", false).set("gridPos", place(0, y++, WIDTH, 1));
        heading.putArray("panels");
      }
    }
    return panels;
  }

  private void addRow(ArrayNode panels, JsonNode row, int y, int height) {
    int given = row.valueStream().mapToInt(panel -> panel.path("width").asInt(0)).sum();
    int others = (int) row.valueStream().filter(panel -> !panel.has("width")).count();
    int x = 0;
    for (JsonNode panel : row) {
      int width = panel.path("width").asInt(others == 0 ? 0 : (WIDTH - given) / others);
      panels.add(
          new PanelSource(panel, looks, selectors())
              .json(panels.size() + 1, place(x, y, width, height)));
      x += width;
    }
  }

  private static ObjectNode place(int x, int y, int width, int height) {
    return NODES.objectNode().put("x", x).put("y", y).put("w", width).put("h", height);
  }
}
