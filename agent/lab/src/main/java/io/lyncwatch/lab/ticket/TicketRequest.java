package io.lyncwatch.lab.ticket;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.w3c.dom.Element;

/**
 * What a client asks for: the RequestSecurityToken of WS-Trust 1.3, section 3.1, with the claims of
 * MS-OCAUTHWS.
 *
 * @param context what the answer must repeat
 * @param audience the site of the resource that the ticket is to open; absent if none was named
 * @param sipUri the address that the client claims to be, as {@code sip:alice@contoso.example}
 * @param logon name and password, for a client that brings them in the message
 */
record TicketRequest(
    Optional<String> context,
    Optional<Audience> audience,
    Optional<String> sipUri,
    Optional<Instant> created,
    Optional<Instant> expires,
    Optional<Logon> logon) {

  private static final Set<String> ISSUE =
      Set.of("http://schemas.xmlsoap.org/ws/2005/02/trust/Issue", Xml.WST + "/Issue");

  private static final Set<String> TOKEN_TYPES =
      Set.of(
          "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1",
          Xml.OCS + ":user-cwt-1");

  private static final String CLAIMS_DIALECT = Xml.OCS + ":authclaims";
  private static final String SIP_CLAIM =
      "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/uri";

  /** Reads a SOAP 1.1 message; empty if it is not a request that a server would understand. */
  static Optional<TicketRequest> read(String message) {
    return Xml.read(message)
        .filter(root -> Xml.is(root, Xml.SOAP, "Envelope"))
        .flatMap(TicketRequest::readEnvelope);
  }

  private static Optional<TicketRequest> readEnvelope(Element envelope) {
    return Xml.child(envelope, Xml.SOAP, "Body")
        .flatMap(body -> Xml.child(body, Xml.WST, "RequestSecurityToken"))
        .filter(TicketRequest::isUnderstood)
        .map(request -> read(request, Logon.read(envelope)));
  }

  private static TicketRequest read(Element request, Optional<Logon> logon) {
    return new TicketRequest(
        Optional.of(request.getAttribute("Context")).filter(context -> !context.isEmpty()),
        Xml.child(request, Xml.WSP, "AppliesTo").flatMap(TicketRequest::audience),
        Xml.child(request, Xml.WST, "Claims").flatMap(TicketRequest::sipUri),
        instant(request, "Created"),
        instant(request, "Expires"),
        logon);
  }

  /** What is there must be right; only the request type must be there. */
  private static boolean isUnderstood(Element request) {
    return Xml.childText(request, Xml.WST, "RequestType").filter(ISSUE::contains).isPresent()
        && Xml.childText(request, Xml.WST, "TokenType").stream().allMatch(TOKEN_TYPES::contains)
        && readsIfThere(request, Xml.WSP, "AppliesTo", TicketRequest::audience)
        && readsIfThere(request, Xml.WST, "Claims", TicketRequest::sipUri)
        && readsIfThere(request, Xml.WST, "Entropy", TicketRequest::entropy)
        && readsIfThere(request, Xml.WST, "Lifetime", lifetime -> instant(request, "Expires"));
  }

  private static boolean readsIfThere(
      Element parent, String namespace, String name, Function<Element, Optional<?>> reader) {
    return Xml.child(parent, namespace, name).stream()
        .allMatch(element -> reader.apply(element).isPresent());
  }

  private static Optional<Audience> audience(Element appliesTo) {
    return Xml.child(appliesTo, Xml.WSA, "EndpointReference")
        .flatMap(reference -> Xml.childText(reference, Xml.WSA, "Address"))
        .flatMap(Audience::ofUrl);
  }

  private static Optional<String> sipUri(Element claims) {
    return Optional.of(claims)
        .filter(all -> all.getAttribute("Dialect").equals(CLAIMS_DIALECT))
        .flatMap(all ->
            Xml.children(all, Xml.AUTH, "ClaimType")
                .filter(claim -> claim.getAttribute("Uri").equals(SIP_CLAIM))
                .findFirst())
        .flatMap(claim -> Xml.childText(claim, Xml.AUTH, "Value"));
  }

  private static Optional<byte[]> entropy(Element entropy) {
    return Xml.childText(entropy, Xml.WST, "BinarySecret").flatMap(Base64Text::read);
  }

  private static Optional<Instant> instant(Element request, String name) {
    try {
      return Xml.child(request, Xml.WST, "Lifetime")
          .flatMap(lifetime -> Xml.childText(lifetime, Xml.WSU, name))
          .map(Instant::parse);
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  /**
   * How long the ticket is to last: what was asked for, at most the limit. Not positive if the
   * client asked for nonsense.
   */
  Duration lifetime(Instant now, Duration limit) {
    return expires
        .map(end -> Duration.between(created.orElse(now), end))
        .filter(asked -> asked.compareTo(limit) < 0)
        .orElse(limit);
  }
}
