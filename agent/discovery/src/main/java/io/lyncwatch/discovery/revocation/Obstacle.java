package io.lyncwatch.discovery.revocation;

import io.lyncwatch.discovery.text.Excerpt;

/**
 * Why one source does not tell whether a certificate has been revoked.
 *
 * @param url of the source, fit to show; empty if the obstacle is in the certificate itself
 * @param detail further words, empty if there are none
 */
public record Obstacle(Why why, String url, String detail) {
  private static final int LONGEST = 200;

  /** Makes the texts fit to show: a server or a certificate may have chosen them. */
  public Obstacle {
    url = Excerpt.of(url, LONGEST);
    detail = Excerpt.of(detail, LONGEST);
  }

  /** The kinds of obstacles. */
  public enum Why {
    /** The certificate names neither a responder nor a list that can be asked over http. */
    NO_SOURCE("it names no responder and no list that clients could ask over http"),
    /** Authorities need not know any more, or yet, what became of the certificate. */
    OUT_OF_VALIDITY("it is not valid at present, and authorities need not know of it"),
    /** No resolver of the view has an address for the host. */
    UNRESOLVED("has a host that does not resolve"),
    /** Nothing listens there. */
    REFUSED("refused the connection"),
    /** There is no way to the host. */
    UNREACHABLE("cannot be reached"),
    /** The agent itself had no time to ask or to wait, which says nothing of the source. */
    NO_TIME("was not asked for long enough, for want of time"),
    /** No whole answer came in time. */
    TIMED_OUT("did not answer in time"),
    /** The answer does not end where it should. */
    TOO_LARGE("sends more than is read of it"),
    /** An answer came, but none of the kind that was asked for. */
    NO_ANSWER("gave no usable answer"),
    /** It cannot be read. */
    MALFORMED("gave an answer that cannot be read"),
    /** Neither the issuer nor somebody whom it authorised has signed it. */
    FOREIGN("gave an answer that is not signed by the issuer of the certificate"),
    /** It is not valid any more, or not yet. */
    OUT_OF_DATE("gave an answer that is out of date"),
    /** It is genuine, but does not tell of this certificate. */
    NOT_COVERED("does not know the certificate");

    private final String words;

    Why(String words) {
      this.words = words;
    }
  }

  /** One that is in the certificate. */
  static Obstacle within(Why why) {
    return new Obstacle(why, "", "");
  }

  /** A phrase for people. */
  public String words() {
    return (url.isEmpty() ? "" : url + " ")
        + why.words
        + (detail.isEmpty() ? "" : " (" + detail + ")");
  }
}
