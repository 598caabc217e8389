package io.lyncwatch.discovery.document;

/** The three documents of the service. */
public enum DocumentKind {
  /** The entry point: where the other two are. */
  ROOT("Root"),
  /** The topology of the server that was asked. */
  DOMAIN("Domain"),
  /** The services of one user, for whom a ticket is needed. */
  USER("User");

  private final String element;

  DocumentKind(String element) {
    this.element = element;
  }

  /** The name of its element or key in the legacy forms. */
  String element() {
    return element;
  }
}
