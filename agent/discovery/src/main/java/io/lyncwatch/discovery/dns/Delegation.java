package io.lyncwatch.discovery.dns;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where one resolver leads to for a name.
 *
 * @param zone that holds the name
 * @param servers its authoritative ones, each at one address
 */
record Delegation(Resolver resolver, String zone, List<Authority> servers) {
  /** Copies the list. */
  Delegation {
    servers = List.copyOf(servers);
  }

  /** Whether another resolver leads to none of the same servers. */
  boolean leadsElsewhereThan(Delegation other) {
    Set<?> theirs = other.servers.stream().map(Authority::address).collect(Collectors.toSet());
    return servers.stream().map(Authority::address).noneMatch(theirs::contains);
  }

  /** For people. */
  String inWords() {
    return resolver.name()
        + " leads to "
        + servers.stream().map(Authority::inWords).collect(Collectors.joining(", "));
  }
}
