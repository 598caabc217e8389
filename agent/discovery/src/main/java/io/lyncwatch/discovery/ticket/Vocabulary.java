package io.lyncwatch.discovery.ticket;

import java.util.Locale;

/** The namespaces of a ticket request; versions and years differ as the service expects them. */
enum Vocabulary {
  /** SOAP 1.1. */
  SOAP("http://schemas.xmlsoap.org/soap/envelope/"),
  /** WS-Trust 1.3. */
  WST("http://docs.oasis-open.org/ws-sx/ws-trust/200512"),
  /** WS-Policy 1.2. */
  WSP("http://schemas.xmlsoap.org/ws/2004/09/policy"),
  /** WS-Addressing 1.0. */
  WSA("http://www.w3.org/2005/08/addressing"),
  /** Authorization claims. */
  AUTH("http://schemas.xmlsoap.org/ws/2006/12/authorization"),
  /** WS-Security 1.0. */
  WSSE("http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd");

  private final String uri;

  Vocabulary(String uri) {
    this.uri = uri;
  }

  String uri() {
    return uri;
  }

  String prefix() {
    return name().toLowerCase(Locale.ROOT);
  }
}
