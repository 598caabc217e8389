package io.lyncwatch.lab.ticket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Name and password in a WS-Security UsernameToken. Lync's clients send both in Base64, which the
 * token profile does not ask for.
 *
 * @param name {@code CONTOSO\alice} or a UPN
 */
record Logon(String name, String password) {
  private static final String PASSWORD_TEXT =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";

  /** Reads the header of a SOAP message; empty if it holds none, or one that is not understood. */
  static Optional<Logon> read(Element envelope) {
    return Xml.child(envelope, Xml.SOAP, "Header")
        .flatMap(header -> Xml.child(header, Xml.WSSE, "Security"))
        .flatMap(security -> Xml.child(security, Xml.WSSE, "UsernameToken"))
        .flatMap(Logon::readToken);
  }

  private static Optional<Logon> readToken(Element token) {
    Optional<String> password =
        Xml.child(token, Xml.WSSE, "Password")
            .filter(element -> element.getAttribute("Type").equals(PASSWORD_TEXT))
            .map(Xml::text)
            .flatMap(Base64Text::readText);
    return Xml.childText(token, Xml.WSSE, "Username")
        .flatMap(Base64Text::readText)
        .flatMap(name -> password.map(secret -> new Logon(name, secret)));
  }

  /** Compares in a time that does not tell how much of it is right. */
  boolean hasPassword(String expected) {
    return MessageDigest.isEqual(
        password.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "logon of " + name;
  }
}
