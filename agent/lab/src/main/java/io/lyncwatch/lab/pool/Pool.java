package io.lyncwatch.lab.pool;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.site.Gates;
import io.lyncwatch.lab.site.Home;
import io.lyncwatch.lab.site.Pages;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import io.lyncwatch.lab.world.Generation;
import io.lyncwatch.lab.world.Replica;
import io.lyncwatch.lab.world.Server;
import io.lyncwatch.lab.world.Topology;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** What makes a server a pool: it is the home of users and has all the web services. */
public final class Pool {
  private static final String METADATA =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
          + "<wsdl:definitions xmlns:wsdl=\"http://schemas.xmlsoap.org/wsdl/\"/>";

  private Pool() {}

  /** Users homed here, and the way to the others. */
  public static Function<User, Home> homes(Topology topology, Server self, Replica replica) {
    return user ->
        replica
            .home(user.address())
            .flatMap(topology::server)
            .map(home -> home.equals(self) ? new Home.Here() : new Home.Elsewhere(home))
            .orElseGet(Home.Unknown::new);
  }

  /** The services by their paths in lower case. */
  public static Map<String, Function<Request, Reply>> services(
      Generation generation, Gates gates, RandomGenerator random) {
    Reply metadata = Reply.of(200, "text/xml; charset=utf-8", METADATA);
    Map<String, Reply> fixed = new HashMap<>();
    fixed.put("/reach/sip.svc", Pages.html(200, "AuthBroker Service"));
    fixed.put("/reach/sip.svc/mex", metadata);
    fixed.put("/scheduler", Pages.html(200, "Web Scheduler"));
    fixed.put("/meet", Pages.html(200, "Meeting"));
    fixed.put("/dialin", Pages.html(200, "Dial-in Conferencing"));
    fixed.put("/abs", Pages.windowsOnly());
    fixed.put("/abs/handler", Pages.windowsOnly());
    fixed.put("/groupexpansion", Pages.windowsOnly());
    fixed.put("/groupexpansion/service.svc", Pages.windowsOnly());
    fixed.put("/certprov/certprovisioningservice.svc/mex", metadata);
    if (generation.hasMcx()) {
      fixed.put("/mcx/mcxservice.svc", Pages.html(200, "McxService Service"));
      fixed.put("/mcx/mcxservice.svc/mex", metadata);
    }
    Map<String, Function<Request, Reply>> services = new HashMap<>();
    fixed.forEach((path, reply) -> services.put(path, request -> reply));
    if (generation.hasUcwa()) {
      services.putAll(new Applications("/ucwa/v1/applications", gates.user(), random).services());
    }
    gates
        .oauthUser()
        .map(gate -> new Applications("/ucwa/oauth/v1/applications", gate, random))
        .ifPresent(applications -> services.putAll(applications.services()));
    return services;
  }
}
