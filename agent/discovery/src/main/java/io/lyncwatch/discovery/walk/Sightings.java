package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.document.Links;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.report.Learned;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.report.WebName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Names and endpoints that a walk is told about. Used by one thread. */
final class Sightings {
  private final List<WebName> webNames = new ArrayList<>();
  private final List<MetEndpoint> endpoints = new ArrayList<>();
  private final Set<Statement> statements = new TreeSet<>();

  /** Notes the TLS endpoint of a URL that the walk may ask; plain http has none. */
  void met(URI url, MetEndpoint.Role role) {
    Route route = Route.of(url);
    if (route.secure()) {
      met(route.endpoint(), role);
    }
  }

  void met(Endpoint endpoint, MetEndpoint.Role role) {
    endpoints.add(new MetEndpoint(endpoint, role));
  }

  /** Notes the web names in links whose token names a side, such as {@code External/Ucwa}. */
  void webNames(Links links) {
    links.all().forEach(link -> webName(link.token(), URI.create(link.href())));
  }

  private void webName(String token, URI href) {
    side(token)
        .ifPresent(side -> webNames.add(new WebName(side, Route.of(href).endpoint().host())));
  }

  /** To the URLs of which side a link belongs, if its token tells. */
  static Optional<Side> side(String token) {
    String lower = token.toLowerCase(Locale.ROOT);
    // Mobility lives on the external web services also for clients inside; Internal/Ucwa is
    // reserved.
    if (lower.equals("internal/mcx") || lower.equals("ucwa") || lower.startsWith("external/")) {
      return Optional.of(Side.EXTERNAL);
    }
    return lower.startsWith("internal/") && !lower.equals("internal/ucwa")
        ? Optional.of(Side.INTERNAL)
        : Optional.empty();
  }

  /** Notes what a document says of the deployment of the server that gave it. */
  void said(Links links) {
    links.all().stream().map(Statement::of).forEach(statements::add);
  }

  Set<Statement> statements() {
    return Set.copyOf(statements);
  }

  Learned learned() {
    return new Learned(webNames, endpoints);
  }
}
