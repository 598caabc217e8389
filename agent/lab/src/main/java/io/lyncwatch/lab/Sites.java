package io.lyncwatch.lab;

import io.lyncwatch.lab.certificates.UserCertificates;
import io.lyncwatch.lab.director.Director;
import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.kerberos.Realm;
import io.lyncwatch.lab.pool.Pool;
import io.lyncwatch.lab.site.AccessLocation;
import io.lyncwatch.lab.site.Application;
import io.lyncwatch.lab.site.Autodiscover;
import io.lyncwatch.lab.site.BearerGate;
import io.lyncwatch.lab.site.Gate;
import io.lyncwatch.lab.site.Gates;
import io.lyncwatch.lab.site.Home;
import io.lyncwatch.lab.site.Pages;
import io.lyncwatch.lab.site.Site;
import io.lyncwatch.lab.site.Stamp;
import io.lyncwatch.lab.site.TicketGate;
import io.lyncwatch.lab.ticket.BearerVerifier;
import io.lyncwatch.lab.ticket.ExtendedProtection;
import io.lyncwatch.lab.ticket.LoginAuthority;
import io.lyncwatch.lab.ticket.Protection;
import io.lyncwatch.lab.ticket.TicketKey;
import io.lyncwatch.lab.ticket.TicketService;
import io.lyncwatch.lab.ticket.TicketVerifier;
import io.lyncwatch.lab.ticket.TokenService;
import io.lyncwatch.lab.ticket.WebTicketDirectory;
import io.lyncwatch.lab.ticket.WindowsAuthentication;
import io.lyncwatch.lab.world.Machine;
import io.lyncwatch.lab.world.ModernAuthentication;
import io.lyncwatch.lab.world.Product;
import io.lyncwatch.lab.world.Replica;
import io.lyncwatch.lab.world.Server;
import io.lyncwatch.lab.world.Topology;
import io.lyncwatch.lab.world.World;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what each site of each server answers; the sites of one server share a key. */
final class Sites {
  private static final String PROGRAM = "6a0b6d6c-7f3e-4a58-9a5e-1c1f4e0d2b77";
  private static final int PROGRAM_SECRET_BYTES = 24;

  private final World world;
  private final ExtendedProtection extended;
  private final UserCertificates certificates;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Realm realm;
  private final TicketKey loginKey;
  private final LoginAuthority.Program program;
  private final Map<Server, TicketKey> keys = new HashMap<>();
  private final Map<Site, Application> applications = new HashMap<>();

  Sites(
      World world,
      ExtendedProtection extended,
      UserCertificates certificates,
      LoginAuthority.Program program,
      InstantSource clock,
      RandomGenerator random) {
    this.world = world;
    this.extended = extended;
    this.certificates = certificates;
    this.clock = clock;
    this.random = random;
    this.realm = realm(world, random);
    this.loginKey = TicketKey.random(random);
    this.program = program;
  }

  /** A program that is registered at the authority outside for the first user. */
  static LoginAuthority.Program program(Topology topology, RandomGenerator random) {
    byte[] secret = new byte[PROGRAM_SECRET_BYTES];
    random.nextBytes(secret);
    return new LoginAuthority.Program(
        PROGRAM,
        Base64.getUrlEncoder().withoutPadding().encodeToString(secret),
        topology.users().getFirst());
  }

  /** The same for http and https, because the site is. */
  Application application(Site site) {
    return applications.computeIfAbsent(site, this::build);
  }

  /** Who knows the company's accounts and web servers by Kerberos. */
  Realm realm() {
    return realm;
  }

  /** That authority, which issues tokens for all sites. */
  LoginAuthority login() {
    return new LoginAuthority(
        loginKey,
        program,
        world.topology().own().stream()
            .flatMap(server -> Stream.of(server.internalName(), server.webName()))
            .collect(Collectors.toSet()),
        world.topology().users(),
        clock);
  }

  private Application build(Site site) {
    Server server = site.server();
    TicketKey key = keys.computeIfAbsent(server, one -> TicketKey.random(random));
    Site described = new Site(world.described(server), site.machine(), site.location());
    Gates gates = gates(described, key);
    return new Application(
        new Autodiscover(described, gates, homes(site), world.exposesMobilityInside()),
        directory(site, described.host(), key),
        isDirector(server)
            ? Director.services()
            : Pool.services(server.product().generation(), gates, random),
        world.iis(server),
        new Stamp(site, random));
  }

  private Gates gates(Site site, TicketKey key) {
    Pages pages = new Pages(site);
    List<User> users = world.topology().users();
    Gate bearer =
        new BearerGate(pages, new BearerVerifier(key, authority(site), site.host(), users, clock));
    Gate ticket = new TicketGate(pages, new TicketVerifier(key, site.host(), users, clock));
    Product product = site.server().product();
    return new Gates(
        product.offersTickets() ? ticket : bearer,
        product.offersOauth() ? Optional.of(bearer) : Optional.empty());
  }

  /** The key of the authority outside, if this server takes its tokens. */
  private Optional<TicketKey> authority(Site site) {
    return site.server().product().modern() == ModernAuthentication.OFF
        ? Optional.empty()
        : Optional.of(loginKey);
  }

  private WebTicketDirectory directory(Site site, String host, TicketKey key) {
    String fqdn = site.machine().fqdn();
    List<User> users = world.topology().users();
    WindowsAuthentication authentication = authentication(site);
    Product product = site.server().product();
    return new WebTicketDirectory(
        product.offersTickets()
            ? Optional.of(
                new TicketService(
                    host, fqdn, key, users, authentication, certificates, clock, random))
            : Optional.empty(),
        product.issuesTokens()
            ? Optional.of(new TokenService(host, fqdn, key, users, authentication, clock, random))
            : Optional.empty());
  }

  private WindowsAuthentication authentication(Site site) {
    Server server = site.server();
    Set<String> hosts = hosts(server).collect(Collectors.toSet());
    return new WindowsAuthentication(
        new Protection(extended, site.location() == AccessLocation.EXTERNAL, hosts),
        Optional.of(realm.acceptor(hosts)).filter(_ -> world.topology().own().contains(server)));
  }

  /** A server has service principals for all its names, each with the class HTTP. */
  private static Stream<String> hosts(Server server) {
    return Stream.concat(
        Stream.of(server.internalName(), server.webName()),
        server.machines().stream().map(Machine::fqdn));
  }

  /** The realm of the main SIP domain's accounts, in which the company's own servers are. */
  private static Realm realm(World world, RandomGenerator random) {
    Topology topology = world.topology();
    String domain = topology.users().getFirst().domain();
    return new Realm(
        World.AD_DOMAIN,
        topology.users().stream().filter(user -> user.domain().equals(domain)).toList(),
        world.hasServicePrincipals()
            ? topology.own().stream().flatMap(Sites::hosts).collect(Collectors.toSet())
            : Set.of(),
        random);
  }

  private Function<User, Home> homes(Site site) {
    Server server = site.server();
    Topology topology = world.topology();
    Replica replica = world.replica(server, site.machine());
    Function<User, Home> believed =
        isDirector(server)
            ? Director.homes(topology, replica)
            : Pool.homes(topology, server, replica);
    return believed.andThen(this::described);
  }

  /** Other servers are known by what the deployment's documents say of them. */
  private Home described(Home home) {
    return home instanceof Home.Elsewhere(Server server)
        ? new Home.Elsewhere(world.described(server))
        : home;
  }

  private boolean isDirector(Server server) {
    return world.topology().director().filter(server::equals).isPresent();
  }
}
