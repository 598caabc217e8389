package io.lyncwatch.discovery.dns;

import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where one resolver leads to for a name.
 *
 * @param zone that holds the name
 * @param servers its authoritative ones, each at one address
 * @param addresses all that the servers have, of which resolvers may give another one first each
 *     time
 */
record Delegation(
    Resolver resolver, String zone, List<Authority> servers, Set<InetAddress> addresses) {
  /** Copies. */
  Delegation {
    servers = List.copyOf(servers);
    addresses = Set.copyOf(addresses);
  }

  /** Whether another resolver leads to none of the same servers. */
  boolean leadsElsewhereThan(Delegation other) {
    return Collections.disjoint(addresses, other.addresses);
  }

  /** For people. */
  String inWords() {
    return resolver.name()
        + " leads to "
        + servers.stream().map(Authority::inWords).collect(Collectors.joining(", "));
  }
}
