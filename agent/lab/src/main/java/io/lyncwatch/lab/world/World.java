package io.lyncwatch.lab.world;

import io.lyncwatch.lab.certificates.CertificateBook;
import io.lyncwatch.lab.certificates.CertificateOrder;
import io.lyncwatch.lab.dns.Authority;
import io.lyncwatch.lab.dns.NameServerPlan;
import io.lyncwatch.lab.dns.View;
import io.lyncwatch.lab.dns.Zone;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A healthy deployment as it is to be built, until a fault changes it. For one thread. */
public final class World {
  /** The Active Directory domain, in which the machines have their names. */
  public static final String AD_DOMAIN = "corp.contoso.example";

  /** The name of the machine that issues Kerberos tickets. */
  public static final String DOMAIN_CONTROLLER_HOST = "dc01." + AD_DOMAIN;

  /** The domain of the external web services names. */
  public static final String WEB_DOMAIN = "contoso.example";

  /** The domain of the hoster, who has nothing to do with the company's. */
  public static final String HOSTER_DOMAIN = "online.example";

  /** The domain of somebody who rents out reverse proxies. */
  public static final String STRANGER_DOMAIN = "hosting.example";

  /** The name of a web application that has nothing to do with Lync. */
  public static final String INTRANET_HOST = "intranet." + AD_DOMAIN;

  /** Where a guest network asks for money. */
  public static final String HOTSPOT_HOST = "portal.hotspot.example";

  /** The name of the Access Edge. */
  public static final String EDGE_HOST = "sip." + WEB_DOMAIN;

  /** Where the certification authority publishes what it has, over http. */
  public static final String AUTHORITY_HOST = "pki.contoso.example";

  /** The domain of the authority outside that modern authentication trusts. */
  public static final String IDENTITY_DOMAIN = "identity.example";

  /** Where that authority is. */
  public static final String LOGIN_HOST = "login." + IDENTITY_DOMAIN;

  /** What its endpoints are below. */
  public static final String LOGIN_URL = "https://" + LOGIN_HOST + "/common";

  private static final Duration HALF_A_LEAFS_LIFE = Duration.ofDays(182);

  /** More would make a certificate that is larger than what many clients read. */
  private static final int SIP_DOMAINS_PER_CERTIFICATE = 100;

  private final Topology topology;
  private final Instant now;
  private final Zone internal;
  private final Zone external;
  private final List<NameServerPlan> furtherNameServers = new ArrayList<>();
  private @Nullable NameServerPlan secondResolver;
  private final Set<View> silent = EnumSet.noneOf(View.class);
  private final Set<Server> stopped = new HashSet<>();
  private final Map<Server, Holdings> holdings = new HashMap<>();
  private final CertificateBook edgeCertificates;
  private final CertificateBook loginCertificates;
  private final Map<Machine, CertificateBook> staleCertificates = new HashMap<>();
  private final Map<Machine, Replica> staleReplicas = new HashMap<>();
  private final Set<CertificateOrder> revoked = new HashSet<>();
  private final Set<Bystander> bystanders = EnumSet.noneOf(Bystander.class);
  private final Set<Server> withoutExternalName = new HashSet<>();
  private boolean mobilityInside;
  private boolean servicePrincipalsMissing;
  private boolean authorityClosed;
  private @Nullable Instant listsEnd;
  private @Nullable CertificateBook strangerCertificates;

  /** What the machines of one server share: a replica and the certificates shown for them. */
  private record Holdings(
      Replica replica, CertificateBook inside, Publishing publishing, Iis iis) {}

  /** A healthy one. */
  public World(Topology topology, Instant now) {
    this.topology = topology;
    this.now = now;
    internal = internalZone();
    external = commonZone(View.EXTERNAL);
    edgeCertificates = new CertificateBook(order(EDGE_HOST, List.of(), 0));
    loginCertificates = new CertificateBook(order(LOGIN_HOST, List.of(), 0));
    topology.servers().forEach(server -> holdings.put(server, equip(server)));
  }

  /** What stands and stays. */
  public Topology topology() {
    return topology;
  }

  /** The time at which the world begins. */
  public Instant now() {
    return now;
  }

  /** The records of one view. */
  public Zone zone(View view) {
    return switch (view) {
      case INTERNAL -> internal;
      case EXTERNAL -> external;
    };
  }

  /** One server's belief about homes. */
  public Replica replica(Server server) {
    return of(server).replica();
  }

  /** The certificates of a server's internal site. */
  public CertificateBook certificatesInside(Server server) {
    return of(server).inside();
  }

  /** What one machine of a server believes about homes. */
  public Replica replica(Server server, Machine machine) {
    return staleReplicas.getOrDefault(machine, replica(server));
  }

