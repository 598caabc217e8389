package io.lyncwatch.discovery.ticket;

/** The form in which a ticket is asked for. */
public enum TokenType {
  /** A SAML 1.1 assertion, which mobile and desktop clients ask for. */
  SAML("http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1"),
  /** A compact web ticket, which the service's own web pages ask for. */
  COMPACT("urn:component:Microsoft.Rtc.WebAuthentication.2010:user-cwt-1");

  private final String uri;

  TokenType(String uri) {
    this.uri = uri;
  }

  String uri() {
    return uri;
  }
}
