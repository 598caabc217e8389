package io.lyncwatch.agent.kit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What kinds of panels, values, bounds, columns and links there are to choose from.
 *
 * @param source as {@code dashboards/source/looks.yml} says it
 */
record Looks(JsonNode source) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What is defined under a name in a group; it fails if nothing is. */
  JsonNode of(String group, String name) {
    return source.required(group).required(name);
  }

  /** What a column with this heading looks like; missing if it is like any other. */
  JsonNode column(String heading) {
    return source.path("columns").path(heading);
  }

  /** A setting of all dashboards. */
  String setting(String name) {
    return source.required(name).asString();
  }

  /** The steps of thresholds. */
  ObjectNode thresholds(String bounds) {
    JsonNode colours = of("bounds", bounds);
    ArrayNode steps = NODES.arrayNode();
    steps.addObject().set("color", colours.path(0)).putNull("value");
    for (int i = 1; i < colours.size(); i += 2) {
      steps.addObject().set("color", colours.path(i + 1)).set("value", colours.path(i));
    }
    return NODES.objectNode().put("mode", "absolute").set("steps", steps);
  }

  /** The mappings of numbers to words and colours. */
  ArrayNode mappings(String values) {
    ObjectNode options = NODES.objectNode();
    of("values", values)
        .propertyStream()
        .forEach(value ->
            options.set(
                value.getKey(),
                ((ObjectNode) value.getValue().deepCopy()).put("index", options.size())));
    ArrayNode mappings = NODES.arrayNode();
    mappings.addObject().put("type", "value").set("options", options);
    return mappings;
  }
}
