package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.document.AccessLocation;
import io.lyncwatch.discovery.document.Links;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.report.Side;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One service of the home pool and the cheap question that tells whether it is there.
 *
 * @param name the token without its side, lower case; or the folder on the web name
 * @param url what to ask
 * @param healthy the statuses of a healthy server; where sources name none, all that a living one
 *     may give
 * @param ceiling how bad it is at most if it is not there
 * @param loss what users miss then, in words; empty where that is not one thing
 */
record Service(
    String name, Side side, URI url, Set<Integer> healthy, Severity ceiling, String loss) {
  static final Set<Integer> PAGE = Set.of(200, 301, 302);
  static final Set<Integer> CHALLENGE = Set.of(401);
  private static final Set<Integer> OK = Set.of(200);

  /** The services that a client in this view uses, in a fixed order, what sign-in needs first. */
  static List<Service> of(Links links, View view, Optional<AccessLocation> location) {
    boolean inside =
        switch (view) {
          case INTERNAL -> true;
          case EXTERNAL -> false;
          case ANY -> location.equals(Optional.of(AccessLocation.INTERNAL));
        };
    Side side = inside ? Side.INTERNAL : Side.EXTERNAL;
    String prefix = inside ? "Internal/" : "External/";
    List<Service> services = new ArrayList<>();
    add(services, "autodiscover", side, links, prefix + "Autodiscover", "", OK, "");
    add(services, "authbroker", side, links, prefix + "AuthBroker", "/mex", OK, "");
    add(services, "webscheduler", side, links, prefix + "WebScheduler", "", PAGE, "");
    add(services, "xframe", side, links, prefix + "XFrame", "", OK, "browser applications");
    // Mobility is on the external web services for clients on both sides.
    Set<Integer> living = Set.of(200, 400, 401, 405);
    add(services, "mcx", Side.EXTERNAL, links, prefix + "Mcx", "", living, "Lync 2010 on phones");
    add(services, "ucwa", Side.EXTERNAL, links, "Ucwa", "", CHALLENGE, "Lync on phones");
    services.addAll(onWebNames(links, inside));
    return services;
  }

  private static void add(
      List<Service> services,
      String name,
      Side side,
      Links links,
      String token,
      String suffix,
      Set<Integer> healthy,
      String loss) {
    links
        .href(token)
        .map(
            url -> new Service(name, side, URI.create(url + suffix), healthy, Severity.ERROR, loss))
        .ifPresent(services::add);
  }

  /** Clients inside use both names; where the two are one, it is the external one. */
  private static List<Service> onWebNames(Links links, boolean inside) {
    Optional<URI> internal = webName(links, "Internal/Autodiscover").filter(url -> inside);
    Optional<URI> external = webName(links, "External/Autodiscover");
    List<Service> services = new ArrayList<>();
    for (SitePath path : SitePath.values()) {
      internal
          .filter(url -> external.map(Route::of).filter(Route.of(url)::equals).isEmpty())
          .ifPresent(url -> services.add(of(path, Side.INTERNAL, url)));
      external.ifPresent(url -> services.add(of(path, Side.EXTERNAL, url)));
    }
    return services;
  }

  private static Optional<URI> webName(Links links, String token) {
    return links.href(token).map(URI::create);
  }

  private static Service of(SitePath path, Side side, URI webName) {
    return new Service(
        path.label(),
        side,
        webName.resolve(path.path()),
        path.healthy(),
        Severity.WARNING,
        path.loss());
  }
}
