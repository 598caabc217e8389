package io.lyncwatch.lab;

import io.lyncwatch.lab.SamePort.Opening;
import io.lyncwatch.lab.certificates.TlsContexts;
import io.lyncwatch.lab.dns.NameServer;
import io.lyncwatch.lab.dns.View;
import io.lyncwatch.lab.journal.Journal;
import io.lyncwatch.lab.proxy.ProxyListener;
import io.lyncwatch.lab.proxy.PublishingRule;
import io.lyncwatch.lab.site.AccessLocation;
import io.lyncwatch.lab.site.Application;
import io.lyncwatch.lab.site.Site;
import io.lyncwatch.lab.site.Visit;
import io.lyncwatch.lab.site.WebListener;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import io.lyncwatch.lab.world.Server;
import io.lyncwatch.lab.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** Opens the ports of a world, from the back to the front: sites, proxy, name servers. */
final class Construction {
  private final World world;
  private final Sites sites;
  private final TlsContexts tls;
  private final Journal journal;
  private final SamePort samePort;
  private final List<Server> running;

  Construction(World world, Sites sites, TlsContexts tls, Journal journal, Rooms rooms) {
    this.world = world;
    this.sites = sites;
    this.tls = tls;
    this.journal = journal;
    this.samePort = new SamePort(rooms);
    this.running = world.topology().servers().stream().filter(world::runs).toList();
  }

  LabPorts open(LabPorts wanted) throws IOException {
    List<Opening> externalHttps = new ArrayList<>();
    List<Opening> externalHttp = new ArrayList<>();
    for (Server server : running) {
      Function<Request, Reply> site = application(server, AccessLocation.EXTERNAL);
      SSLContext shown = tls.server(world.certificatesBehindProxy(server));
      externalHttps.add(port -> listen(server.inside(), port, Optional.of(shown), site));
      externalHttp.add(port -> listen(server.inside(), port, Optional.empty(), site));
    }
    int backendHttps = samePort.open("external https", wanted.externalHttps(), externalHttps);
    int backendHttp = samePort.open("external http", wanted.externalHttp(), externalHttp);
    return new LabPorts(
        samePort.open("https", wanted.https(), https(backendHttps, backendHttp)),
        samePort.open("http", wanted.http(), http(backendHttps, backendHttp)),
        backendHttps,
        backendHttp,
        samePort.open("DNS", wanted.dns(), nameServers()));
  }

  private List<Opening> https(int backendHttps, int backendHttp) {
    SSLContext trusted = tls.client(world.now());
    List<Opening> openings = new ArrayList<>();
    for (Server server : running) {
      Function<Request, Reply> site = application(server, AccessLocation.INTERNAL);
      SSLContext inside = tls.server(world.certificatesInside(server));
      openings.add(port -> listen(server.inside(), port, Optional.of(inside), site));
      SSLContext outside = tls.server(world.certificatesPublished(server));
      PublishingRule rule = rule(server, backendHttps, backendHttp);
      openings.add(port -> {
        ProxyListener proxy =
            ProxyListener.https(at(server.published(), port), rule, outside, trusted);
        return new SamePort.Listening(proxy.port(), proxy);
      });
    }
    return openings;
  }

  private List<Opening> http(int backendHttps, int backendHttp) {
    List<Opening> openings = new ArrayList<>();
    for (Server server : running) {
      Function<Request, Reply> site = application(server, AccessLocation.INTERNAL);
      openings.add(port -> listen(server.inside(), port, Optional.empty(), site));
      PublishingRule rule = rule(server, backendHttps, backendHttp);
      openings.add(port -> {
        ProxyListener proxy = ProxyListener.http(at(server.published(), port), rule);
        return new SamePort.Listening(proxy.port(), proxy);
      });
    }
    return openings;
  }

  private List<Opening> nameServers() {
    return List.of(
        port -> serve(Contoso.INTERNAL_DNS, port, View.INTERNAL),
        port -> serve(Contoso.EXTERNAL_DNS, port, View.EXTERNAL));
  }

  private SamePort.Listening serve(InetAddress address, int port, View view) throws IOException {
    NameServer server = NameServer.bind(at(address, port), view, world.zone(view), journal::record);
    if (world.answers(view)) {
      server.start();
    }
    return new SamePort.Listening(server.address().getPort(), server);
  }

  private Function<Request, Reply> application(Server server, AccessLocation location) {
    Site site = new Site(server, location);
    Application application = sites.application(site);
    return request -> {
      journal.record(new Visit(site.name(), request));
      return application.answer(request);
    };
  }

  private PublishingRule rule(Server server, int backendHttps, int backendHttp) {
    Set<String> hosts = new HashSet<>(Set.of(server.webName()));
    if (server.equals(world.topology().director())) {
      world.topology().sipDomains().forEach(domain -> hosts.add("lyncdiscover." + domain));
    }
    return new PublishingRule(
        hosts,
        server.internalName(),
        at(server.inside(), backendHttps),
        at(server.inside(), backendHttp));
  }

  private static SamePort.Listening listen(
      InetAddress address, int port, Optional<SSLContext> tls, Function<Request, Reply> site)
      throws IOException {
    WebListener listener = new WebListener(at(address, port), tls, site);
    return new SamePort.Listening(listener.port(), listener);
  }

  private static InetSocketAddress at(InetAddress address, int port) {
    return new InetSocketAddress(address, port);
  }
}
