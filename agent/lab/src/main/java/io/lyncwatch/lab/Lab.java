package io.lyncwatch.lab;

import io.lyncwatch.lab.certificates.Authority;
import io.lyncwatch.lab.certificates.CertificateOrder;
import io.lyncwatch.lab.certificates.OldTls;
import io.lyncwatch.lab.certificates.Revocations;
import io.lyncwatch.lab.certificates.TlsContexts;
import io.lyncwatch.lab.certificates.TlsLevel;
import io.lyncwatch.lab.certificates.UserCertificate;
import io.lyncwatch.lab.certificates.UserCertificates;
import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.dns.NameServerPlan;
import io.lyncwatch.lab.dns.View;
import io.lyncwatch.lab.fault.Fault;
import io.lyncwatch.lab.journal.Journal;
import io.lyncwatch.lab.kerberos.Realm;
import io.lyncwatch.lab.ticket.LoginAuthority;
import io.lyncwatch.lab.world.Topology;
import io.lyncwatch.lab.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A simulated Lync Server deployment in this process, on loopback addresses, without privileges:
 * servers in one of several topologies, a reverse proxy, split DNS and a certification authority.
 *
 * <p>Its high ports stand for the well-known ones, the same number at all addresses. A client takes
 * addresses from the lab's name servers and connects to {@link #httpsPort} for 443, to {@link
 * #httpPort} for 80 and to {@link #sipPort} for 5061.
 */
public final class Lab implements AutoCloseable {
  private final LabSettings settings;
  private final Topology topology;
  private final Instant now;
  private final Authority authority;
  private final LoginAuthority.Program program;
  private final Journal journal = new Journal();
  private final TlsContexts contexts;
  private volatile Set<CertificateOrder> revoked = Set.of();
  private volatile Standing standing;

  /** The world that is open, and all that makes it up. */
  private record Standing(World world, Realm realm, LabPorts ports, Rooms rooms) {}

  private Lab(LabSettings settings) throws IOException {
    this.settings = settings;
    this.topology = Contoso.topology(settings);
    this.now = settings.clock().instant();
    this.program = Sites.program(topology, settings.random());
    this.authority =
        new Authority(
            "Lyncwatch Lab",
            now,
            settings.tls(),
            Contoso.AUTHORITY_URLS,
            order -> revoked.contains(order));
    this.contexts = new TlsContexts(authority, settings.tls());
    this.standing = open(world(settings.faults()), settings.ports());
  }

  /**
   * Builds the deployment and opens its ports.
   *
   * @throws IOException with a text for people if an address is missing, a port is taken, or this
   *     JVM cannot speak TLS as it is wanted
   * @throws IllegalArgumentException if a fault names what does not exist in this lab
   */
  public static Lab start(LabSettings settings) throws IOException {
    if (settings.tls() == TlsLevel.TLS_1_0) {
      OldTls.allow();
    }
    return new Lab(settings);
  }

  /**
   * Builds the deployment anew with other faults, at the same ports and with the same people,
   * passwords, authority and certificates, but for those that a fault concerns. For a moment nobody
   * listens.
   *
   * @throws IOException if a port was lost meanwhile; the lab is closed then
   * @throws IllegalArgumentException with a text for people if a fault names what does not exist in
   *     this lab, which goes on as it was
   */
  public synchronized void breakBy(List<Fault> faults) throws IOException {
    World next = world(faults);
    LabPorts ports = standing.ports();
    standing.rooms().close();
    standing = open(next, ports);
  }

  private World world(List<Fault> faults) throws IOException {
    World world = new World(topology, now);
    faults.forEach(fault -> fault.change(world));
    if (settings.secondResolver()) {
      world.haveSecondResolver();
    }
    Addresses.require(addresses(world));
    return world;
  }

  private Standing open(World world, LabPorts wanted) throws IOException {
    revoked = world.revoked();
    Revocations revocations = new Revocations(authority, settings.clock(), world.listsEnd());
    Rooms rooms = new Rooms();
    Sites sites =
        new Sites(
            world,
            settings.extendedProtection(),
            new UserCertificates(authority, settings.clock()),
            program,
            settings.clock(),
            settings.random());
    Construction construction =
        new Construction(
            world,
            sites,
            contexts,
            new Publication(authority, revocations, journal),
            journal,
            rooms);
    try {
      return new Standing(world, sites.realm(), construction.open(wanted), rooms);
    } catch (IOException | RuntimeException e) {
      rooms.close();
      throw e;
    }
  }

