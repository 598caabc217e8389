package io.lyncwatch.lab;

import io.lyncwatch.lab.certificates.AuthorityUrls;
import io.lyncwatch.lab.directory.Staff;
import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.dns.View;
import io.lyncwatch.lab.world.Bystander;
import io.lyncwatch.lab.world.Machine;
import io.lyncwatch.lab.world.Product;
import io.lyncwatch.lab.world.Server;
import io.lyncwatch.lab.world.Topology;
import io.lyncwatch.lab.world.World;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The company that the lab simulates, each of its machines at addresses of its own. */
final class Contoso {
  private static final Map<View, List<InetAddress>> NAME_SERVERS =
      Map.of(
          View.INTERNAL,
          List.of(address("127.0.53.1"), address("127.0.53.3"), address("127.0.53.5")),
          View.EXTERNAL,
          List.of(address("127.0.53.2"), address("127.0.53.4"), address("127.0.53.6")));

  static final AuthorityUrls AUTHORITY_URLS =
      new AuthorityUrls(
          published(Publication.ISSUER),
          published(Publication.RESPONDER),
          published(Publication.ISSUING_LIST),
          published(Publication.ROOT_LIST));

  private static final InetAddress AUTHORITY = address("127.0.3.1");
  private static final InetAddress STRANGER = address("127.0.6.1");
  private static final InetAddress EDGE = address("127.0.7.1");
  private static final InetAddress LOGIN = address("127.0.8.1");
  private static final InetAddress DOMAIN_CONTROLLER = address("127.0.9.1");

  private static final Map<Bystander, InetAddress> BYSTANDERS =
      Map.of(
          Bystander.PARKING_SERVICE, address("127.0.6.2"),
          Bystander.HOTSPOT, address("127.0.6.3"),
          Bystander.INTRANET, address("127.0.10.1"),
          Bystander.FIREWALL, address("127.0.11.1"),
          Bystander.NOBODY, address("127.0.12.1"));

  private Contoso() {}

  static Topology topology(LabSettings settings) {
    return switch (settings.topology()) {
      case DIRECTOR, HOSTED -> directorBeforePools(settings, false);
      case HYBRID -> directorBeforePools(settings, true);
      case STANDARD ->
          topology(settings, Optional.empty(), List.of(standardEdition(settings.product())), false);
      case POOL ->
          topology(settings, Optional.empty(), List.of(poolOfTwo(settings.product())), false);
    };
  }

  private static Topology directorBeforePools(LabSettings settings, boolean hybrid) {
    Product product = settings.product();
    return topology(settings, Optional.of(director(product)), pools(product), hybrid);
  }

  private static Topology topology(
      LabSettings settings, Optional<Server> director, List<Server> pools, boolean hybrid) {
    Staff staff = new Staff(settings.random());
    List<User> users = new ArrayList<>();
    for (String domain : settings.allDomains()) {
      users.addAll(
          staff.of(domain, pools.getFirst().internalName(), pools.getLast().internalName()));
    }
    Optional<Server> hoster = hybrid ? Optional.of(hoster(settings.product())) : Optional.empty();
    hoster.ifPresent(
        server -> users.add(staff.hosted(settings.allDomains().getFirst(), server.internalName())));
    users.addAll(settings.users());
    return new Topology(
        settings.allDomains(),
        Set.copyOf(settings.manualDomains()),
        director,
        pools,
        hoster,
        AUTHORITY,
        NAME_SERVERS,
        STRANGER,
        EDGE,
        LOGIN,
        DOMAIN_CONTROLLER,
        BYSTANDERS,
        users);
  }

  private static Server director(Product product) {
    return new Server(
        "dir01",
        "dir01." + World.AD_DOMAIN,
        "dirweb." + World.WEB_DOMAIN,
        product,
        List.of(machine("dir01", 1)));
  }

  private static List<Server> pools(Product product) {
    return List.of(
        pool(product, "01", machine("fe01", 2)), pool(product, "02", machine("fe02", 3)));
  }

  private static Server poolOfTwo(Product product) {
    return pool(product, "01", machine("fe01", 2), machine("fe02", 3));
  }

  private static Server pool(Product product, String number, Machine... machines) {
    return new Server(
        "pool" + number,
        "pool" + number + "." + World.AD_DOMAIN,
        "webpool" + number + "." + World.WEB_DOMAIN,
        product,
        List.of(machines));
  }

  /** Of a Standard Edition server, the pool's name is the machine's. */
  private static Server standardEdition(Product product) {
    return new Server(
        "se01",
        "se01." + World.AD_DOMAIN,
        "lyncweb." + World.WEB_DOMAIN,
        product,
        List.of(machine("se01", 2)));
  }

  /** Nobody of the company stands inside there: it has one name for everybody. */
  private static Server hoster(Product product) {
    String name = "webdir01." + World.HOSTER_DOMAIN;
    return new Server(
        "webdir01",
        name,
        name,
        product,
        List.of(
            new Machine(
                "fe01.infra." + World.HOSTER_DOMAIN, address("127.0.4.1"), address("127.0.5.1"))));
  }

  private static Machine machine(String name, int host) {
    return new Machine(
        name + "." + World.AD_DOMAIN, address("127.0.1." + host), address("127.0.2." + host));
  }

  private static String published(String path) {
    return "http://" + World.AUTHORITY_HOST + path;
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + literal, e);
    }
  }
}
