package io.lyncwatch.lab.ticket;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Messages as clients of Lync send them. */
final class TestingMessages {
  /** For the Negotiate port. */
  static final String REQUEST =
      """
      <?xml version="1.0"?>
      <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"
          xmlns:wst="http://docs.oasis-open.org/ws-sx/ws-trust/200512"
          xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy"
          xmlns:wsa="http://www.w3.org/2005/08/addressing"
          xmlns:auth="http://schemas.xmlsoap.org/ws/2006/12/authorization"
          xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd">
        <soap:Body>
          <wst:RequestSecurityToken Context="0d3c2e31-bb96-4d1f-bb75-a07c09e06a55">
            <wst:TokenType>http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1</wst:TokenType>
            <wst:RequestType>http://schemas.xmlsoap.org/ws/2005/02/trust/Issue</wst:RequestType>
            <wsp:AppliesTo><wsa:EndpointReference>
              <wsa:Address>https://lyncweb.contoso.example/Autodiscover/AutodiscoverService.svc/root/user</wsa:Address>
            </wsa:EndpointReference></wsp:AppliesTo>
            <wst:Claims Dialect="urn:component:Microsoft.Rtc.WebAuthentication.2010:authclaims">
              <auth:ClaimType Uri="http://schemas.xmlsoap.org/ws/2005/05/identity/claims/uri" Optional="false">
                <auth:Value>sip:alice@contoso.example</auth:Value>
              </auth:ClaimType>
            </wst:Claims>
            <wst:Entropy><wst:BinarySecret>AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=</wst:BinarySecret></wst:Entropy>
            <wst:KeyType>http://docs.oasis-open.org/ws-sx/ws-trust/200512/SymmetricKey</wst:KeyType>
          </wst:RequestSecurityToken>
        </soap:Body>
      </soap:Envelope>
      """;

  private TestingMessages() {}

  static String asking(String created, String expires) {
    return REQUEST.replace(
        "<wst:Entropy>",
        "<wst:Lifetime><wsu:Created>%s</wsu:Created><wsu:Expires>%s</wsu:Expires></wst:Lifetime><wst:Entropy>"
            .formatted(created, expires));
  }

  /** For the Auth port, as the dial-in page sends it: a compact ticket, no claims, no entropy. */
  static String logon(String name, String password) {
    return """
    <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>
      <Security s:mustUnderstand="1" xmlns="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">
        <UsernameToken>
          <Username>%s</Username>
          <Password Type="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText">%s</Password>
        </UsernameToken>
      </Security></s:Header>
      <s:Body>
        <RequestSecurityToken xmlns="http://docs.oasis-open.org/ws-sx/ws-trust/200512">
          <TokenType>urn:component:Microsoft.Rtc.WebAuthentication.2010:user-cwt-1</TokenType>
          <RequestType>http://schemas.xmlsoap.org/ws/2005/02/trust/Issue</RequestType>
        </RequestSecurityToken>
      </s:Body>
    </s:Envelope>
    """
        .formatted(base64(name), base64(password));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
