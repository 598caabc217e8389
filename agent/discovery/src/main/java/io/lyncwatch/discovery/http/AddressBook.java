package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.dns.ViewResolvers;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names that one run has looked up, each once. A name may be pinned to one address, to ask the
 * nodes behind it one by one.
 */
public final class AddressBook {
  private final Network network;
  private final Map<String, InetAddress> pins;
  private final Map<String, List<Lookup>> known;

  /** Nothing is looked up yet, and nothing pinned. */
  public AddressBook(Network network) {
    this(network, Map.of(), new ConcurrentHashMap<>());
  }

  private AddressBook(
      Network network, Map<String, InetAddress> pins, Map<String, List<Lookup>> known) {
    this.network = network;
    this.pins = pins;
    this.known = known;
  }

  /** The same book, in which one address stands for all that a name has. */
  public AddressBook pinned(String name, InetAddress address) {
    return new AddressBook(network, Map.of(name, address), known);
  }

  boolean isPinned(String name) {
    return pins.containsKey(name);
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
    InetAddress pin = pins.get(name);
    return pin != null
        ? List.of(pin)
        : ViewResolvers.usable(lookups(name, deadline)).map(Lookup::addresses).orElse(List.of());
  }
}
