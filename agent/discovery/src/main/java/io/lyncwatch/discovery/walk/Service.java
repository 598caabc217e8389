package io.lyncwatch.discovery.walk;

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
 * @param elsewhere what to ask if that fails: its URL in the other set, if that is another one
 * @param healthy the statuses of a healthy server; where sources name none, all that a living one
 *     may give
 */
record Service(String name, Side side, URI url, Optional<URI> elsewhere, Set<Integer> healthy) {
  private static final Set<Integer> OK = Set.of(200);
  private static final String MCX = "mcx";
  private static final String UCWA = "ucwa";

  /** The services of one set, in a fixed order. */
  static List<Service> of(Links links, Side set) {
    String ours = set == Side.INTERNAL ? "Internal/" : "External/";
    String others = set == Side.INTERNAL ? "External/" : "Internal/";
    List<Service> services = new ArrayList<>();
    Adding adding =
        (name, side, token, other, suffix, healthy) ->
            links
                .href(token)
                .map(url ->
                    new Service(
                        name,
                        side,
                        URI.create(url + suffix),
                        links
                            .href(other)
                            .filter(elsewhere -> !elsewhere.equals(url))
                            .map(elsewhere -> URI.create(elsewhere + suffix)),
                        healthy))
                .ifPresent(services::add);
    adding.add("autodiscover", set, ours + "Autodiscover", others + "Autodiscover", "", OK);
    adding.add("authbroker", set, ours + "AuthBroker", others + "AuthBroker", "/mex", OK);
    adding.add(
        "webscheduler",
        set,
        ours + "WebScheduler",
        others + "WebScheduler",
        "",
        Set.of(200, 301, 302));
    adding.add("xframe", set, ours + "XFrame", others + "XFrame", "", OK);
    // Mobility is on the external web services for clients on both sides; Internal/Ucwa is
    // reserved.
    adding.add(MCX, Side.EXTERNAL, ours + "Mcx", others + "Mcx", "", Set.of(200, 400, 401, 405));
    adding.add(UCWA, Side.EXTERNAL, "Ucwa", "External/Ucwa", "", Set.of(401));
    return services;
  }

  private interface Adding {
    void add(
        String name, Side side, String token, String other, String suffix, Set<Integer> healthy);
  }

  /** Whether a phone that is signed in lives by it. */
  boolean mobile() {
    return name.equals(MCX) || name.equals(UCWA);
  }
}
