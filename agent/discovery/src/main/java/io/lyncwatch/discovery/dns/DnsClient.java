package io.lyncwatch.discovery.dns;

import io.lyncwatch.discovery.Deadline;

/** Asks one resolver one question. */
@FunctionalInterface
public interface DnsClient {
  /**
   * Asks and waits. Never throws for what a network or a server does: that is the answer's status.
   *
   * @param name a host name without the final dot
   */
  DnsAnswer ask(Resolver resolver, String name, AddressType type, Deadline deadline);
}