  /** The certificates that one machine of a server shows at its internal site. */
  public CertificateBook certificatesInside(Server server, Machine machine) {
    return staleCertificates.getOrDefault(machine, certificatesInside(server));
  }

  /** Leaves a machine with other certificates than the rest of its server has. */
  public void strand(Machine machine, CertificateBook certificates) {
    staleCertificates.put(machine, certificates);
  }

  /** Leaves a machine without what its server has learned since the machine was installed. */
  public void strand(Machine machine) {
    staleReplicas.put(machine, new Replica(List.of()));
  }

  /** How IIS is set up on a server's machines. */
  public Iis iis(Server server) {
    return of(server).iis();
  }

  /** Forgets which external name a server was to have: in its stead it has the internal one. */
  public void forgetExternalName(Server server) {
    withoutExternalName.add(server);
  }

  /** A server as the deployment's own documents describe it. */
  public Server described(Server server) {
    return withoutExternalName.contains(server)
        ? new Server(
            server.name(),
            server.internalName(),
            server.internalName(),
            server.product(),
            server.machines())
        : server;
  }

  /** Has documents name the internal web services for mobile clients. */
  public void exposeMobilityInside() {
    mobilityInside = true;
  }

  /** Whether documents name the internal web services for mobile clients. */
  public boolean exposesMobilityInside() {
    return mobilityInside;
  }

  /** Takes the names of web servers from the accounts that bear them. */
  public void removeServicePrincipals() {
    servicePrincipalsMissing = true;
  }

  /** Whether accounts bear the names of web servers, for Kerberos. */
  public boolean hasServicePrincipals() {
    return !servicePrincipalsMissing;
  }

  /**
   * Puts up a machine that has nothing to do with Lync.
   *
   * @return its address
   */
  public InetAddress meet(Bystander bystander) {
    bystanders.add(bystander);
    return topology.address(bystander);
  }

  /** The machines that have nothing to do with Lync to which anything leads. */
  public Set<Bystander> bystanders() {
    return Set.copyOf(bystanders);
  }

  /** The certificates that the reverse proxy presents for a server. */
  public CertificateBook certificatesPublished(Server server) {
    return of(server).publishing().certificates();
  }

  /** How the reverse proxy publishes a server. */
  public Publishing publishing(Server server) {
    return of(server).publishing();
  }

  /** The certificate of a server's external site, which only the proxy sees. */
  public CertificateBook certificatesBehindProxy(Server server) {
    return book(server.internalName(), false);
  }

  /** The certificates of a machine that has nothing to do with Lync, by its own name. */
  public CertificateBook certificatesOf(String bystander) {
    return new CertificateBook(order(bystander, List.of(), 0));
  }

  /** The certificate of the Access Edge. */
  public CertificateBook certificatesAtEdge() {
    return edgeCertificates;
  }

  /** The certificate of the authority outside. */
  public CertificateBook certificatesOfLogin() {
    return loginCertificates;
  }

  /** Closes all listeners of a server, and the proxy's for it. */
  public void stop(Server server) {
    stopped.add(server);
  }

  /** Whether a server listens. */
  public boolean runs(Server server) {
    return !stopped.contains(server);
  }

  /** Has the authority revoke what it issues for an order. */
  public void revoke(CertificateOrder order) {
    revoked.add(order);
  }

  /** Whether the authority revokes what it issues for an order. */
  public boolean revokes(CertificateOrder order) {
    return revoked.contains(order);
  }

  /** The orders of which the authority revokes what it issues. */
  public Set<CertificateOrder> revoked() {
    return Set.copyOf(revoked);
  }

  /** Closes the web server of the authority. */
  public void closeAuthority() {
    authorityClosed = true;
  }

  /** Whether the web server of the authority listens. */
  public boolean authorityListens() {
    return !authorityClosed;
  }

  /** Lets the authority's revocation lists end without their successors being made. */
  public void endLists(Instant end) {
    listsEnd = end;
  }

  /** When the authority's revocation lists end, if it makes no new ones. */
  public Optional<Instant> listsEnd() {
    return Optional.ofNullable(listsEnd);
  }

  /** Makes a view's name server say nothing any more. */
  public void silence(View view) {
    silent.add(view);
  }

  /** Whether a name server answers: the second resolver does beside a silent one. */
  public boolean answers(NameServerPlan plan) {
    return !silent.contains(plan.view()) || plan.equals(secondResolver);
  }

