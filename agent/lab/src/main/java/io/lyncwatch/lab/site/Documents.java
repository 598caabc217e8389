package io.lyncwatch.lab.site;

import static io.lyncwatch.lab.site.AccessLocation.EXTERNAL;
import static io.lyncwatch.lab.site.AccessLocation.INTERNAL;

import io.lyncwatch.lab.world.Server;
import io.lyncwatch.lab.world.World;
import java.util.List;

/** The documents of one site as Lync Server 2013 fills them. */
final class Documents {
  private static final String APPLICATIONS = "/ucwa/v1/applications";
  private static final String OAUTH_APPLICATIONS = "/ucwa/oauth/v1/applications";

  private final Site site;

  Documents(Site site) {
    this.site = site;
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
            link("Domain", site.location(), Paths.SERVICE + "/domain"),
            link("User", site.location(), Paths.SERVICE + "/user"),
            link("Self", site.location(), Paths.SERVICE),
            link("OAuth", site.location(), Paths.SERVICE + "/oauth/user"),
            link("External/XFrame", EXTERNAL, Paths.FRAME),
            link("Internal/XFrame", INTERNAL, Paths.FRAME),
            link("XFrame", site.location(), Paths.FRAME)),
        List.of(
            link("self", site.location(), Paths.SERVICE),
            link("user", site.location(), Paths.SERVICE + "/oauth/user"),
            link("xframe", site.location(), Paths.FRAME)));
  }

  Document domain() {
    return new Document(
        "Domain",
        site.location(),
        access(),
        List.of(
            link("Internal/Autodiscover", INTERNAL, Paths.SERVICE),
            link("External/Autodiscover", EXTERNAL, Paths.SERVICE),
            link("Internal/AuthBroker", INTERNAL, "/Reach/sip.svc"),
            link("External/AuthBroker", EXTERNAL, "/Reach/sip.svc")),
        List.of());
  }

  /** The way to another server's root. */
  Document toHome(Server home) {
    return Document.redirect("User", site.location(), "https://" + site.host(home) + Paths.SERVICE);
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
            link("Internal/Autodiscover", INTERNAL, Paths.SERVICE),
            link("Internal/AuthBroker", INTERNAL, "/Reach/sip.svc"),
            link("Internal/WebScheduler", INTERNAL, "/Scheduler"),
            link("External/Autodiscover", EXTERNAL, Paths.SERVICE),
            link("External/AuthBroker", EXTERNAL, "/Reach/sip.svc"),
            link("External/WebScheduler", EXTERNAL, "/Scheduler"),
            link("Internal/Mcx", EXTERNAL, "/Mcx/McxService.svc"),
            link("External/Mcx", EXTERNAL, "/Mcx/McxService.svc"),
            link("Ucwa", EXTERNAL, APPLICATIONS),
            link("Internal/Ucwa", EXTERNAL, APPLICATIONS),
            link("External/Ucwa", EXTERNAL, APPLICATIONS),
            link("External/XFrame", EXTERNAL, Paths.FRAME),
            link("Internal/XFrame", INTERNAL, Paths.FRAME),
            link("XFrame", EXTERNAL, Paths.FRAME),
            link("Self", site.location(), self)),
        List.of(
            link("self", site.location(), self),
            link("applications", EXTERNAL, OAUTH_APPLICATIONS),
            link("xframe", site.location(), Paths.FRAME)));
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

  private Link link(String token, AccessLocation side, String path) {
    return new Link(token, site.url(side, path));
  }
}
