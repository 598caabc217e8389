package io.lyncwatch.discovery.ticket;

import static io.lyncwatch.discovery.ticket.Vocabulary.AUTH;
import static io.lyncwatch.discovery.ticket.Vocabulary.SOAP;
import static io.lyncwatch.discovery.ticket.Vocabulary.WSA;
import static io.lyncwatch.discovery.ticket.Vocabulary.WSP;
import static io.lyncwatch.discovery.ticket.Vocabulary.WSSE;
import static io.lyncwatch.discovery.ticket.Vocabulary.WST;

import io.lyncwatch.discovery.SignInAddress;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.xml.stream.XMLStreamException;

/**
 * Builds the request for a ticket (RequestSecurityToken of WS-Trust 1.3, [MS-OCAUTHWS] 3.2.4.1), to
 * be sent by POST to a port of the web ticket service, with {@link #SOAP_ACTION} and {@link
 * #CONTENT_TYPE}.
 */
public final class TicketRequest {
  /** The value of the SOAPAction header, with the quotes that SOAP 1.1 wants. */
  public static final String SOAP_ACTION =
      "\"http://docs.oasis-open.org/ws-sx/ws-trust/200512/RST/Issue\"";

  /** The value of the Content-Type header. */
  public static final String CONTENT_TYPE = "text/xml; charset=utf-8";

  // The URI of 2005 inside a message of 2005/12 is what all clients send and the service expects.
  private static final String ISSUE = "http://schemas.xmlsoap.org/ws/2005/02/trust/Issue";
  private static final String SYMMETRIC_KEY =
      "http://docs.oasis-open.org/ws-sx/ws-trust/200512/SymmetricKey";
  private static final String CLAIMS_DIALECT =
      "urn:component:Microsoft.Rtc.WebAuthentication.2010:authclaims";
  private static final String URI_CLAIM =
      "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/uri";
  private static final String PASSWORD_TEXT =
      "http://docs.oasis-open.org/wss/2004/01/"
          + "oasis-200401-wss-username-token-profile-1.0#PasswordText";
  private static final int ENTROPY_BYTES = 32;

  private final RandomGenerator random;

  /**
   * @param random for the client's share of the proof key and the message's identity: a secure one,
   *     except in tests
   */
  public TicketRequest(RandomGenerator random) {
    this.random = random;
  }

  /**
   * For the ports that take the credentials from HTTP or TLS (Negotiate, NTLM, certificate): a SAML
   * ticket for that address.
   *
   * @param resource the URL that the ticket is for: the User link
   */
  public SecretBody integrated(SignInAddress address, String resource) {
    return written(() -> {
      Envelope envelope = new Envelope(List.of(SOAP, WST, WSP, WSA, AUTH)).open(SOAP, "Body");
      begin(envelope, TokenType.SAML, resource);
      envelope.open(WST, "Claims").attribute("Dialect", CLAIMS_DIALECT);
      envelope.open(AUTH, "ClaimType").attribute("Uri", URI_CLAIM).attribute("Optional", "false");
      envelope.leaf(AUTH, "Value", address.sipUri()).close().close();
      envelope.open(WST, "Entropy").leaf(WST, "BinarySecret", entropy()).close();
      return envelope.leaf(WST, "KeyType", SYMMETRIC_KEY).body();
    });
  }

  /**
   * For the port that takes a user name and a password in the message. Both go as base64, beyond
   * what the UsernameToken profile asks for: that is how the service's own web pages send them.
   *
   * @param username {@code DOMAIN\\user} or a user principal name
   * @param password left as it is; wiping it is up to the caller
   * @param resource the URL that the ticket is for: the User link
   */
  public SecretBody usernameToken(
      String username, char[] password, TokenType type, String resource) {
    return written(() -> {
      Envelope envelope = new Envelope(List.of(SOAP, WST, WSP, WSA, WSSE)).open(SOAP, "Header");
      envelope.open(WSSE, "Security").mustUnderstand().open(WSSE, "UsernameToken");
      envelope.leaf(WSSE, "Username", base64(CharBuffer.wrap(username)));
      envelope.open(WSSE, "Password").attribute("Type", PASSWORD_TEXT);
      envelope
          .text(base64(CharBuffer.wrap(password)))
          .close()
          .close()
          .close()
          .close()
          .open(SOAP, "Body");
      begin(envelope, type, resource);
      return envelope.leaf(WST, "KeyType", SYMMETRIC_KEY).body();
    });
  }

  private void begin(Envelope envelope, TokenType type, String resource) throws XMLStreamException {
    envelope.open(WST, "RequestSecurityToken").attribute("Context", context());
    envelope.leaf(WST, "TokenType", type.uri()).leaf(WST, "RequestType", ISSUE);
    envelope.open(WSP, "AppliesTo").open(WSA, "EndpointReference");
    envelope.leaf(WSA, "Address", resource).close().close();
  }

  private String entropy() {
    byte[] bytes = new byte[ENTROPY_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A random UUID, RFC 9562 5.4. */
  private String context() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & ~(0xC0L << 56)) | (0x80L << 56);
    return new UUID(high, low).toString();
  }

  private static String base64(CharBuffer text) {
    ByteBuffer utf8 = StandardCharsets.UTF_8.encode(text);
    byte[] bytes = new byte[utf8.remaining()];
    utf8.get(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static SecretBody written(Message message) {
    try {
      return message.write();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a message could not be written to memory", e);
    }
  }

  /** The writing of one message. */
  @FunctionalInterface
  private interface Message {
    SecretBody write() throws XMLStreamException;
  }
}
