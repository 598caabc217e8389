package io.lyncwatch.discovery.ticket;

import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a SOAP 1.1 message to memory; the JDK's writer escapes every value. */
final class Envelope {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter xml;

  /** Begins a message that uses these vocabularies. */
  Envelope(List<Vocabulary> vocabularies) throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    open(Vocabulary.SOAP, "Envelope");
    for (Vocabulary vocabulary : vocabularies) {
      xml.writeNamespace(vocabulary.prefix(), vocabulary.uri());
    }
  }

  Envelope open(Vocabulary vocabulary, String name) throws XMLStreamException {
    xml.writeStartElement(vocabulary.prefix(), name, vocabulary.uri());
    return this;
  }

  Envelope attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, value);
    return this;
  }

  /** The receiver has to refuse the message if it does not understand the element. */
  Envelope mustUnderstand() throws XMLStreamException {
    xml.writeAttribute(Vocabulary.SOAP.prefix(), Vocabulary.SOAP.uri(), "mustUnderstand", "1");
    return this;
  }

  Envelope text(String text) throws XMLStreamException {
    xml.writeCharacters(text);
    return this;
  }

  Envelope close() throws XMLStreamException {
    xml.writeEndElement();
    return this;
  }

  Envelope leaf(Vocabulary vocabulary, String name, String text) throws XMLStreamException {
    return open(vocabulary, name).text(text).close();
  }

  /** Closes what is open. */
  SecretBody body() throws XMLStreamException {
    xml.writeEndDocument();
    xml.close();
    return new SecretBody(bytes.toByteArray());
  }
}
