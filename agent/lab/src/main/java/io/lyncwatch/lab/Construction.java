package io.lyncwatch.lab;

import io.lyncwatch.lab.SamePort.Listening;
import io.lyncwatch.lab.SamePort.Opening;
import io.lyncwatch.lab.certificates.CertificateBook;
import io.lyncwatch.lab.certificates.Handshake;
import io.lyncwatch.lab.certificates.TlsContexts;
import io.lyncwatch.lab.certificates.TlsSide;
import io.lyncwatch.lab.dns.NameServer;
import io.lyncwatch.lab.dns.NameServerPlan;
import io.lyncwatch.lab.journal.Journal;
import io.lyncwatch.lab.kerberos.Kdc;
import io.lyncwatch.lab.proxy.ProxyListener;
import io.lyncwatch.lab.proxy.PublishingRule;
import io.lyncwatch.lab.sip.SipListener;
import io.lyncwatch.lab.site.AccessLocation;
import io.lyncwatch.lab.site.Application;
import io.lyncwatch.lab.site.Site;
import io.lyncwatch.lab.site.Visit;
import io.lyncwatch.lab.site.WebListener;
import io.lyncwatch.lab.ticket.LoginAuthority;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import io.lyncwatch.lab.world.Bystander;
import io.lyncwatch.lab.world.Machine;
import io.lyncwatch.lab.world.Publishing;
import io.lyncwatch.lab.world.Server;
import io.lyncwatch.lab.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Opens the ports of a world, from the back to the front: sites, proxy, name servers. */
final class Construction {
  private final World world;
  private final Sites sites;
  private final TlsContexts tls;
  private final Function<Request, Reply> publication;
  private final Journal journal;
  private final SamePort samePort;
  private final List<Standing> running;
  private final Map<Standing, TlsSide> inside = new HashMap<>();
  private final TlsSide edge;
  private final Bystanders bystanders;

  /** A machine, with the server that it belongs to. */
  private record Standing(Server server, Machine machine) {}

  Construction(
      World world,
      Sites sites,
      TlsContexts tls,
      Function<Request, Reply> publication,
      Journal journal,
      Rooms rooms) {
    this.world = world;
    this.sites = sites;
    this.tls = tls;
    this.publication = publication;
    this.journal = journal;
    this.samePort = new SamePort(rooms);
    this.edge =
        tls.server("edge", world.certificatesAtEdge(), witness("edge", world.topology().edge()));
    this.bystanders = new Bystanders(world, tls, journal);
    this.running =
        world.topology().servers().stream()
            .filter(world::runs)
            .flatMap(
                server -> server.machines().stream().map(machine -> new Standing(server, machine)))
            .toList();
  }

  LabPorts open(LabPorts wanted) throws IOException {
    List<Opening> securedSites = new ArrayList<>();
    List<Opening> plainSites = new ArrayList<>();
    for (Standing at : running) {
      Function<Request, Reply> site = application(at, AccessLocation.EXTERNAL);
      TlsSide shown =
          tls.server(
              at.machine().fqdn() + " behind proxy",
              world.certificatesBehindProxy(at.server()),
              unseen -> {});
      securedSites.add(port -> listen(at.machine().inside(), port, Optional.of(shown), site));
      plainSites.add(port -> listen(at.machine().inside(), port, Optional.empty(), site));
    }
    securedSites.addAll(bystanders.behindProxy(true));
    plainSites.addAll(bystanders.behindProxy(false));
    int externalHttps = samePort.open("external https", wanted.externalHttps(), securedSites);
    int externalHttp = samePort.open("external http", wanted.externalHttp(), plainSites);
    return new LabPorts(
        samePort.open("https", wanted.https(), https(externalHttps)),
        samePort.open("http", wanted.http(), http(externalHttp)),
        externalHttps,
        externalHttp,
        samePort.open("DNS", wanted.dns(), nameServers()),
        samePort.open("SIP", wanted.sip(), sip()),
        samePort.open("Kerberos", wanted.kerberos(), List.of(this::domainController)));
  }

  private List<Opening> https(int backendPort) {
    TlsSide trusted = tls.client(world.now());
    List<Opening> openings = new ArrayList<>();
    for (Standing at : running) {
      Machine machine = at.machine();
      if (isOwn(at.server())) {
        Function<Request, Reply> site = application(at, AccessLocation.INTERNAL);
        Optional<TlsSide> shown = Optional.of(inside(at).askingClients());
        openings.add(port -> listen(machine.inside(), port, shown, site));
      }
      TlsSide outside =
          tls.server(
              machine.fqdn() + " published",
              world.certificatesPublished(at.server()),
              witness(at.server().name() + " published", machine.published()));
      if (world.publishing(at.server()).listensToHttps()) {
        openings.add(port -> {
          PublishingRule rule = rule(at, backendPort, port);
          return listening(
              ProxyListener.https(at(machine.published(), port), rule, outside, trusted));
        });
      }
    }
    openings.add(this::accessEdge);
    openings.addAll(bystanders.https());
    if (world.topology().hasModernAuthentication()) {
      openings.add(this::login);
    }
    world
        .certificatesAbroad()
        .ifPresent(book ->
            entryMachines()
                .forEach(at -> openings.add(port -> abroad(at, backendPort, port, book, trusted))));
    return openings;
  }

  /** Clients inside come to the machines, those outside to the Access Edge, here or at 443. */
  private List<Opening> sip() {
    List<Opening> openings = new ArrayList<>();
    for (Standing at : running) {
      InetAddress address = isOwn(at.server()) ? at.machine().inside() : at.machine().published();
      TlsSide shown = inside(at);
      openings.add(port -> listening(new SipListener(at(address, port), shown)));
    }
    openings.add(this::accessEdge);
    return openings;
  }

