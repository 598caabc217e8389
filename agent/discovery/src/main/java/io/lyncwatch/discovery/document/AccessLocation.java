package io.lyncwatch.discovery.document;

import java.util.Optional;

/** Which of a server's two web sites took the request, as it says itself. */
public enum AccessLocation {
  /** The internal one. */
  INTERNAL("Internal"),
  /** The external one, behind the reverse proxy. */
  EXTERNAL("External");

  private final String word;

  AccessLocation(String word) {
    this.word = word;
  }

  /** The word in documents. */
  public String word() {
    return word;
  }

  /** Regardless of case and spaces; nothing for any other word. */
  static Optional<AccessLocation> of(String text) {
    for (AccessLocation location : values()) {
      if (location.word.equalsIgnoreCase(text.strip())) {
        return Optional.of(location);
      }
    }
    return Optional.empty();
  }
}
