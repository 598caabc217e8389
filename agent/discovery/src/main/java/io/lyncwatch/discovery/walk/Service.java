package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.document.AccessLocation;
import io.lyncwatch.discovery.document.Links;
import io.lyncwatch.discovery.report.Side;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One service of the home pool and the cheap question that tells whether it is there.
 *
 * @param name the token without its side, lower case
 * @param url what to ask
 * @param healthy the statuses of a healthy server; where sources name none, all that a living one
 *     may give
 */
record Service(String name, Side side, URI url, Set<Integer> healthy) {
  private static final Set<Integer> OK = Set.of(200);

  /** The services that a client in this view uses, in a fixed order. */
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
    add(services, "autodiscover", side, links, prefix + "Autodiscover", "", OK);
    add(services, "authbroker", side, links, prefix + "AuthBroker", "/mex", OK);
    add(services, "webscheduler", side, links, prefix + "WebScheduler", "", Set.of(200, 301, 302));
    add(services, "xframe", side, links, prefix + "XFrame", "", OK);
    // Mobility is on the external web services for clients on both sides.
    add(services, "mcx", Side.EXTERNAL, links, prefix + "Mcx", "", Set.of(200, 400, 401, 405));
    add(services, "ucwa", Side.EXTERNAL, links, "Ucwa", "", Set.of(401));
    return services;
  }

  private static void add(
      List<Service> services,
      String name,
      Side side,
      Links links,
      String token,
      String suffix,
      Set<Integer> healthy) {
    links
        .href(token)
        .map(url -> new Service(name, side, URI.create(url + suffix), healthy))
        .ifPresent(services::add);
  }
}
