package io.lyncwatch.lab;

import io.lyncwatch.lab.director.Director;
import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.pool.Pool;
import io.lyncwatch.lab.site.Application;
import io.lyncwatch.lab.site.Autodiscover;
import io.lyncwatch.lab.site.Home;
import io.lyncwatch.lab.site.Pages;
import io.lyncwatch.lab.site.Site;
import io.lyncwatch.lab.ticket.TicketKey;
import io.lyncwatch.lab.ticket.TicketService;
import io.lyncwatch.lab.ticket.TicketVerifier;
import io.lyncwatch.lab.world.Replica;
import io.lyncwatch.lab.world.Server;
import io.lyncwatch.lab.world.Topology;
import io.lyncwatch.lab.world.World;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Puts together what each site of each server answers; the sites of one server share a key. */
final class Sites {
  private final World world;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Map<Server, TicketKey> keys = new HashMap<>();
  private final Map<Site, Application> applications = new HashMap<>();

  Sites(World world, InstantSource clock, RandomGenerator random) {
    this.world = world;
    this.clock = clock;
    this.random = random;
  }

  /** The same for http and https, because the site is. */
  Application application(Site site) {
    return applications.computeIfAbsent(site, this::build);
  }

  private Application build(Site site) {
    Server server = site.server();
    TicketKey key = keys.computeIfAbsent(server, one -> TicketKey.random(random));
    List<User> users = world.topology().users();
    TicketVerifier verifier = new TicketVerifier(key, site.host(), users, clock);
    return new Application(
        new Autodiscover(site, verifier, homes(server)),
        new TicketService(site.host(), site.machine().fqdn(), key, users, clock, random),
        isDirector(server) ? Director.services() : Pool.services(new Pages(site)));
  }

  private Function<User, Home> homes(Server server) {
    Topology topology = world.topology();
    Replica replica = world.replica(server);
    return isDirector(server)
        ? Director.homes(topology, replica)
        : Pool.homes(topology, server, replica);
  }

  private boolean isDirector(Server server) {
    return world.topology().director().filter(server::equals).isPresent();
  }
}
