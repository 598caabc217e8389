package io.lyncwatch.agent.kit;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the values in a panel look like: units, words, colours and where they lead. */
record PanelFields(JsonNode source, JsonNode kind, Looks looks, DashboardLinks links) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String CELLS = "custom.cellOptions";

  ObjectNode json() {
    return NODES.objectNode().set("defaults", defaults()).set("overrides", overrides());
  }

  private String text(String key) {
    return source.required(key).asString();
  }

  private ObjectNode defaults() {
    ObjectNode defaults = NODES.objectNode().put("unit", source.path("unit").asString("none"));
    Stream.of("decimals", "min", "max")
        .filter(source::has)
        .forEach(setting -> defaults.set(setting, source.required(setting)));
    defaults.set("thresholds", looks.thresholds(source.path("bounds").asString("plain")));
    defaults.put("noValue", nothing());
    ArrayNode mappings = mappings();
    if (!mappings.isEmpty()) {
      defaults.set("mappings", mappings);
    }
    defaults.putObject("color").put("mode", kind.path("color").asString("thresholds"));
    if (source.has("link")) {
      defaults.putArray("links").add(links.json(looks.of("links", text("link"))));
    }
    if (kind.has("custom")) {
      defaults.set("custom", kind.required("custom"));
    }
    return defaults;
  }

  private String nothing() {
    return source.path("nothing").asString(looks.setting("nothing"));
  }

  /**
   * What is not there would have the colour of the lowest bound: green where what is wrong is
   * counted, that of the worst in a matrix. And an empty cell would say what an empty panel says.
   */
  private ArrayNode mappings() {
    ArrayNode mappings =
        source.has("values") && !source.has("columns")
            ? looks.mappings(text("values"))
            : NODES.arrayNode();
    switch (kind.required("type").asString()) {
      case "stat" -> instead(mappings, "null", nothing(), "purple");
      case "table" -> instead(mappings, "empty", "–", "transparent");
      default -> {
        // The panel is empty, and says so.
      }
    }
    return mappings;
  }

  private static void instead(ArrayNode mappings, String what, String text, String colour) {
    ObjectNode options = mappings.addObject().put("type", "special").putObject("options");
    options.put("match", what).putObject("result").put("text", text).put("color", colour);
  }

  private ArrayNode overrides() {
    ArrayNode overrides = NODES.arrayNode();
    source
        .path("columns")
        .propertyStream()
        .forEach(column -> {
          String heading = column.getValue().asString();
          override(overrides, heading, column(column.getKey(), heading));
        });
    if (source.has("matrix")) {
      override(overrides, headOfRows(source), words());
    }
    source
        .path("colours")
        .propertyStream()
        .forEach(
            colour -> override(overrides, colour.getKey(), always(colour.getValue().asString())));
    return overrides;
  }

  private static void override(ArrayNode overrides, String field, ArrayNode properties) {
    if (!properties.isEmpty()) {
      ObjectNode override = overrides.addObject();
      override.putObject("matcher").put("id", "byName").put("options", field);
      override.set("properties", properties);
    }
  }

  private ArrayNode column(String label, String heading) {
    ArrayNode properties = NODES.arrayNode();
    looks
        .column(heading)
        .propertyStream()
        .forEach(property -> {
          switch (property.getKey()) {
            case "bounds" ->
                add(properties, "thresholds", looks.thresholds(property.getValue().asString()));
            case "links" -> add(properties, "links", links(property.getValue()));
            default -> add(properties, property.getKey(), property.getValue());
          }
        });
    if (label.equals("Value") && source.has("values")) {
      add(properties, "mappings", looks.mappings(text("values")));
      if (!looks.column(heading).has(CELLS)) {
        add(properties, CELLS, NODES.objectNode().put("type", "color-text"));
      }
    }
    return properties;
  }

  private ArrayNode links(JsonNode said) {
    ArrayNode made = NODES.arrayNode();
    said.forEach(link -> made.add(links.json(link)));
    return made;
  }

  private static ArrayNode words() {
    ArrayNode properties = NODES.arrayNode();
    add(properties, CELLS, NODES.objectNode().put("type", "auto"));
    add(properties, "custom.align", NODES.stringNode("left"));
    return properties;
  }

  private static ArrayNode always(String colour) {
    ArrayNode properties = NODES.arrayNode();
    add(properties, "color", NODES.objectNode().put("mode", "fixed").put("fixedColor", colour));
    return properties;
  }

  private static void add(ArrayNode properties, String id, JsonNode value) {
    properties.addObject().put("id", id).set("value", value);
  }

  /** Grafana names the column that heads the rows of a matrix so. */
  static String headOfRows(JsonNode source) {
    return source
        .required("matrix")
        .valueStream()
        .map(JsonNode::asString)
        .collect(Collectors.joining("\\"));
  }
}
