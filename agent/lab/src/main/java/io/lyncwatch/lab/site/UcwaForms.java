package io.lyncwatch.lab.site;

import static java.util.stream.Collectors.joining;

import java.util.Locale;

/** How Lync Server 2013 and later write documents down for the Unified Communications Web API. */
final class UcwaForms {
  private UcwaForms() {}

  static String json(Document document) {
    return document.rels().stream()
        .map(link -> "\"%s\":{\"href\":%s}".formatted(link.token(), Text.json(link.href())))
        .collect(joining(",", "{\"_links\":{", "}}"));
  }

  static String xml(Document document) {
    String self =
        document.rels().stream()
            .filter(UcwaForms::isSelf)
            .map(link -> " href=\"%s\"".formatted(Text.xml(link.href())))
            .collect(joining());
    String links =
        document.rels().stream()
            .filter(link -> !isSelf(link))
            .map(link ->
                "<link rel=\"%s\" href=\"%s\"/>".formatted(link.token(), Text.xml(link.href())))
            .collect(joining());
    return """
    <?xml version="1.0" encoding="utf-8"?>\
    <resource rel="%s"%s xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa">%s</resource>\
    """
        .formatted(document.element().toLowerCase(Locale.ROOT), self, links);
  }

  private static boolean isSelf(Link link) {
    return link.token().equals("self");
  }
}
