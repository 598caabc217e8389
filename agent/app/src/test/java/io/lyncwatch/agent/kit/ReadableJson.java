package io.lyncwatch.agent.kit;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** JSON for people who review it: what fits into a line is one. */
final class ReadableJson {
  private static final int WIDTH = 120;
  private static final String STEP = "  ";

  private ReadableJson() {}

  static String text(JsonNode document) {
    return text(document, "", 0) + "\n";
  }

  /**
   * Prints a node.
   *
   * @param before how much stands before it in its first line
   */
  private static String text(JsonNode node, String indent, int before) {
    String line = line(node);
    if (!node.isContainer() || node.isEmpty() || before + line.length() <= WIDTH) {
      return line;
    }
    String inner = indent + STEP;
    Stream<String> parts =
        node.isObject()
            ? node.propertyStream()
                .map(property -> {
                  String key = quoted(property.getKey()) + ": ";
                  return inner
                      + key
                      + text(property.getValue(), inner, inner.length() + key.length());
                })
            : node.valueStream().map(value -> inner + text(value, inner, inner.length()));
    return parts.collect(
        Collectors.joining(
            ",\n", node.isObject() ? "{\n" : "[\n", "\n" + indent + (node.isObject() ? "}" : "]")));
  }

  private static String line(JsonNode node) {
    if (node.isObject()) {
      return node.propertyStream()
          .map(property -> quoted(property.getKey()) + ": " + line(property.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return node.isArray()
        ? node.valueStream().map(ReadableJson::line).collect(Collectors.joining(", ", "[", "]"))
        : node.toString();
  }

  private static String quoted(String key) {
    return StringNode.valueOf(key).toString();
  }
}
