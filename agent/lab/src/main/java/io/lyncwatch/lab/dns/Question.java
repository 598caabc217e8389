package io.lyncwatch.lab.dns;

/**
 * One question that reached a name server.
 *
 * @param view the side that the name server shows
 * @param name lower case, without the final dot
 * @param type as in a zone file, for example {@code AAAA}
 */
public record Question(View view, String name, String type, Transport transport) {
  /** How the question came. */
  public enum Transport {
    /** One datagram. */
    UDP,
    /** A connection, each message with its length before it. */
    TCP
  }
}
