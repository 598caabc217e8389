package io.lyncwatch.discovery.document;

import io.lyncwatch.discovery.text.Json;
import io.lyncwatch.discovery.text.XmlElement;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The forms of UCWA: a resource with links, in JSON ({@code _links}) or XML ({@code resource}). Its
 * names are put into the words of the legacy forms by {@link #TOKENS}; others stay as they are. The
 * link {@code user} becomes User although it leads to the OAuth form of the User document: it is
 * the one way on from a root, and the 401 at its end tells how to sign in.
 */
final class UcwaForm {
  private static final Map<String, String> TOKENS =
      Map.of(
          "self", Token.SELF,
          "redirect", Token.REDIRECT,
          "user", Token.USER,
          "xframe", Token.XFRAME,
          "applications", Token.UCWA);

  private UcwaForm() {}

  static Optional<Draft> of(XmlElement resource, URI base) {
    if (!resource.name().equals("resource")) {
      return Optional.empty();
    }
    List<Link> links = new ArrayList<>();
    resource.attribute("href").ifPresent(href -> links.add(link("self", href)));
    for (XmlElement child : resource.children()) {
      if (child.name().equals("link")) {
        links.add(link(child.attribute("rel").orElse(""), child.attribute("href").orElse("")));
      }
    }
    return draft(resource.attribute("rel"), links, base);
  }

  static Optional<Draft> of(JsonNode resource, URI base) {
    Optional<JsonNode> rels = Json.member(resource, "_links").filter(JsonNode::isObject);
    if (rels.isEmpty()) {
      return Optional.empty();
    }
    List<Link> links =
        rels.get().properties().stream()
            .flatMap(rel ->
                Json.oneOrMany(rel.getValue())
                    .map(link -> link(rel.getKey(), Json.text(link, "href").orElse(""))))
            .toList();
    return draft(Json.text(resource, "rel"), links, base);
  }

  private static Link link(String rel, String href) {
    return new Link(TOKENS.getOrDefault(rel.strip().toLowerCase(Locale.ROOT), rel), href);
  }

  private static Optional<Draft> draft(Optional<String> rel, List<Link> links, URI base) {
    return kind(rel, links, base).map(kind -> new Draft(kind, Optional.empty(), links, List.of()));
  }

  /**
   * Which document it is: by the links that only one has, then by what it says, then by its URL.
   */
  private static Optional<DocumentKind> kind(Optional<String> rel, List<Link> links, URI base) {
    if (has(links, Token.UCWA)) {
      return Optional.of(DocumentKind.USER);
    }
    if (has(links, Token.USER)) {
      return Optional.of(DocumentKind.ROOT);
    }
    for (DocumentKind kind : List.of(DocumentKind.ROOT, DocumentKind.USER)) {
      if (rel.filter(kind.element()::equalsIgnoreCase).isPresent()) {
        return Optional.of(kind);
      }
    }
    if (!has(links, Token.REDIRECT)) {
      return Optional.empty();
    }
    String path = Optional.ofNullable(base.getPath()).orElse("").toLowerCase(Locale.ROOT);
    return Optional.of(path.endsWith("/user") ? DocumentKind.USER : DocumentKind.ROOT);
  }

  private static boolean has(List<Link> links, String token) {
    return links.stream().anyMatch(link -> link.token().equals(token));
  }
}
