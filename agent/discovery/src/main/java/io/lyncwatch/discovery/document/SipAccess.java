package io.lyncwatch.discovery.document;

import java.util.OptionalInt;

/**
 * Where desktop clients reach SIP, as a Domain or User document says.
 *
 * @param fqdn without the spaces that servers are known to write around it
 * @param port absent if it is not a number between 1 and 65535
 */
public record SipAccess(Kind kind, String fqdn, OptionalInt port) {

  /** For whom. */
  public enum Kind {
    /** Reserved by the specification. */
    SERVER_INTERNAL("SipServerInternalAccess"),
    /** Clients inside. */
    CLIENT_INTERNAL("SipClientInternalAccess"),
    /** Reserved by the specification. */
    SERVER_EXTERNAL("SipServerExternalAccess"),
    /** Clients outside. */
    CLIENT_EXTERNAL("SipClientExternalAccess");

    private final String element;

    Kind(String element) {
      this.element = element;
    }

    /** The name of its element or key. */
    String element() {
      return element;
    }
  }
}
