package io.lyncwatch.discovery.walk;

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
 * @param elsewhere what to ask if that fails: its URL in the other set, if that is another one
 * @param healthy the statuses of a healthy server; where sources name none, all that a living one
 *     may give
 * @param ceiling how bad it is at most if it is not there
 * @param loss what users miss then, in words; empty where that is not one thing
 */
record Service(
    String name,
    Side side,
    URI url,
    Optional<URI> elsewhere,
    Set<Integer> healthy,
    Severity ceiling,
    String loss) {
  static final Set<Integer> PAGE = Set.of(200, 301, 302);
  static final Set<Integer> CHALLENGE = Set.of(401);
  private static final Set<Integer> OK = Set.of(200);
  private static final String MCX = "mcx";
  private static final String UCWA = "ucwa";

  /** The services of one set, in a fixed order, what sign-in needs first. */
  static List<Service> of(Links links, Side set) {
    String ours = set == Side.INTERNAL ? "Internal/" : "External/";
    String others = set == Side.INTERNAL ? "External/" : "Internal/";
    List<Service> services = new ArrayList<>();
    Adding adding =
        (name, side, token, other, suffix, healthy, loss) ->
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
                        healthy,
                        Severity.ERROR,
                        loss))
                .ifPresent(services::add);
    adding.add("autodiscover", set, ours + "Autodiscover", others + "Autodiscover", "", OK, "");
    adding.add("authbroker", set, ours + "AuthBroker", others + "AuthBroker", "/mex", OK, "");
    adding.add("webscheduler", set, ours + "WebScheduler", others + "WebScheduler", "", PAGE, "");
    adding.add("xframe", set, ours + "XFrame", others + "XFrame", "", OK, "browser applications");
    // Mobility is on the external web services for clients on both sides; Internal/Ucwa is
    // reserved.
    Set<Integer> living = Set.of(200, 400, 401, 405);
    adding.add(MCX, Side.EXTERNAL, ours + "Mcx", others + "Mcx", "", living, "Lync 2010 on phones");
    adding.add(UCWA, Side.EXTERNAL, "Ucwa", "External/Ucwa", "", CHALLENGE, "Lync on phones");
    services.addAll(onWebNames(links, set));
    return services;
  }

  private interface Adding {
    void add(
        String name,
        Side side,
        String token,
        String other,
        String suffix,
        Set<Integer> healthy,
        String loss);
  }

  /**
   * The port of the web ticket service that asks for no proof, for guests of meetings. What a
   * living one says to a question that is no message is nowhere written down, so that it may be
   * anything but "not found", a demand for a proof, and what a proxy says of a server that is gone.
   */
  static Service ofGuests(URI port, Side side) {
    return new Service(
        "guests",
        side,
        port,
        Optional.empty(),
        Set.of(200, 400, 405, 411, 415, 500),
        Severity.WARNING,
        "meetings as guests");
  }

  /** Whether a phone that is signed in lives by it. */
  boolean mobile() {
    return name.equals(MCX) || name.equals(UCWA);
  }

  /** Whether clients cannot do without it. */
  boolean needed() {
    return ceiling == Severity.ERROR;
  }

  /** Clients inside use both names; where the two are one, it is the external one. */
  private static List<Service> onWebNames(Links links, Side set) {
    Optional<URI> internal =
        webName(links, "Internal/Autodiscover").filter(url -> set == Side.INTERNAL);
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
        Optional.empty(),
        path.healthy(),
        Severity.WARNING,
        path.loss());
  }
}
