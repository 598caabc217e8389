package io.lyncwatch.lab.site;

import io.lyncwatch.lab.world.Server;
import io.lyncwatch.lab.world.World;
import java.util.List;

/** The documents of one site as Lync Server 2013 fills them. */
final class Documents {
  private static final String APPLICATIONS = "/ucwa/v1/applications";
  private static final String OAUTH_APPLICATIONS = "/ucwa/oauth/v1/applications";

  private final Site site;
  private final Site internal;
  private final Site external;

  Documents(Site site) {
    this.site = site;
    this.internal = new Site(site.server(), AccessLocation.INTERNAL);
    this.external = new Site(site.server(), AccessLocation.EXTERNAL);
  }

  /** The way from http to https on the same site; the query comes along. */
  Document toHttps(String query) {
    String href = site.url(Paths.SERVICE) + (query.isEmpty() ? "" : "?" + query);
    return Document.redirect("Root", site.location(), href);
  }

  Document root() {
    return new Document(
        "Root",
        site.location(),
        List.of(),
        List.of(
            link("Domain", site, Paths.SERVICE + "/domain"),
            link("User", site, Paths.SERVICE + "/user"),
            link("Self", site, Paths.SERVICE),
            link("OAuth", site, Paths.SERVICE + "/oauth/user"),
            link("External/XFrame", external, Paths.FRAME),
            link("Internal/XFrame", internal, Paths.FRAME),
            link("XFrame", site, Paths.FRAME)),
        List.of(
            link("self", site, Paths.SERVICE),
            link("user", site, Paths.SERVICE + "/oauth/user"),
            link("xframe", site, Paths.FRAME)));
  }

  Document domain() {
    return new Document(
        "Domain",
        site.location(),
        access(),
        List.of(
            link("Internal/Autodiscover", internal, Paths.SERVICE),
            link("External/Autodiscover", external, Paths.SERVICE),
            link("Internal/AuthBroker", internal, "/Reach/sip.svc"),
            link("External/AuthBroker", external, "/Reach/sip.svc")),
        List.of());
  }

  /** The way to another server's root. */
  Document toHome(Server home) {
    return Document.redirect(
        "User", site.location(), new Site(home, site.location()).url(Paths.SERVICE));
  }

  /**
   * Everything that the home pool offers; mobile services are on the external name on both sides.
   *
   * @param self the path of the resource that was asked for
   */
  Document user(String self) {
    return new Document(
        "User",
        site.location(),
        access(),
        List.of(
            link("Internal/Autodiscover", internal, Paths.SERVICE),
            link("Internal/AuthBroker", internal, "/Reach/sip.svc"),
            link("Internal/WebScheduler", internal, "/Scheduler"),
            link("External/Autodiscover", external, Paths.SERVICE),
            link("External/AuthBroker", external, "/Reach/sip.svc"),
            link("External/WebScheduler", external, "/Scheduler"),
            link("Internal/Mcx", external, "/Mcx/McxService.svc"),
            link("External/Mcx", external, "/Mcx/McxService.svc"),
            link("Ucwa", external, APPLICATIONS),
            link("Internal/Ucwa", external, APPLICATIONS),
            link("External/Ucwa", external, APPLICATIONS),
            link("External/XFrame", external, Paths.FRAME),
            link("Internal/XFrame", internal, Paths.FRAME),
            link("XFrame", external, Paths.FRAME),
            link("Self", site, self)),
        List.of(
            link("self", site, self),
            link("applications", external, OAUTH_APPLICATIONS),
            link("xframe", site, Paths.FRAME)));
  }

  private List<SipAccess> access() {
    String inside = site.server().internalName();
    String edge = "sip." + World.WEB_DOMAIN;
    return List.of(
        new SipAccess("SipServerInternalAccess", inside, 5061),
        new SipAccess("SipClientInternalAccess", inside, 443),
        new SipAccess("SipServerExternalAccess", edge, 5061),
        new SipAccess("SipClientExternalAccess", edge, 443));
  }

  private static Link link(String token, Site at, String path) {
    return new Link(token, at.url(path));
  }
}
