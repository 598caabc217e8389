package io.lyncwatch.lab.site;

import static io.lyncwatch.lab.site.AccessLocation.EXTERNAL;
import static io.lyncwatch.lab.site.AccessLocation.INTERNAL;

import io.lyncwatch.lab.world.Product;
import io.lyncwatch.lab.world.Server;
import io.lyncwatch.lab.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The documents of one site as its product fills them. */
final class Documents {
  private static final String USER = Paths.SERVICE + "/user";
  private static final String OAUTH_USER = Paths.SERVICE + "/oauth/user";
  private static final String APPLICATIONS = "/ucwa/v1/applications";
  private static final String OAUTH_APPLICATIONS = "/ucwa/oauth/v1/applications";
  private static final String AUTH_BROKER = "/Reach/sip.svc";
  private static final String MCX = "/Mcx/McxService.svc";
  private static final int SIP_TLS = 5061;

  private final Site site;
  private final Product product;
  private final AccessLocation mobility;

  Documents(Site site, boolean mobilityInside) {
    this.site = site;
    this.mobility = mobilityInside ? INTERNAL : EXTERNAL;
    this.product = site.server().product();
  }

  /** The way from http to https on the same site; the query comes along. */
  Document toHttps(String query) {
    String href = site.url(Paths.SERVICE) + (query.isEmpty() ? "" : "?" + query);
    return Document.redirect("Root", site.location(), href);
  }

  /**
   * The entry point.
   *
   * @param originalDomain the SIP domain for later hops
   */
  Document root(Optional<String> originalDomain) {
    String query = originalDomain.map(domain -> "?originalDomain=" + domain).orElse("");
    List<Link> links = new ArrayList<>();
    links.add(here("Domain", Paths.SERVICE + "/domain"));
    links.add(here("User", USER));
    if (product.generation().hasUcwa()) {
      links.add(here("Self", Paths.SERVICE));
    }
    if (product.offersOauth()) {
      links.add(here("OAuth", OAUTH_USER));
    }
    links.addAll(frames(site.location()));
    return new Document(
        "Root",
        site.location(),
        List.of(),
        links,
        List.of(
            here("self", Paths.SERVICE + query),
            here("user", (product.offersOauth() ? OAUTH_USER : USER) + query),
            here("xframe", Paths.FRAME)));
  }

  Document domain() {
    List<Link> links = new ArrayList<>();
    links.addAll(both("Autodiscover", Paths.SERVICE));
    links.addAll(both("AuthBroker", AUTH_BROKER));
    return new Document("Domain", site.location(), access(), links, List.of());
  }

  /**
   * The way to another server's root.
   *
   * @param self the path of the resource that was asked for
   */
  Document toHome(Server home, String self) {
    String href = "https://" + site.host(home) + Paths.SERVICE;
    return new Document(
        "User",
        site.location(),
        List.of(),
        List.of(new Link("Redirect", href)),
        List.of(here("self", self), new Link("redirect", href)));
  }

  /**
   * Everything that the home pool offers; mobile services are on one name on both sides, the
   * external one as a rule.
   *
   * @param self the path of the resource that was asked for
   */
  Document user(String self) {
    String applications = product.offersOauth() ? OAUTH_APPLICATIONS : APPLICATIONS;
    return new Document(
        "User",
        site.location(),
        access(),
        product.generation().hasUcwa() ? services(self) : servicesOf2010(),
        List.of(
            here("self", self),
            link("applications", mobility, applications),
            here("xframe", Paths.FRAME)));
  }

  private List<Link> servicesOf2010() {
    return List.of(
        link("Internal/Autodiscover", INTERNAL, Paths.SERVICE),
        link("Internal/AuthBroker", INTERNAL, AUTH_BROKER),
        link("External/Autodiscover", EXTERNAL, Paths.SERVICE),
        link("External/AuthBroker", EXTERNAL, AUTH_BROKER),
        link("Internal/Mcx", mobility, MCX),
        link("External/Mcx", mobility, MCX));
  }

  private List<Link> services(String self) {
    List<Link> links = new ArrayList<>();
    for (AccessLocation side : AccessLocation.values()) {
      links.add(link(side.text() + "/Autodiscover", side, Paths.SERVICE));
      links.add(link(side.text() + "/AuthBroker", side, AUTH_BROKER));
      links.add(link(side.text() + "/WebScheduler", side, "/Scheduler"));
    }
    if (product.generation().hasMcx()) {
      links.add(link("Internal/Mcx", mobility, MCX));
      links.add(link("External/Mcx", mobility, MCX));
    }
    links.add(link("Ucwa", mobility, APPLICATIONS));
    links.add(link("Internal/Ucwa", mobility, APPLICATIONS));
    links.add(link("External/Ucwa", mobility, APPLICATIONS));
    links.addAll(frames(EXTERNAL));
    links.add(here("Self", self));
    return links;
  }

  private List<Link> frames(AccessLocation standard) {
    return product.generation().hasUcwa()
        ? List.of(
            link("External/XFrame", EXTERNAL, Paths.FRAME),
            link("Internal/XFrame", INTERNAL, Paths.FRAME),
            link("XFrame", standard, Paths.FRAME))
        : List.of();
  }

  private List<Link> both(String token, String path) {
    return List.of(
        link("Internal/" + token, INTERNAL, path), link("External/" + token, EXTERNAL, path));
  }

  /** Lync Server 2010 prints one port for all four. */
  private List<SipAccess> access() {
    String inside = site.server().internalName();
    String edge = World.EDGE_HOST;
    int clients = product.generation().hasUcwa() ? 443 : SIP_TLS;
    return List.of(
        new SipAccess("SipServerInternalAccess", inside, SIP_TLS),
        new SipAccess("SipClientInternalAccess", inside, clients),
        new SipAccess("SipServerExternalAccess", edge, SIP_TLS),
        new SipAccess("SipClientExternalAccess", edge, clients));
  }

  private Link here(String token, String path) {
    return link(token, site.location(), path);
  }

  private Link link(String token, AccessLocation side, String path) {
    return new Link(token, site.url(side, path));
  }
}
