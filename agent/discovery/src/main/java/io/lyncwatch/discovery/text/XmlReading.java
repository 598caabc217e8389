package io.lyncwatch.discovery.text;

/** What came of reading a text as XML. */
public sealed interface XmlReading {
  /** It is well-formed and within bounds. */
  record Parsed(XmlElement root, Verbatim verbatim) implements XmlReading {}

  /**
   * It is not, or it declares a document type.
   *
   * @param detail a few words with the place, or the title if it is a web page; otherwise never a
   *     piece of the text, which may hold a secret
   */
  record Refused(String detail) implements XmlReading {}
}
