package io.lyncwatch.lab.ticket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A web ticket: a SAML 1.1 assertion that names its user, its audience and its time. The signature
 * is the pool's own matter (a client takes the text as it came), so it is a seal over all the text
 * before it and not a signature of XML-DSig.
 *
 * @param audience the web site that the ticket is for, {@code https://lyncweb.contoso.example/}
 * @param sipUri the user, {@code sip:alice@contoso.example}
 * @param notBefore to the millisecond
 * @param notOnOrAfter to the millisecond
 */
record Assertion(
    String id,
    String issuer,
    String audience,
    String sipUri,
    Instant notBefore,
    Instant notOnOrAfter) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final int SEAL = 44;
  private static final String END = "</SignatureValue></Signature></saml:Assertion>";

  /** The assertion as it is sent. */
  String sealed(TicketKey key) {
    String start = start();
    return start + key.seal(start) + END;
  }

  /** Starts as the tickets of real servers start, and has no space between its elements. */
  private String start() {
    return """
    <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:1.0:assertion" MajorVersion="1" \
    MinorVersion="1" AssertionID="%1$s" Issuer="%2$s" IssueInstant="%5$s">\
    <saml:Conditions NotBefore="%5$s" NotOnOrAfter="%6$s"><saml:AudienceRestrictionCondition>\
    <saml:Audience>%3$s</saml:Audience></saml:AudienceRestrictionCondition></saml:Conditions>\
    <saml:AuthenticationStatement AuthenticationInstant="%5$s" \
    AuthenticationMethod="urn:oasis:names:tc:SAML:1.0:am:unspecified"><saml:Subject>\
    <saml:NameIdentifier Format="http://schemas.xmlsoap.org/ws/2005/05/identity/claims/uri">%4$s\
    </saml:NameIdentifier></saml:Subject></saml:AuthenticationStatement>\
    <Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo>\
    <SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"/>\
    </SignedInfo><SignatureValue>\
    """
        .formatted(
            Xml.escape(id),
            Xml.escape(issuer),
            Xml.escape(audience),
            Xml.escape(sipUri),
            TIME.format(notBefore),
            TIME.format(notOnOrAfter));
  }

  /** Reads what was sealed with this key; empty for any other text. */
  static Optional<Assertion> read(String text, TicketKey key) {
    int seal = text.length() - END.length() - SEAL;
    return seal > 0 && text.endsWith(END) && isSealed(text, seal, key)
        ? Xml.read(text).flatMap(Assertion::read)
        : Optional.empty();
  }

  private static boolean isSealed(String text, int seal, TicketKey key) {
    byte[] found = text.substring(seal, seal + SEAL).getBytes(StandardCharsets.UTF_8);
    byte[] expected = key.seal(text.substring(0, seal)).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(found, expected);
  }

  private static Optional<Assertion> read(Element assertion) {
    return Xml.child(assertion, Xml.SAML, "Conditions")
        .flatMap(conditions -> read(assertion, conditions));
  }

  private static Optional<Assertion> read(Element assertion, Element conditions) {
    Optional<String> audience =
        Xml.child(conditions, Xml.SAML, "AudienceRestrictionCondition")
            .flatMap(condition -> Xml.childText(condition, Xml.SAML, "Audience"));
    Optional<String> name =
        Xml.child(assertion, Xml.SAML, "AuthenticationStatement")
            .flatMap(statement -> Xml.child(statement, Xml.SAML, "Subject"))
            .flatMap(subject -> Xml.childText(subject, Xml.SAML, "NameIdentifier"));
    return audience.flatMap(site ->
        name.map(sipUri ->
            new Assertion(
                assertion.getAttribute("AssertionID"),
                assertion.getAttribute("Issuer"),
                site,
                sipUri,
                Instant.parse(conditions.getAttribute("NotBefore")),
                Instant.parse(conditions.getAttribute("NotOnOrAfter")))));
  }
}