  /**
   * An address for one more name server that machines of a side use.
   *
   * @throws IllegalArgumentException with a text for people if there is no room for it
   */
  public InetAddress roomForNameServer(View view) {
    return topology.nameServers(view).stream()
        .skip(1)
        .filter(address ->
            furtherNameServers.stream().noneMatch(plan -> plan.address().equals(address)))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("the lab has no room for one more name server"));
  }

  /** Puts up one more name server, beside the one that every view has. */
  public void add(NameServerPlan plan) {
    furtherNameServers.add(plan);
  }

  /** Puts up a second resolver inside that says the same as the first, unless there is one. */
  public void haveSecondResolver() {
    if (furtherNameServers.stream().noneMatch(plan -> plan.view() == View.INTERNAL)) {
      secondResolver =
          new NameServerPlan(
              roomForNameServer(View.INTERNAL),
              View.INTERNAL,
              zone(View.INTERNAL),
              Authority.HEARSAY);
      add(secondResolver);
    }
  }

  /** All name servers, those of each view in the order in which machines ask them. */
  public List<NameServerPlan> nameServers() {
    return Stream.concat(
            Stream.of(View.INTERNAL, View.EXTERNAL)
                .map(view ->
                    new NameServerPlan(topology.nameServer(view), view, zone(view), Authority.OWN)),
            furtherNameServers.stream())
        .toList();
  }

  /** Has somebody else's reverse proxy publish the entry server, with his own certificates. */
  public void publishAbroad(CertificateBook certificates) {
    strangerCertificates = certificates;
  }

  /** What somebody else's reverse proxy presents, if there is one. */
  public Optional<CertificateBook> certificatesAbroad() {
    return Optional.ofNullable(strangerCertificates);
  }

  private Holdings of(Server server) {
    return Objects.requireNonNull(holdings.get(server), "no such server");
  }

  private Holdings equip(Server server) {
    boolean entry = server.equals(topology.entry());
    return new Holdings(
        new Replica(topology.users()),
        book(server.internalName(), entry, "lyncdiscoverinternal.", "lyncdiscover."),
        new Publishing(book(server.webName(), entry, "lyncdiscover.")),
        new Iis());
  }

  private Zone internalZone() {
    Zone zone = commonZone(View.INTERNAL);
    zone.apex(AD_DOMAIN, topology.nameServer(View.INTERNAL));
    zone.address(DOMAIN_CONTROLLER_HOST, topology.domainController());
    for (Server server : topology.own()) {
      for (Machine machine : server.machines()) {
        zone.address(server.internalName(), machine.inside());
        if (!machine.fqdn().equals(server.internalName())) {
          zone.address(machine.fqdn(), machine.inside());
        }
      }
    }
    for (String domain : topology.discoverableDomains()) {
      zone.alias("lyncdiscoverinternal." + domain, topology.entry().internalName());
    }
    return zone;
  }

  /** What both views say: inside, too, external names lead through the proxy. */
  private Zone commonZone(View view) {
    Zone zone = new Zone();
    Stream.concat(Stream.of(WEB_DOMAIN), topology.sipDomains().stream())
        .distinct()
        .forEach(domain -> zone.apex(domain, topology.nameServer(view)));
    topology
        .hoster()
        .ifPresent(hoster -> zone.apex(HOSTER_DOMAIN, topology.nameServer(View.EXTERNAL)));
    if (topology.hasModernAuthentication()) {
      zone.apex(IDENTITY_DOMAIN, topology.nameServer(View.EXTERNAL));
      zone.address(LOGIN_HOST, topology.login());
    }
    zone.address(AUTHORITY_HOST, topology.authority());
    zone.address(EDGE_HOST, topology.edge());
    topology.servers().forEach(server -> publish(zone, server.webName(), server));
    topology
        .discoverableDomains()
        .forEach(domain -> publish(zone, "lyncdiscover." + domain, topology.entry()));
    return zone;
  }

  private static void publish(Zone zone, String name, Server server) {
    server.machines().forEach(machine -> zone.address(name, machine.published()));
  }

  private CertificateBook book(String name, boolean entry, String... records) {
    List<String> domains = entry ? topology.discoverableDomains() : List.of();
    CertificateBook book = new CertificateBook(order(name, domains, 0, records));
    for (int from = SIP_DOMAINS_PER_CERTIFICATE;
        from < domains.size();
        from += SIP_DOMAINS_PER_CERTIFICATE) {
      book.add(order(name, domains, from, records));
    }
    return book;
  }

  private CertificateOrder order(String name, List<String> domains, int from, String... records) {
    List<String> names = new ArrayList<>(List.of(name));
    for (String domain :
        domains.subList(from, Math.min(from + SIP_DOMAINS_PER_CERTIFICATE, domains.size()))) {
      Stream.of(records).map(record -> record + domain).forEach(names::add);
    }
    return new CertificateOrder(names, now.minus(HALF_A_LEAFS_LIFE), now.plus(HALF_A_LEAFS_LIFE));
  }
}
