package io.lyncwatch.agent.kit;

import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a panel asks Prometheus.
 *
 * @param source of the panel
 * @param kind the panel's, which says whether it asks for now alone
 */
record PanelQuestions(JsonNode source, JsonNode kind, Selectors selectors) {
  private static final String LETTERS = "ABCDEFGHIJ";

  /**
   * One question.
   *
   * @param name what the answers are called, with labels in it; empty if by their labels
   */
  private record Question(String query, String name) {}

  ArrayNode json() {
    ArrayNode targets = JsonNodeFactory.instance.arrayNode();
    for (Question question : source.has("funnel") ? funnel() : asked()) {
      targets.add(target(question, LETTERS.charAt(targets.size())));
    }
    return targets;
  }

  private ObjectNode target(Question question, char letter) {
    boolean now = kind.required("now").asBoolean();
    ObjectNode target = JsonNodeFactory.instance.objectNode().put("refId", String.valueOf(letter));
    target.set("datasource", PanelSource.chosenSource());
    target.put("expr", selectors.complete(question.query())).put("instant", now).put("range", !now);
    if (kind.required("type").asString().equals("table")) {
      target.put("format", "table");
    }
    return question.name().isEmpty() ? target : target.put("legendFormat", question.name());
  }

  private List<Question> asked() {
    return source
        .required("ask")
        .valueStream()
        .map(ask -> new Question(ask.required("query").asString(), ask.path("name").asString("")))
        .toList();
  }

  /** For each step the share of runs that neither it nor one before it has ended. */
  private List<Question> funnel() {
    JsonNode funnel = source.required("funnel");
    String metric = funnel.required("metric").asString();
    String label = funnel.required("label").asString();
    List<String> steps = funnel.required("of").valueStream().map(JsonNode::asString).toList();
    return IntStream.rangeClosed(1, steps.size())
        .mapToObj(size -> {
          String thisFar = String.join("|", steps.subList(0, size));
          String some = metric.replace("}", ", %s=~\"%s\"}".formatted(label, thisFar));
          return new Question(shareThatPasses(some, metric), steps.get(size - 1));
        })
        .toList();
  }

  private static String shareThatPasses(String some, String metric) {
    return """
    1 - (
      count(min by (vantage, view, domain, target) (%s) == 0)
      or 0 * count(%s)
    ) / count(count by (vantage, view, domain, target) (%s))\
    """
        .formatted(some, metric, metric);
  }
}
