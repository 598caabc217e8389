package io.lyncwatch.lab.pool;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.site.Home;
import io.lyncwatch.lab.site.Pages;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.world.Replica;
import io.lyncwatch.lab.world.Server;
import io.lyncwatch.lab.world.Topology;
import java.util.Map;
import java.util.function.Function;

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

  /** What the services say to somebody who shows no ticket. */
  public static Map<String, Reply> services(Pages pages) {
    Reply windows =
        Pages.unauthorized().with("WWW-Authenticate", "Negotiate").with("WWW-Authenticate", "NTLM");
    Reply metadata = Reply.of(200, "text/xml; charset=utf-8", METADATA);
    return Map.ofEntries(
        Map.entry("/mcx/mcxservice.svc", Pages.html(200, "McxService Service")),
        Map.entry("/mcx/mcxservice.svc/mex", metadata),
        Map.entry("/ucwa/v1/applications", pages.ticketMissing()),
        Map.entry("/ucwa/oauth/v1/applications", pages.tokenMissing()),
        Map.entry("/reach/sip.svc", Pages.html(200, "AuthBroker Service")),
        Map.entry("/reach/sip.svc/mex", metadata),
        Map.entry("/scheduler", Pages.html(200, "Web Scheduler")),
        Map.entry("/meet", Pages.html(200, "Meeting")),
        Map.entry("/dialin", Pages.html(200, "Dial-in Conferencing")),
        Map.entry("/abs", windows),
        Map.entry("/groupexpansion/service.svc", windows),
        Map.entry("/certprov/certprovisioningservice.svc/mex", metadata));
  }
}
