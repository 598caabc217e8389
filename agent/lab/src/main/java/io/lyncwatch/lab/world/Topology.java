package io.lyncwatch.lab.world;

import io.lyncwatch.lab.directory.User;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What does not change by faults.
 *
 * @param sipDomains the first is the main one
 */
public record Topology(
    List<String> sipDomains, Server director, List<Server> pools, List<User> users) {
  /** Copies the lists; there must be a SIP domain. */
  public Topology {
    sipDomains = List.copyOf(sipDomains);
    pools = List.copyOf(pools);
    users = List.copyOf(users);
    if (sipDomains.isEmpty()) {
      throw new IllegalArgumentException("the lab needs a SIP domain");
    }
  }

  /** The Director first, then the pools. */
  public List<Server> servers() {
    return Stream.concat(Stream.of(director), pools.stream()).toList();
  }

  /** The server with an internal name. */
  public Optional<Server> server(String internalName) {
    return servers().stream()
        .filter(server -> server.internalName().equals(internalName))
        .findFirst();
  }
}
