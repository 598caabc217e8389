package io.lyncwatch.lab.ticket;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML that strangers send, and writes text into XML. */
final class Xml {
  static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  static final String WST = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";
  static final String WSP = "http://schemas.xmlsoap.org/ws/2004/09/policy";
  static final String WSA = "http://www.w3.org/2005/08/addressing";
  static final String AUTH = "http://schemas.xmlsoap.org/ws/2006/12/authorization";
  static final String SAML = "urn:oasis:names:tc:SAML:1.0:assertion";
  static final String OCS = "urn:component:Microsoft.Rtc.WebAuthentication.2010";
  static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
  static final String WSU =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

  private static final int CHARACTERS = 65_536;
  private static final String DEPTH = "32";

  private Xml() {}

  /** The document element; empty if it is not well-formed, has a DTD, or is too long or deep. */
  static Optional<Element> read(String text) {
    if (text.length() > CHARACTERS) {
      return Optional.empty();
    }
    try {
      InputSource source = new InputSource(new StringReader(text));
      return Optional.of(parser().parse(source).getDocumentElement());
    } catch (SAXException refused) {
      return Optional.empty();
    } catch (IOException impossible) {
      throw new IllegalStateException("a string cannot fail to be read", impossible);
    }
  }

  private static DocumentBuilder parser() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setAttribute("jdk.xml.maxElementDepth", DEPTH);
      factory.setExpandEntityReferences(false);
      DocumentBuilder parser = factory.newDocumentBuilder();
      parser.setErrorHandler(new Strict());
      return parser;
    } catch (ParserConfigurationException missing) {
      throw new IllegalStateException("every JDK has these features", missing);
    }
  }

  static boolean is(Element element, String namespace, String name) {
    return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  /** The first child of that name. */
  static Optional<Element> child(Element parent, String namespace, String name) {
    return children(parent, namespace, name).findFirst();
  }

  static Stream<Element> children(Element parent, String namespace, String name) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
        .map(Element.class::cast)
        .filter(element -> is(element, namespace, name));
  }

  /** The text of the first child of that name, without the space around it. */
  static Optional<String> childText(Element parent, String namespace, String name) {
    return child(parent, namespace, name).map(Xml::text);
  }

  static String text(Element element) {
    return element.getTextContent().strip();
  }

  /** A text as it stands in an element or in an attribute between double quotes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\t", "&#9;")
        .replace("\n", "&#10;")
        .replace("\r", "&#13;");
  }

  /** Refuses instead of printing to the standard error stream, as the parser's own handler does. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException harmless) {}

    @Override
    public void error(SAXParseException refused) throws SAXException {
      throw refused;
    }

    @Override
    public void fatalError(SAXParseException refused) throws SAXException {
      throw refused;
    }
  }
}
