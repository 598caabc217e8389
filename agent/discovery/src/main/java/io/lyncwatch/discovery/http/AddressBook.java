package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.dns.ViewResolvers;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names that one run has looked up, each once. To ask the nodes behind a name one by one, a
 * book may keep to one address.
 */
public final class AddressBook {
  private final Network network;
  private final Optional<InetAddress> kept;
  private final Map<String, List<Lookup>> known;

  /** Nothing is looked up yet. */
  public AddressBook(Network network) {
    this(network, Optional.empty(), new ConcurrentHashMap<>());
  }

  private AddressBook(
      Network network, Optional<InetAddress> kept, Map<String, List<Lookup>> known) {
    this.network = network;
    this.kept = kept;
    this.known = known;
  }

  /**
   * The same book for a walk that stays at one node: of every name that has this address among
   * others, it is the only one.
   */
  public AddressBook keepingTo(InetAddress address) {
    return new AddressBook(network, Optional.of(address), known);
  }

  /** What each resolver of the view says, in file order. */
  public List<Lookup> lookups(String name, Deadline deadline) {
    List<Lookup> before = known.get(name);
    if (before != null) {
      return before;
    }
    List<Lookup> now = network.resolvers().ask(name, deadline.within(network.timeouts().lookup()));
    known.putIfAbsent(name, now);
    return now;
  }

  /** Where to connect for a name: those of the first resolver that gave addresses. */
  List<InetAddress> addresses(String name, Deadline deadline) {
    List<InetAddress> all =
        ViewResolvers.usable(lookups(name, deadline)).map(Lookup::addresses).orElse(List.of());
    return kept.filter(all::contains).map(List::of).orElse(all);
  }
}
