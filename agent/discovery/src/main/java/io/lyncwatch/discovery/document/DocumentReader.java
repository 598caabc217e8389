package io.lyncwatch.discovery.document;

import io.lyncwatch.discovery.text.Excerpt;
import io.lyncwatch.discovery.text.Json;
import io.lyncwatch.discovery.text.WebPage;
import io.lyncwatch.discovery.text.XmlElement;
import io.lyncwatch.discovery.text.XmlReader;
import io.lyncwatch.discovery.text.XmlReading;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a body in any of the four forms, told by the body alone: servers are free in what they
 * answer to an Accept header, and proxies in what they make of the Content-Type. Tolerant as
 * existing clients are (unknown tokens and elements, spaces, keys in any case), and strict in what
 * it hands on: every link is an absolute http or https URL.
 */
public final class DocumentReader {
  private static final int SHOWN = 200;
  private static final List<String> ERROR_PARTS = List.of("code", "subcode", "message");

  private DocumentReader() {}

  /**
   * Reads one body. Never throws, whatever it holds.
   *
   * @param base the URL that it came from, against which relative links are resolved
   */
  public static Reading read(String body, URI base) {
    String text = XmlReader.trimmed(body);
    if (text.isEmpty()) {
      return unreadable(Reading.Kind.EMPTY, "nothing");
    }
    return switch (text.charAt(0)) {
      case '<' -> xml(text, base);
      case '{', '[' -> json(text, base);
      default -> neither(text, Reading.Kind.OTHER_TEXT, "text: " + Excerpt.of(text, 80));
    };
  }

  private static Reading xml(String text, URI base) {
    return switch (XmlReader.read(text)) {
      case XmlReading.Parsed(XmlElement root, var _) ->
          LegacyForm.of(root)
              .or(() -> UcwaForm.of(root, base))
              .map(draft -> draft.finish(base))
              .orElseGet(() -> neither(text, Reading.Kind.OTHER_XML, outline(root)));
      case XmlReading.Refused(String detail) -> neither(text, Reading.Kind.BROKEN_XML, detail);
    };
  }

  /** A UCWA error by its code and message, anything else by its outermost elements. */
  private static String outline(XmlElement root) {
    List<String> error =
        ERROR_PARTS.stream()
            .flatMap(part -> root.first(part).stream())
            .map(XmlElement::text)
            .toList();
    if (root.name().equals("reason") && !error.isEmpty()) {
      return "an error: " + String.join(", ", error);
    }
    return "an XML document: "
        + Stream.concat(Stream.of(root), root.children().stream().limit(10))
            .map(XmlElement::toString)
            .collect(Collectors.joining(" "));
  }

  private static Reading json(String text, URI base) {
    try {
      JsonNode root = Json.WITHIN_BOUNDS.readTree(text);
      return LegacyForm.of(root)
          .or(() -> UcwaForm.of(root, base))
          .map(draft -> draft.finish(base))
          .orElseGet(() -> unreadable(Reading.Kind.OTHER_JSON, outline(root)));
    } catch (StreamConstraintsException e) {
      return unreadable(Reading.Kind.BROKEN_JSON, "JSON longer or deeper than any document");
    } catch (JacksonException e) {
      return unreadable(Reading.Kind.BROKEN_JSON, "not well-formed JSON" + place(e));
    }
  }

  /** A UCWA error by its code and message, anything else by its keys. */
  private static String outline(JsonNode root) {
    List<String> error =
        ERROR_PARTS.stream().flatMap(part -> Json.text(root, part).stream()).toList();
    if (!error.isEmpty()) {
      return "an error: " + String.join(", ", error);
    }
    if (!root.isObject()) {
      return "a JSON list";
    }
    return "a JSON object with "
        + root.propertyNames().stream().limit(10).collect(Collectors.joining(", "));
  }

  private static String place(JacksonException e) {
    return Optional.ofNullable(e.getLocation())
        .filter(at -> at.getLineNr() > 0)
        .map(at -> " at line " + at.getLineNr() + ", column " + at.getColumnNr())
        .orElse("");
  }

  /** A web page if it looks like one, else what it was taken for. */
  private static Reading neither(String text, Reading.Kind kind, String detail) {
    return WebPage.describe(text)
        .map(page -> unreadable(Reading.Kind.HTML, page))
        .orElseGet(() -> unreadable(kind, detail));
  }

  private static Reading unreadable(Reading.Kind kind, String detail) {
    return new Reading.Unreadable(kind, Excerpt.of(detail, SHOWN));
  }
}
