package io.lyncwatch.discovery.document;

import java.util.Locale;

/**
 * The four forms in which the service can be asked for the same documents. What comes back is told
 * by its body, not by what was asked for.
 */
public enum Representation {
  /** [MS-OCDISCWS], all servers from Lync 2010 on; what a mobile client asks for. */
  LEGACY_XML("application/vnd.microsoft.rtc.autodiscover+xml;v=1"),
  /** The same in JSON. */
  LEGACY_JSON("application/vnd.microsoft.rtc.autodiscover+json;v=1"),
  /** Resources with {@code _links}, from Lync 2013 on. */
  UCWA_JSON("application/json"),
  /** The same as {@code resource} elements. */
  UCWA_XML("application/xml");

  private final String accept;

  Representation(String accept) {
    this.accept = accept;
  }

  /** The word in configurations: {@code legacy-xml}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The form of [MS-OCDISCWS] in the same syntax. */
  public Representation legacy() {
    return switch (this) {
      case LEGACY_XML, UCWA_XML -> LEGACY_XML;
      case LEGACY_JSON, UCWA_JSON -> LEGACY_JSON;
    };
  }

  /**
   * Whether an answer in this form may be labelled so.
   *
   * @param mediaType without parameters, lower case
   */
  public boolean labels(String mediaType) {
    return switch (this) {
      case LEGACY_XML -> mediaType.equals("application/vnd.microsoft.rtc.autodiscover+xml");
      case LEGACY_JSON -> mediaType.equals("application/vnd.microsoft.rtc.autodiscover+json");
      case UCWA_JSON ->
          mediaType.equals("application/json")
              || mediaType.equals("application/vnd.microsoft.com.ucwa+json");
      case UCWA_XML ->
          mediaType.equals("application/xml")
              || mediaType.equals("application/vnd.microsoft.com.ucwa+xml");
    };
  }

  /** The value of the Accept header that asks for it. */
  public String accept() {
    return accept;
  }
}