  private static List<InetAddress> addresses(World world) {
    Topology topology = world.topology();
    return Stream.of(
            topology.servers().stream()
                .flatMap(server -> server.machines().stream())
                .flatMap(machine -> Stream.of(machine.inside(), machine.published())),
            world.nameServers().stream().map(NameServerPlan::address),
            world.certificatesAbroad().stream().map(book -> topology.stranger()),
            world.bystanders().stream().map(topology::address),
            Stream.of(topology.authority(), topology.edge(), topology.domainController()),
            Stream.of(topology.login()).filter(_ -> topology.hasModernAuthentication()))
        .flatMap(addresses -> addresses)
        .toList();
  }

  /** The name servers that machines of a side use, the main one first. */
  public List<InetSocketAddress> nameServers(View view) {
    return standing.world().nameServers().stream()
        .filter(plan -> plan.view() == view)
        .map(plan -> new InetSocketAddress(plan.address(), ports().dns()))
        .toList();
  }

  /** The main name server of the company's network. */
  public InetSocketAddress internalDns() {
    return nameServers(View.INTERNAL).getFirst();
  }

  /** The main name server of the Internet. */
  public InetSocketAddress externalDns() {
    return nameServers(View.EXTERNAL).getFirst();
  }

  /** What stands for 443. */
  public int httpsPort() {
    return ports().https();
  }

  /** What stands for 80. */
  public int httpPort() {
    return ports().http();
  }

  /** What stands for 5061. */
  public int sipPort() {
    return ports().sip();
  }

  /** All ports that were taken. */
  public LabPorts ports() {
    return standing.ports();
  }

  /** The certificate to trust, in PEM. */
  public String rootPem() {
    return authority.rootPem();
  }

  /** Everybody, with passwords. */
  public List<User> users() {
    return topology.users();
  }

  /**
   * One user.
   *
   * @throws IllegalArgumentException if there is no such sign-in address
   */
  public User user(String address) {
    return topology.users().stream()
        .filter(user -> user.address().equalsIgnoreCase(address))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the lab has no user " + address));
  }

  /** A certificate for a user, valid from now on for a year. */
  public UserCertificate certificate(User user) {
    return certificate(user, now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(365)));
  }

  /** A certificate for a user that is valid at other times. */
  public UserCertificate certificate(User user, Instant from, Instant to) {
    return authority.issueFor(user.address(), from, to);
  }

  /** The Kerberos realm of the main SIP domain's accounts. */
  public Realm realm() {
    return standing.realm();
  }

  /** Where the realm issues tickets. */
  public InetSocketAddress kdc() {
    return new InetSocketAddress(topology.domainController(), ports().kerberos());
  }

  /** The authority outside whose tokens the servers take, if they take any. */
  public Optional<String> loginUrl() {
    return topology.hasModernAuthentication() ? Optional.of(World.LOGIN_URL) : Optional.empty();
  }

  /** What is registered there. */
  public LoginAuthority.Program program() {
    return program;
  }

  /** The SIP domains, the main one first. */
  public List<String> sipDomains() {
    return topology.sipDomains();
  }

  /** Those of them whose users type manual URLs. */
  public Set<String> manualDomains() {
    return topology.manualDomains();
  }

  /** The host of the manual URL that users type inside. */
  public String manualHostInside() {
    return topology.entry().internalName();
  }

  /** The host of the manual URL that users type outside. */
  public String manualHostOutside() {
    return topology.entry().webName();
  }

  /** The internal and external web services names of all servers. */
  public List<String> webNames() {
    return topology.servers().stream()
        .flatMap(server -> Stream.of(server.internalName(), server.webName()))
        .distinct()
        .toList();
  }

  /** The DNS zones of others into which users of this lab are sent. */
  public List<String> foreignZones() {
    return topology.hoster().isPresent() ? List.of(World.HOSTER_DOMAIN) : List.of();
  }

  /** What its servers and its proxy speak. */
  public TlsLevel tls() {
    return settings.tls();
  }

  /** What the lab has seen since it started. */
  public Journal journal() {
    return journal;
  }

  /** Closes all ports and connections. */
  @Override
  public synchronized void close() {
    standing.rooms().close();
  }
}
