package io.lyncwatch.discovery.text;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON within bounds, with keys that are found regardless of case. */
public final class Json {
  /**
   * The bounds are far beyond any document of the service. Names are not kept in the table that
   * parsers share: strangers would fill it.
   */
  public static final JsonMapper WITHIN_BOUNDS =
      JsonMapper.builder(
              JsonFactory.builder()
                  .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(1 << 20)
                          .maxNestingDepth(64)
                          .maxTokenCount(50_000)
                          .maxStringLength(16_384)
                          .maxNameLength(512)
                          .maxNumberLength(64)
                          .build())
                  .build())
          .build();

  private Json() {}

  /** The value under a key, regardless of its case. */
  public static Optional<JsonNode> member(JsonNode object, String key) {
    return object.properties().stream()
        .filter(member -> member.getKey().equalsIgnoreCase(key))
        .map(member -> member.getValue())
        .findFirst();
  }

  /** The text of a string or number under that key, without spaces around it. */
  public static Optional<String> text(JsonNode object, String key) {
    return member(object, key)
        .filter(value -> value.isString() || value.isNumber())
        .map(value -> value.asString().strip());
  }

  /** The items of a list, or the node itself if it is none. */
  public static Stream<JsonNode> oneOrMany(JsonNode node) {
    return node.isArray() ? node.values().stream() : Stream.of(node);
  }
}
