package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.HostNames;
import io.lyncwatch.discovery.document.AccessLocation;
import io.lyncwatch.discovery.document.AutodiscoverDocument;
import io.lyncwatch.discovery.document.Link;
import io.lyncwatch.discovery.document.Links;
import io.lyncwatch.discovery.document.SipAccess;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.Side;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Notes the endpoints that documents name for clients in the view of a walk, whether or not the
 * walk asks them.
 *
 * <p>Both URL sets of a home pool stand in its User document, and which of them are there for
 * clients follows from split DNS. The internal set is for clients inside only: an outside client
 * could not so much as look its names up. The external set is for clients on both sides, because
 * mobility lives there and because phones inside fall back to it; but inside its names need not
 * resolve, unless the walk itself has to ask one of them. A Domain document tells of the server
 * that was asked, which need not be anybody's home: of it only the set of the view's own side
 * counts. Where the view does not say on which side it is, the document does.
 *
 * <p>Of the SIP endpoints the one for clients of that side counts; those for servers are reserved.
 *
 * @param verified whether the document, and every answer that led to it, came over verified https;
 *     else only hosts that are trusted are noted, as only they would be asked
 */
record NamedEndpoints(Journey journey, boolean verified) {

  /** Those of the server that gave a Domain document. */
  void of(AutodiscoverDocument.Domain document) {
    Side side = side(document.accessLocation());
    urls(document.links(), side, MetEndpoint.Role.AUTODISCOVER);
    sip(document.sipAccesses(), side);
  }

  /** Those of a home pool. */
  void of(AutodiscoverDocument.User document) {
    Side side = side(document.accessLocation());
    urls(document.links(), side, MetEndpoint.Role.SERVICE);
    if (side == Side.INTERNAL) {
      urls(document.links(), Side.EXTERNAL, MetEndpoint.Role.FALLBACK);
    }
    sip(document.sipAccesses(), side);
  }

  private Side side(Optional<AccessLocation> location) {
    return UrlSets.first(journey.network().view(), location);
  }

  private void urls(Links links, Side side, MetEndpoint.Role role) {
    for (Link link : links.all()) {
      URI url = URI.create(link.href());
      if (Sightings.side(link.token()).equals(Optional.of(side))
          && journey.mayLeadTo(Route.of(url).endpoint().host(), verified)) {
        journey.sightings().met(url, role);
      }
    }
  }

  private void sip(List<SipAccess> accesses, Side side) {
    SipAccess.Kind forClients =
        switch (side) {
          case INTERNAL -> SipAccess.Kind.CLIENT_INTERNAL;
          case EXTERNAL -> SipAccess.Kind.CLIENT_EXTERNAL;
        };
    accesses.stream()
        .filter(access -> access.kind() == forClients)
        .flatMap(access -> endpoint(access).stream())
        .filter(endpoint -> journey.mayLeadTo(endpoint.host(), verified))
        .forEach(endpoint -> journey.sightings().met(endpoint, MetEndpoint.Role.SIP));
  }

  private static Optional<Endpoint> endpoint(SipAccess access) {
    if (access.port().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Endpoint(HostNames.canonical(access.fqdn()), access.port().getAsInt()));
    } catch (IllegalArgumentException noHostName) {
      return Optional.empty();
    }
  }
}
