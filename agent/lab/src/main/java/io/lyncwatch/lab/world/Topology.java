package io.lyncwatch.lab.world;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.dns.View;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What does not change by faults.
 *
 * @param sipDomains the first is the main one
 * @param manualDomains those of them whose users type manual URLs: without discovery records
 * @param director only some deployments have one
 * @param pools at least one
 * @param hoster somebody else's pool, in a DNS zone of its own, that is the home of some users
 * @param authority where the certification authority has its web server
 * @param nameServers where the name servers of each side listen, in the order in which they are
 *     taken; a healthy deployment needs the first
 * @param stranger where somebody else's reverse proxy listens, if anything leads there
 * @param edge where the Access Edge listens, by which desktop clients come in from outside
 * @param login where the authority outside listens, if anybody trusts one
 * @param domainController where Kerberos tickets are issued, inside
 * @param bystanders where those are who have nothing to do with Lync, if anything leads there
 */
public record Topology(
    List<String> sipDomains,
    Set<String> manualDomains,
    Optional<Server> director,
    List<Server> pools,
    Optional<Server> hoster,
    InetAddress authority,
    Map<View, List<InetAddress>> nameServers,
    InetAddress stranger,
    InetAddress edge,
    InetAddress login,
    InetAddress domainController,
    Map<Bystander, InetAddress> bystanders,
    List<User> users) {
  /** Copies the lists; there must be a SIP domain and a pool. */
  public Topology {
    sipDomains = List.copyOf(sipDomains);
    manualDomains = Set.copyOf(manualDomains);
    pools = List.copyOf(pools);
    users = List.copyOf(users);
    nameServers = Map.copyOf(nameServers);
    bystanders = Map.copyOf(bystanders);
    if (sipDomains.isEmpty() || pools.isEmpty()) {
      throw new IllegalArgumentException("the lab needs a SIP domain and a pool");
    }
  }

  /** The SIP domains that have discovery records. */
  public List<String> discoverableDomains() {
    return sipDomains.stream().filter(domain -> !manualDomains.contains(domain)).toList();
  }

  /** Whether any of the company's servers takes tokens of the authority outside. */
  public boolean hasModernAuthentication() {
    return own().stream().anyMatch(server -> server.product().modern() != ModernAuthentication.OFF);
  }

  /** Where the discovery records lead: the Director, else the first pool. */
  public Server entry() {
    return director.orElseGet(pools::getFirst);
  }

  /** The company's own: the Director first, then the pools. */
  public List<Server> own() {
    return Stream.concat(director.stream(), pools.stream()).toList();
  }

  /** The company's own and then the hoster's. */
  public List<Server> servers() {
    return Stream.concat(own().stream(), hoster.stream()).toList();
  }

  /** Where the first name server of a side listens, which every deployment has. */
  public InetAddress nameServer(View view) {
    return nameServers(view).getFirst();
  }

  /** Where there is room for name servers of a side. */
  public List<InetAddress> nameServers(View view) {
    return nameServers.getOrDefault(view, List.of());
  }

  /** Where one who has nothing to do with Lync is. */
  public InetAddress address(Bystander bystander) {
    return Objects.requireNonNull(bystanders.get(bystander), "nobody has placed that one");
  }

  /** The server with an internal name. */
  public Optional<Server> server(String internalName) {
    return servers().stream()
        .filter(server -> server.internalName().equals(internalName))
        .findFirst();
  }
}
