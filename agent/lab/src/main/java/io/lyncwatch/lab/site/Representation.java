package io.lyncwatch.lab.site;

import io.lyncwatch.lab.world.Generation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four ways to write a document down, of which the Accept header chooses one. */
enum Representation {
  LEGACY_XML("application/vnd.microsoft.rtc.autodiscover+xml; v=1"),
  LEGACY_JSON("application/vnd.microsoft.rtc.autodiscover+json; v=1"),
  UCWA_XML("application/xml"),
  UCWA_JSON("application/json");

  private final String contentType;

  Representation(String contentType) {
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  String write(Document document) {
    return switch (this) {
      case LEGACY_XML -> LegacyForms.xml(document);
      case LEGACY_JSON -> LegacyForms.json(document);
      case UCWA_XML -> UcwaForms.xml(document);
      case UCWA_JSON -> UcwaForms.json(document);
    };
  }

  /**
   * The first type of an Accept header that the product knows, without weighing; for anything else
   * it is JSON, which of the two depends on the product.
   */
  static Representation of(String accept, Generation generation) {
    return Arrays.stream(accept.toLowerCase(Locale.ROOT).split(",", -1))
        .map(range -> range.split(";", 2)[0].strip())
        .flatMap(type -> named(type).stream())
        .filter(form -> form == form.legacy() || generation.hasUcwa())
        .findFirst()
        .orElse(generation.prefersUcwa() ? UCWA_JSON : LEGACY_JSON);
  }

  private static Optional<Representation> named(String type) {
    return switch (type) {
      case "application/vnd.microsoft.rtc.autodiscover+xml" -> Optional.of(LEGACY_XML);
      case "application/vnd.microsoft.rtc.autodiscover+json" -> Optional.of(LEGACY_JSON);
      case "application/json" -> Optional.of(UCWA_JSON);
      case "application/xml", "application/vnd.microsoft.com.ucwa+xml" -> Optional.of(UCWA_XML);
      case String other -> Optional.empty();
    };
  }

  /** The legacy form of the same syntax, for a resource that UCWA does not know. */
  Representation legacy() {
    return switch (this) {
      case LEGACY_XML, UCWA_XML -> LEGACY_XML;
      case LEGACY_JSON, UCWA_JSON -> LEGACY_JSON;
    };
  }
}
