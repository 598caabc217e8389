package io.lyncwatch.discovery.document;

import java.util.List;

/** What came of reading a body as an Autodiscover document. */
public sealed interface Reading {
  /**
   * It is one.
   *
   * @param leftOut what could not be used (a link without a proper URL, a SIP entry without a host)
   */
  record Read(AutodiscoverDocument document, List<LeftOut> leftOut) implements Reading {
    /** Copies the list. */
    public Read {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * It is none.
   *
   * @param detail one line of what it is instead, safe to show
   */
  record Unreadable(Kind kind, String detail) implements Reading {}

  /** What a body can be instead of a document. */
  enum Kind {
    /** Nothing but spaces. */
    EMPTY,
    /** A web page: the request did not reach the service. */
    HTML,
    /** Neither XML nor JSON nor a web page. */
    OTHER_TEXT,
    /** XML of something else. */
    OTHER_XML,
    /** JSON of something else, for example a UCWA error. */
    OTHER_JSON,
    /** Damaged, forbidden or excessive XML. */
    BROKEN_XML,
    /** Damaged or excessive JSON. */
    BROKEN_JSON,
    /** A redirect document whose link leads nowhere. */
    BAD_REDIRECT
  }
}
