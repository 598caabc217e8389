package io.lyncwatch.discovery.document;

import io.lyncwatch.discovery.text.Excerpt;
import io.lyncwatch.discovery.text.Json;
import io.lyncwatch.discovery.text.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The forms of [MS-OCDISCWS]: an {@code AutodiscoverResponse} with a Root, Domain or User. In JSON
 * the keys are compared regardless of case, and {@code Links} may be one object instead of a list,
 * as existing clients allow. How SIP entries look in JSON is not documented: an object with the
 * same names is assumed.
 */
final class LegacyForm {
  private static final int LONGEST_FQDN = 255;

  private LegacyForm() {}

  static Optional<Draft> of(XmlElement response) {
    if (!response.name().equals("AutodiscoverResponse")) {
      return Optional.empty();
    }
    for (XmlElement child : response.children()) {
      for (DocumentKind kind : DocumentKind.values()) {
        if (child.name().equals(kind.element())) {
          return Optional.of(
              new Draft(
                  kind,
                  response.attribute("AccessLocation").flatMap(AccessLocation::of),
                  links(child),
                  sipAccesses(child)));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Link> links(XmlElement document) {
    return document.children().stream()
        .filter(child -> child.name().equals("Link"))
        .map(link -> link(link.attribute("token"), link.attribute("href")))
        .toList();
  }

  private static List<SipAccess> sipAccesses(XmlElement document) {
    List<SipAccess> accesses = new ArrayList<>();
    for (XmlElement child : document.children()) {
      for (SipAccess.Kind kind : SipAccess.Kind.values()) {
        if (child.name().equals(kind.element())) {
          accesses.add(sipAccess(kind, child.attribute("fqdn"), child.attribute("port")));
        }
      }
    }
    return accesses;
  }

  static Optional<Draft> of(JsonNode response) {
    for (DocumentKind kind : DocumentKind.values()) {
      Optional<JsonNode> document =
          Json.member(response, kind.element()).filter(JsonNode::isObject);
      if (document.isPresent()) {
        return Optional.of(
            new Draft(
                kind,
                Json.text(response, "AccessLocation").flatMap(AccessLocation::of),
                links(document.get()),
                sipAccesses(document.get())));
      }
    }
    return Optional.empty();
  }

  private static List<Link> links(JsonNode document) {
    return Json.member(document, "Links").stream()
        .flatMap(Json::oneOrMany)
        .map(link -> link(Json.text(link, "token"), Json.text(link, "href")))
        .toList();
  }

  private static List<SipAccess> sipAccesses(JsonNode document) {
    List<SipAccess> accesses = new ArrayList<>();
    for (SipAccess.Kind kind : SipAccess.Kind.values()) {
      Json.member(document, kind.element())
          .map(node -> sipAccess(kind, Json.text(node, "fqdn"), Json.text(node, "port")))
          .ifPresent(accesses::add);
    }
    return accesses;
  }

  private static Link link(Optional<String> token, Optional<String> href) {
    return new Link(token.orElse(""), href.orElse(""));
  }

  private static SipAccess sipAccess(
      SipAccess.Kind kind, Optional<String> fqdn, Optional<String> port) {
    return new SipAccess(
        kind,
        Excerpt.of(fqdn.orElse(""), LONGEST_FQDN),
        port.filter(text -> text.matches("[0-9]{1,5}")).stream()
            .mapToInt(Integer::parseInt)
            .filter(number -> number >= 1 && number <= 65_535)
            .findFirst());
  }
}
