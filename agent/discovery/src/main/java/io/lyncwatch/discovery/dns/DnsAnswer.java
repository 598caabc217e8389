package io.lyncwatch.discovery.dns;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What one resolver said to one question, or that it said nothing.
 *
 * @param name the name asked for, without the final dot
 * @param addresses in the order of the answer; empty unless the status is {@code ADDRESSES}
 * @param aliases the CNAME chain from the name asked for, targets only, without the final dots
 * @param ttlSeconds the smallest of the chain and the addresses
 * @param rcode the response code of RFC 1035 4.1.1, absent if nothing came back
 * @param retransmits how often the question was sent again over UDP
 * @param overTcp whether the answer came over TCP because the one over UDP was truncated
 * @param took from the first datagram to the verdict
 * @param detail what went wrong on the way, in a few words, empty if nothing did
 */
public record DnsAnswer(
    Resolver resolver,
    String name,
    AddressType type,
    Status status,
    List<InetAddress> addresses,
    List<String> aliases,
    OptionalLong ttlSeconds,
    OptionalInt rcode,
    int retransmits,
    boolean overTcp,
    Duration took,
    String detail) {

  /** Copies the lists. */
  public DnsAnswer {
    addresses = List.copyOf(addresses);
    aliases = List.copyOf(aliases);
  }

  /** Whether it says which addresses there are, be it none. */
  public boolean tells() {
    return switch (status) {
      case ADDRESSES, NO_DATA, NXDOMAIN -> true;
      case FAILURE, TIMEOUT, UNREACHABLE, MALFORMED -> false;
    };
  }

  /** The kinds of answer. */
  public enum Status {
    /** At least one address. */
    ADDRESSES,
    /** The name exists (or its CNAME chain ends somewhere) but has no address of this type. */
    NO_DATA,
    /** The name does not exist. */
    NXDOMAIN,
    /** Any other response code: SERVFAIL, REFUSED and the rest. */
    FAILURE,
    /** Nothing came back in time. */
    TIMEOUT,
    /** The machine or the port cannot be reached. */
    UNREACHABLE,
    /** What came back is not an answer to this question. */
    MALFORMED
  }
}
