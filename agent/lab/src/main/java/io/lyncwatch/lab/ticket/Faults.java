package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.web.Reply;

/** The refusals of the service: SOAP 1.1 faults (section 4.4) and their counterparts in HTTP. */
final class Faults {
  static final String XML = "text/xml; charset=utf-8";

  private static final int NOT_ENABLED = 28000;
  private static final String NOT_ENABLED_REASON = "User is not SIP enabled.";
  private static final int NO_TOKEN = 28020;
  private static final String NO_TOKEN_REASON = "No valid security token.";

  private Faults() {}

  /** Name and password are wrong or absent. */
  static Reply noValidToken() {
    return failedAuthentication(NO_TOKEN, NO_TOKEN_REASON);
  }

  /** The password is right, but the account is switched off in the directory. */
  static Reply accountDisabled() {
    return failedAuthentication(NO_TOKEN, "No valid security token: the account is disabled.");
  }

  /** Name and password are right, but Lync does not know the user. */
  static Reply notEnabled() {
    return failedAuthentication(NOT_ENABLED, NOT_ENABLED_REASON);
  }

  /** The same after Windows authentication, where MS-OCAUTHWS 3.2.4.1 wants a header. */
  static Reply notEnabledForWindows(String serverFqdn) {
    return diagnosed(Reply.empty(403), serverFqdn, NOT_ENABLED, NOT_ENABLED_REASON);
  }

  /** The certificate is good, but nobody's. */
  static Reply noValidCertificate(String serverFqdn) {
    return diagnosed(Pages.FORBIDDEN, serverFqdn, NO_TOKEN, NO_TOKEN_REASON);
  }

  private static Reply diagnosed(Reply reply, String serverFqdn, int errorId, String reason) {
    return reply.with(
        "X-Ms-diagnostics",
        "%d;source=\"%s\";reason=\"%s\";fault=\"wsse:FailedAuthentication\""
            .formatted(errorId, serverFqdn, reason));
  }

  /** The message is no request for a ticket (WS-Trust 1.3, section 11). */
  static Reply invalidRequest() {
    return fault(Xml.WST, "InvalidRequest", "The request was invalid or malformed", "");
  }

  /** The client asks for a ticket that ends before it starts (WS-Trust 1.3, section 11). */
  static Reply invalidTimeRange() {
    return fault(Xml.WST, "InvalidTimeRange", "The requested time range is invalid", "");
  }

  /** The client claims an address that is not the user's. */
  static Reply otherSipUri() {
    return fault(
        Xml.WST,
        "RequestFailed",
        "The SIP URI in the claim type requirements of the web ticket request does not match"
            + " the SIP URI associated with the presented credentials.",
        "");
  }

  private static Reply failedAuthentication(int errorId, String reason) {
    return fault(
        Xml.WSSE,
        "FailedAuthentication",
        reason,
        """
        <detail><OCSDiagnosticsFault xmlns="urn:component:Microsoft.Rtc.WebAuthentication.2010" \
        xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><Ms-Diagnostics-Fault>\
        <ErrorId>%d</ErrorId><Reason>%s</Reason></Ms-Diagnostics-Fault>\
        <NameValuePairs xmlns:a="http://schemas.microsoft.com/2003/10/Serialization/Arrays"/>\
        </OCSDiagnosticsFault></detail>\
        """
            .formatted(errorId, reason));
  }

  private static Reply fault(String namespace, String code, String reason, String detail) {
    return Reply.of(
        500,
        XML,
        """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>\
        <faultcode xmlns:a="%s">a:%s</faultcode><faultstring xml:lang="en-US">%s</faultstring>%s\
        </s:Fault></s:Body></s:Envelope>\
        """
            .formatted(namespace, code, reason, detail));
  }
}
