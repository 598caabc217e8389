package io.lyncwatch.agent.kit;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A value with the words and the colour that a panel has for it. */
record ShownValue(String text, String colour) {
  /**
   * What the panel makes of a value; what it says of the field goes before.
   *
   * @param fields the panel's {@code fieldConfig}
   * @param field what Grafana calls the field that the value is in
   */
  static ShownValue of(JsonNode fields, String field, Sample sample) {
    JsonNode decimals = said(fields, field, "decimals");
    String printed =
        new PrintedNumber(
                sample.number(),
                decimals.isNumber() ? OptionalInt.of(decimals.asInt()) : OptionalInt.empty())
            .in(said(fields, field, "unit").asString(""));
    JsonNode mapped = mapped(said(fields, field, "mappings"), sample);
    String colour =
        Stream.of(mapped.path("color"), said(fields, field, "color").path("fixedColor"))
            .filter(JsonNode::isString)
            .map(JsonNode::asString)
            .findFirst()
            .orElseGet(() -> colour(said(fields, field, "thresholds"), sample.number()));
    return new ShownValue(mapped.path("text").asString(printed), inCss(colour));
  }

  private static JsonNode said(JsonNode fields, String field, String what) {
    return override(fields, field, what).orElse(fields.path("defaults").path(what));
  }

  private static Optional<JsonNode> override(JsonNode fields, String field, String what) {
    return fields
        .path("overrides")
        .valueStream()
        .filter(override -> override.path("matcher").path("id").asString("").equals("byName"))
        .filter(override -> override.path("matcher").path("options").asString("").equals(field))
        .flatMap(override -> override.path("properties").valueStream())
        .filter(property -> property.path("id").asString().equals(what))
        .map(property -> property.path("value"))
        .findFirst();
  }

  /** By the value itself or by a range that it is in. */
  private static JsonNode mapped(JsonNode mappings, Sample sample) {
    for (JsonNode mapping : mappings) {
      JsonNode options = mapping.path("options");
      if (options.has(sample.value())) {
        return options.path(sample.value());
      }
      if (mapping.path("type").asString().equals("range")
          && sample.number() >= options.path("from").asDouble(Double.NEGATIVE_INFINITY)
          && sample.number() <= options.path("to").asDouble(Double.POSITIVE_INFINITY)) {
        return options.path("result");
      }
    }
    return MissingNode.getInstance();
  }

  private static String colour(JsonNode thresholds, double number) {
    String colour = "text";
    for (JsonNode step : thresholds.path("steps")) {
      if (step.path("value").isNull() || number >= step.path("value").asDouble()) {
        colour = step.path("color").asString();
      }
    }
    return colour;
  }

  private static String inCss(String colour) {
    return switch (colour) {
      case "text", "transparent" -> "inherit"; // it is a background in Grafana, and here the text
      default -> colour.replace("dark-", "dark");
    };
  }
}
