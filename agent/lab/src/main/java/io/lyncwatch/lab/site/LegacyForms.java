package io.lyncwatch.lab.site;

import static java.util.stream.Collectors.joining;

/** How Lync Server 2010 and later write documents down, MS-OCDISCWS 2.2. */
final class LegacyForms {
  private LegacyForms() {}

  static String xml(Document document) {
    String access =
        document.access().stream()
            .map(sip ->
                "<%s fqdn=\"%s\" port=\"%d\" />"
                    .formatted(sip.element(), Text.xml(sip.fqdn()), sip.port()))
            .collect(joining());
    String links =
        document.links().stream()
            .map(link ->
                "<Link token=\"%s\" href=\"%s\" />".formatted(link.token(), Text.xml(link.href())))
            .collect(joining());
    return """
    <?xml version="1.0" encoding="utf-8"?>\
    <AutodiscoverResponse xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
    xmlns:xsd="http://www.w3.org/2001/XMLSchema" AccessLocation="%s">\
    <%2$s>%3$s%4$s</%2$s></AutodiscoverResponse>\
    """
        .formatted(document.location().text(), document.element(), access, links);
  }

  static String json(Document document) {
    String access =
        document.access().stream()
            .map(sip ->
                "\"%s\":{\"fqdn\":%s,\"port\":\"%d\"},"
                    .formatted(sip.element(), Text.json(sip.fqdn()), sip.port()))
            .collect(joining());
    String links =
        document.links().stream()
            .map(link ->
                "{\"href\":%s,\"token\":\"%s\"}"
                    .formatted(slashed(Text.json(link.href())), slashed(link.token())))
            .collect(joining(","));
    return "{\"AccessLocation\":\"%s\",\"%s\":{%s\"Links\":[%s]}}"
        .formatted(document.location().text(), document.element(), access, links);
  }

  /** The serializer of these servers escapes slashes, as JSON allows. */
  private static String slashed(String text) {
    return text.replace("/", "\\/");
  }
}
