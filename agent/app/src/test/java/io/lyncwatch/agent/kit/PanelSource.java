package io.lyncwatch.agent.kit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One panel as its dashboard's source says it, and what Grafana wants to be told of it. */
record PanelSource(JsonNode source, Looks looks, Selectors selectors) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The panel at its place. */
  ObjectNode json(int id, ObjectNode place) {
    JsonNode kind = looks.of("kinds", source.required("kind").asString());
    ObjectNode panel = NODES.objectNode().put("id", id);
    panel.set("type", kind.required("type"));
    panel.set("title", source.required("title"));
    panel.set("description", source.required("says"));
    panel.set("datasource", chosenSource());
    panel.set("gridPos", place);
    panel.set("targets", new PanelQuestions(source, kind, selectors).json());
    panel.set(
        "fieldConfig", new PanelFields(source, kind, looks, new DashboardLinks(selectors)).json());
    panel.set("options", options(kind));
    if (kind.required("type").asString().equals("table")) {
      panel.set("transformations", transformations());
    }
    return panel;
  }

  /** The data source that the reader chose. */
  static ObjectNode chosenSource() {
    return NODES.objectNode().put("type", "prometheus").put("uid", "${datasource}");
  }

  private ObjectNode options(JsonNode kind) {
    ObjectNode options = (ObjectNode) kind.required("options").deepCopy();
    if (source.has("sort")) {
      options
          .putArray("sortBy")
          .addObject()
          .put("displayName", source.required("sort").asString())
          .put("desc", source.path("descending").asBoolean(false));
    }
    return options;
  }

  private ArrayNode transformations() {
    ArrayNode transformations = NODES.arrayNode();
    if (!source.has("matrix")) {
      return transformations.add(inOrder(source.required("columns")));
    }
    transformations.add(asMatrix(source.required("matrix")));
    if (source.has("order")) {
      transformations.add(inOrder(PanelFields.headOfRows(source), source.required("order")));
    }
    return transformations;
  }

  private static ObjectNode asMatrix(JsonNode matrix) {
    ObjectNode made = NODES.objectNode().put("id", "groupingToMatrix");
    made.putObject("options")
        .set("rowField", matrix.required(0))
        .set("columnField", matrix.required(1))
        .put("valueField", "Value");
    return made;
  }

  /** Without this the columns of a matrix come as they are first met. */
  private static ObjectNode inOrder(String head, JsonNode columns) {
    ObjectNode order = NODES.objectNode().put(head, 0);
    columns.forEach(column -> order.put(column.asString(), order.size()));
    ObjectNode made = NODES.objectNode().put("id", "organize");
    made.putObject("options").set("indexByName", order);
    return made;
  }

  private static ObjectNode inOrder(JsonNode columns) {
    ObjectNode left = NODES.objectNode().put("Time", true);
    if (!columns.has("Value")) {
      left.put("Value", true);
    }
    ObjectNode order = NODES.objectNode();
    ObjectNode headings = NODES.objectNode();
    columns
        .propertyStream()
        .forEach(column -> {
          order.put(column.getKey(), order.size());
          if (!column.getValue().asString().equals(column.getKey())) {
            headings.set(column.getKey(), column.getValue());
          }
        });
    ObjectNode made = NODES.objectNode().put("id", "organize");
    made.putObject("options")
        .set("excludeByName", left)
        .set("indexByName", order)
        .set("renameByName", headings);
    return made;
  }
}