  private Listening accessEdge(int port) throws IOException {
    return listening(new SipListener(at(world.topology().edge(), port), edge));
  }

  private Listening domainController(int port) throws IOException {
    InetSocketAddress address = at(world.topology().domainController(), port);
    Kdc kdc = new Kdc(address, sites.realm());
    return new Listening(kdc.port(), kdc);
  }

  private Listening login(int port) throws IOException {
    InetAddress address = world.topology().login();
    TlsSide shown = tls.server("login", world.certificatesOfLogin(), witness("login", address));
    LoginAuthority authority = sites.login();
    return listen(
        address,
        port,
        Optional.of(shown),
        request -> {
          journal.record(new Visit("login", World.LOGIN_HOST, request));
          return authority.answer(request);
        });
  }

  /** A machine has one certificate for all that it says inside. */
  private TlsSide inside(Standing at) {
    return inside.computeIfAbsent(
        at,
        one ->
            tls.server(
                one.machine().fqdn() + " internal",
                world.certificatesInside(one.server(), one.machine()),
                witness(one.server().name() + " internal", one.machine().inside())));
  }

  private Listening abroad(
      Standing at, int backendPort, int port, CertificateBook book, TlsSide trusted)
      throws IOException {
    InetAddress stranger = world.topology().stranger();
    TlsSide outside = tls.server("stranger", book, witness("stranger", stranger));
    PublishingRule rule = rule(at, backendPort, port);
    return listening(ProxyListener.https(at(stranger, port), rule, outside, trusted));
  }

  /** The first machine of the entry server, if it runs: somebody else's proxy knows no more. */
  private Stream<Standing> entryMachines() {
    return running.stream().filter(at -> at.server().equals(world.topology().entry())).limit(1);
  }

  private List<Opening> http(int backendPort) {
    List<Opening> openings = new ArrayList<>();
    if (world.authorityListens()) {
      openings.add(
          port -> listen(world.topology().authority(), port, Optional.empty(), publication));
    }
    for (Standing at : running) {
      Machine machine = at.machine();
      if (isOwn(at.server())) {
        Function<Request, Reply> site = application(at, AccessLocation.INTERNAL);
        openings.add(port -> listen(machine.inside(), port, Optional.empty(), site));
      }
      if (world.publishing(at.server()).listensToHttp()) {
        openings.add(port -> {
          PublishingRule rule = rule(at, backendPort, port);
          return listening(ProxyListener.http(at(machine.published(), port), rule));
        });
      }
    }
    openings.addAll(bystanders.http());
    if (world.certificatesAbroad().isPresent()) {
      InetAddress stranger = world.topology().stranger();
      entryMachines()
          .forEach(at ->
              openings.add(port ->
                  listening(ProxyListener.http(at(stranger, port), rule(at, backendPort, port)))));
    }
    return openings;
  }

  private Consumer<String> witness(String listener, InetAddress address) {
    return host -> journal.record(new Handshake(listener, address, host));
  }

  /** Nobody of the company ever stands inside the hoster's network. */
  private boolean isOwn(Server server) {
    return world.topology().own().contains(server);
  }

  private List<Opening> nameServers() {
    return world.nameServers().stream().map(plan -> (Opening) port -> serve(plan, port)).toList();
  }

  private Listening serve(NameServerPlan plan, int port) throws IOException {
    NameServer server = NameServer.bind(plan, port, journal::record);
    if (world.answers(plan)) {
      server.start();
    }
    return new Listening(server.address().getPort(), server);
  }

  private Function<Request, Reply> application(Standing at, AccessLocation location) {
    Site site = new Site(at.server(), at.machine(), location);
    Application application = sites.application(site);
    return request -> {
      journal.record(new Visit(site.name(), at.machine().fqdn(), request));
      return application.answer(request);
    };
  }

  /** The internal site listens at the port of the proxy, so that a wrong bridge leads there. */
  private PublishingRule rule(Standing at, int externalPort, int internalPort) {
    Publishing publishing = world.publishing(at.server());
    boolean bridged = publishing.isBridgedToInternalSite();
    Set<String> hosts = new HashSet<>(Set.of(at.server().webName()));
    if (at.server().equals(world.topology().entry())) {
      world.topology().sipDomains().forEach(domain -> hosts.add("lyncdiscover." + domain));
    }
    return new PublishingRule(
        hosts,
        publishing.withheld(),
        publishing.preauthentication(),
        publishing.cutOff(),
        publishing.keepsConnections(),
        publishing.leadsAstray() ? World.INTRANET_HOST : at.server().internalName(),
        at(backend(at, publishing), bridged ? internalPort : externalPort));
  }

  private InetAddress backend(Standing at, Publishing publishing) {
    if (publishing.cutOff().isPresent()) {
      return world.topology().address(Bystander.NOBODY);
    }
    return publishing.leadsAstray()
        ? world.topology().address(Bystander.INTRANET)
        : at.machine().inside();
  }

  private static Listening listen(
      InetAddress address, int port, Optional<TlsSide> tls, Function<Request, Reply> site)
      throws IOException {
    WebListener listener = new WebListener(at(address, port), tls, site);
    return new Listening(listener.port(), listener);
  }

  private static Listening listening(ProxyListener proxy) {
    return new Listening(proxy.port(), proxy);
  }

  private static Listening listening(SipListener sip) {
    return new Listening(sip.port(), sip);
  }

  private static InetSocketAddress at(InetAddress address, int port) {
    return new InetSocketAddress(address, port);
  }
}
