package io.lyncwatch.discovery.dns;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.SideBySide;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Finds the authoritative servers of the zone that holds a name, by the NS records that resolvers
 * give for the name and the domains above it. All of it is told by strangers, so all of it is
 * bounded.
 */
final class DelegationSearch {
  /** A zone that has more is asked at some of them. */
  static final int MOST_SERVERS = 8;

  private static final int MOST_STEPS = 8;
  private static final int DNS_PORT = 53;

  private final ViewResolvers view;
  private final Deadline deadline;

  DelegationSearch(ViewResolvers view, Deadline deadline) {
    this.view = view;
    this.deadline = deadline;
  }

  /**
   * Where a resolver leads to, if it leads anywhere. Never asks for what stands directly below the
   * root: whoever serves that has better things to do.
   */
  Optional<Delegation> by(Resolver resolver, String name) {
    String zone = name;
    for (int step = 0; step < MOST_STEPS && zone.contains("."); step++) {
      Received received = view.zones().resolve(resolver.address(), zone, Type.NS, deadline);
      if (!(received instanceof Received.Reply reply)) {
        return Optional.empty();
      }
      List<String> servers = nameServers(reply, zone);
      if (!servers.isEmpty()) {
        return delegation(resolver, zone, servers);
      }
      zone = zone.substring(zone.indexOf('.') + 1);
    }
    return Optional.empty();
  }

  private static List<String> nameServers(Received.Reply reply, String zone) {
    return reply.message().getSection(Section.ANSWER).stream()
        .filter(record -> record instanceof NSRecord && isNamed(record.getName(), zone))
        .map(record -> text(((NSRecord) record).getTarget()))
        .distinct()
        .limit(MOST_SERVERS)
        .toList();
  }

  private Optional<Delegation> delegation(Resolver resolver, String zone, List<String> names) {
    ViewResolvers one = view.only(resolver);
    List<Lookup> found =
        SideBySide.all(names, name -> one.ask(name, deadline).getFirst()).stream()
            .filter(Lookup::resolved)
            .toList();
    List<Authority> servers =
        found.stream()
            .map(lookup -> new Authority(lookup.name(), place(lookup.addresses().getFirst())))
            .toList();
    Set<InetAddress> addresses =
        found.stream()
            .flatMap(lookup -> lookup.addresses().stream())
            .collect(Collectors.toUnmodifiableSet());
    return servers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Delegation(resolver, zone, servers, addresses));
  }

  /** A server that is a resolver, too, is asked where the operator says that it listens. */
  private InetSocketAddress place(InetAddress address) {
    return view.resolvers().stream()
        .map(Resolver::address)
        .filter(known -> address.equals(known.getAddress()))
        .findFirst()
        .orElseGet(() -> new InetSocketAddress(address, DNS_PORT));
  }

  static boolean isNamed(Name owner, String name) {
    return text(owner).equals(name);
  }

  private static String text(Name name) {
    return name.toString(true).toLowerCase(Locale.ROOT);
  }
}
