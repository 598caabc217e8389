package io.lyncwatch.discovery.text;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML that anyone may have written. A document type is refused, and with it every entity
 * (which also rules out external ones and expansion bombs); length, depth, elements and attributes
 * are bounded. Namespaces are left alone, so that an undeclared prefix does not hide what a
 * document says.
 */
public final class XmlReader {
  /** The longest text that is read at all. */
  public static final int MAX_CHARACTERS = 1 << 20;

  private static final int MAX_DEPTH = 64;
  private static final int MAX_ELEMENTS = 20_000;
  private static final int MAX_ATTRIBUTES = 64;

  /** One for all: making it reads the JVM's configuration. It holds no state once it is made. */
  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader events;
  private final Deque<Open> open = new ArrayDeque<>();
  private int elements;

  private XmlReader(XMLStreamReader events) {
    this.events = events;
  }

  /** Reads a whole document; spaces and a byte order mark before it are passed over. */
  public static XmlReading read(String text) {
    if (text.length() > MAX_CHARACTERS) {
      return new XmlReading.Refused("longer than " + MAX_CHARACTERS + " characters");
    }
    String source = trimmed(text);
    if (source.isEmpty()) {
      return new XmlReading.Refused("nothing");
    }
    // Before the parser sees it: the JDK's throws unchecked for some characters in a document type.
    if (source.contains("<!DOCTYPE")) {
      return refused(source, "it declares a document type");
    }
    try {
      XMLStreamReader events = FACTORY.createXMLStreamReader(new StringReader(source));
      return new XmlReading.Parsed(new XmlReader(events).document(), new Verbatim(source));
    } catch (TooMuch e) {
      return refused(source, e.what);
    } catch (XMLStreamException e) {
      return refused(source, "not well-formed XML" + place(e.getLocation()));
    }
  }

  private static XmlReading refused(String source, String detail) {
    return new XmlReading.Refused(WebPage.describe(source).orElse(detail));
  }

  /** The text without byte order marks and spaces around it. */
  public static String trimmed(String text) {
    String rest = text.strip();
    while (rest.startsWith("\uFEFF")) {
      rest = rest.substring(1).strip();
    }
    return rest;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return factory;
  }

  private XmlElement document() throws XMLStreamException, TooMuch {
    XmlElement root = null;
    while (events.hasNext()) {
      switch (events.next()) {
        case XMLStreamConstants.START_ELEMENT -> begin();
        case XMLStreamConstants.END_ELEMENT -> root = end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            characters();
        case XMLStreamConstants.ENTITY_REFERENCE -> throw new TooMuch("it refers to an entity");
        default -> {}
      }
    }
    if (root == null) {
      throw new TooMuch("no element");
    }
    return root;
  }

  private void begin() throws TooMuch {
    if (open.size() == MAX_DEPTH) {
      throw new TooMuch("elements nested more than " + MAX_DEPTH + " deep");
    }
    if (elements == MAX_ELEMENTS) {
      throw new TooMuch("more than " + MAX_ELEMENTS + " elements");
    }
    if (events.getAttributeCount() > MAX_ATTRIBUTES) {
      throw new TooMuch("an element with more than " + MAX_ATTRIBUTES + " attributes");
    }
    open.push(new Open(localName(events.getLocalName()), attributes(), elements++));
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < events.getAttributeCount(); i++) {
      String prefix = events.getAttributePrefix(i);
      if (prefix == null || prefix.isEmpty()) {
        attributes.put(events.getAttributeLocalName(i), events.getAttributeValue(i));
      }
    }
    return attributes;
  }

  private XmlElement end() {
    XmlElement done = open.pop().close();
    if (!open.isEmpty()) {
      open.element().children.add(done);
    }
    return done;
  }

  private void characters() {
    if (!open.isEmpty()) {
      open.element().text.append(events.getText());
    }
  }

  private static String localName(String qualified) {
    return qualified.substring(qualified.indexOf(':') + 1);
  }

  private static String place(Location location) {
    return location == null
        ? ""
        : " at line " + location.getLineNumber() + ", column " + location.getColumnNumber();
  }

  /** An element whose end tag has not come yet. */
  private record Open(
      String name,
      Map<String, String> attributes,
      int order,
      StringBuilder text,
      List<XmlElement> children) {
    Open(String name, Map<String, String> attributes, int order) {
      this(name, attributes, order, new StringBuilder(), new ArrayList<>());
    }

    XmlElement close() {
      return new XmlElement(name, attributes, text.toString(), children, order);
    }
  }

  /** Ends the reading of a text that goes beyond what any service sends. */
  private static final class TooMuch extends Exception {
    private static final long serialVersionUID = 1;
    private final String what;

    TooMuch(String what) {
      super(what, null, false, false);
      this.what = what;
    }
  }
}
