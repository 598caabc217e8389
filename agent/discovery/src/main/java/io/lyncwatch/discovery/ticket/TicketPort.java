package io.lyncwatch.discovery.ticket;

/** The ports of the web ticket service that are known by name, each for one way to sign in. */
public enum TicketPort {
  /** Kerberos or NTLM, chosen by HTTP Negotiate (RFC 4559). */
  WIN_NEGOTIATE("WebTicketServiceWinNegotiate"),
  /** NTLM only. */
  WIN_NTLM("WebTicketServiceWinNtlm"),
  /** User name and password in the message. */
  AUTH("WebTicketServiceAuth"),
  /** Nothing: guests of a meeting. */
  ANON("WebTicketServiceAnon"),
  /** A client certificate that the server's provisioning service issued. */
  CERT("WebTicketServiceCert"),
  /** Extension and PIN: telephones. */
  PIN("WebTicketServicePin"),
  /** A security token of a federation service. */
  WS_FED_BEARER("WsFedBearer"),
  /** A browser's way through a federation service. */
  WS_FED_PASSIVE("WsFedPassive"),
  /** A bearer token. */
  OAUTH("OAuth");

  private final String portName;

  TicketPort(String portName) {
    this.portName = portName;
  }

  /** The name in the metadata. */
  public String portName() {
    return portName;
  }
}
