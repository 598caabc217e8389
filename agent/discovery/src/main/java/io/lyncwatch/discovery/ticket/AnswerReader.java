package io.lyncwatch.discovery.ticket;

import io.lyncwatch.discovery.text.Excerpt;
import io.lyncwatch.discovery.text.Verbatim;
import io.lyncwatch.discovery.text.XmlElement;
import io.lyncwatch.discovery.text.XmlReader;
import io.lyncwatch.discovery.text.XmlReading;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the answer to a ticket request: a RequestSecurityTokenResponse (WS-Trust 1.3) or a SOAP 1.1
 * or 1.2 fault. Elements are known by local name, because prefixes differ between versions.
 */
public final class AnswerReader {
  private static final int LONGEST_TICKET = 1 << 16;
  private static final int LONGEST_TEXT = 300;
  // The element around a compact ticket is not documented, so its text has to tell.
  private static final Pattern COMPACT =
      Pattern.compile("(?i:cwt[:=])(?<token>[A-Za-z0-9_+/=.-]++)");

  private AnswerReader() {}

  /** Reads one body. Never throws, whatever it holds. */
  public static TicketAnswer read(String body) {
    return switch (XmlReader.read(body)) {
      case XmlReading.Parsed(XmlElement root, Verbatim verbatim) ->
          root.first("Fault")
              .map(AnswerReader::fault)
              .or(() ->
                  root.first("RequestedSecurityToken").map(token -> issued(root, token, verbatim)))
              .orElseGet(() -> unreadable("the XML document " + root + " holds no ticket"));
      case XmlReading.Refused(String detail) -> unreadable(detail);
    };
  }

  private static TicketAnswer issued(XmlElement root, XmlElement requested, Verbatim verbatim) {
    Optional<XmlElement> assertion = requested.first("Assertion");
    Optional<Instant> created = instant(root, assertion, "Created", "NotBefore");
    Optional<Instant> expires = instant(root, assertion, "Expires", "NotOnOrAfter");
    if (assertion.isPresent()) {
      String exact = verbatim.of(assertion.get());
      return exact.length() > LONGEST_TICKET
          ? unreadable("a ticket of more than " + LONGEST_TICKET + " characters")
          : new TicketAnswer.Issued(WebTicket.ofAssertion(exact, created, expires));
    }
    return compact(requested)
        .<TicketAnswer>map(
            token -> new TicketAnswer.Issued(WebTicket.ofCompact(token, created, expires)))
        .orElseGet(() -> unreadable("a response whose ticket is of no known form"));
  }

  private static Optional<String> compact(XmlElement requested) {
    return requested
        .all()
        .map(element -> COMPACT.matcher(element.text().strip()))
        .filter(Matcher::matches)
        .map(match -> match.group("token"))
        .filter(token -> token.length() <= LONGEST_TICKET)
        .findFirst();
  }

  /** From the response's lifetime, else from the assertion's conditions. */
  private static Optional<Instant> instant(
      XmlElement root, Optional<XmlElement> assertion, String element, String attribute) {
    return root.first("Lifetime")
        .flatMap(lifetime -> lifetime.first(element))
        .map(XmlElement::text)
        .or(() ->
            assertion
                .flatMap(it -> it.first("Conditions"))
                .flatMap(conditions -> conditions.attribute(attribute)))
        .flatMap(AnswerReader::instant);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static TicketAnswer fault(XmlElement fault) {
    String code =
        text(fault, "faultcode")
            .or(() -> fault.first("Subcode").flatMap(subcode -> text(subcode, "Value")))
            .or(() -> fault.first("Code").flatMap(outer -> text(outer, "Value")))
            .orElse("");
    String localCode = code.substring(code.lastIndexOf(':') + 1);
    String text =
        text(fault, "faultstring")
            .or(() -> fault.first("Reason").flatMap(reason -> text(reason, "Text")))
            .orElse("");
    return new TicketAnswer.Fault(localCode, text, diagnostics(fault));
  }

  private static Optional<Diagnostics> diagnostics(XmlElement fault) {
    return fault
        .first("OCSDiagnosticsFault")
        .flatMap(detail ->
            text(detail, "ErrorId")
                .filter(id -> id.matches("[0-9]{1,9}"))
                .map(id ->
                    new Diagnostics(
                        Integer.parseInt(id), "", text(detail, "Reason").orElse(""), "")));
  }

  private static Optional<String> text(XmlElement parent, String name) {
    return parent.first(name).map(element -> Excerpt.of(element.text(), LONGEST_TEXT));
  }

  private static TicketAnswer unreadable(String detail) {
    return new TicketAnswer.Unreadable(Excerpt.of(detail, LONGEST_TEXT));
  }
}
