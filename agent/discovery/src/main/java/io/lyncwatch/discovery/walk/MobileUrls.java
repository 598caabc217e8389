package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.document.Links;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.report.Side;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mobile clients move: the URLs of their services belong on the external name, for all views. */
final class MobileUrls {
  private static final List<String> TOKENS =
      List.of("Ucwa", "External/Ucwa", "External/Mcx", "Internal/Mcx");

  private MobileUrls() {}

  /**
   * What is wrong if they lead to the internal name.
   *
   * @param first the set that clients use where this one stands; inside, that still works
   */
  static Optional<Finding> judge(Links links, Side first) {
    Optional<String> inside = host(links, "Internal/Autodiscover");
    Optional<String> outside = host(links, "External/Autodiscover");
    List<String> misled =
        TOKENS.stream()
            .filter(token -> inside.isPresent() && host(links, token).equals(inside))
            .toList();
    if (misled.isEmpty() || inside.equals(outside)) {
      return Optional.empty();
    }
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("name", inside.orElseThrow());
    evidence.put("tokens", String.join(", ", misled));
    outside.ifPresent(name -> evidence.put("external", name));
    return Optional.of(
        Finding.of(Reason.MOBILITY_INSIDE, Stage.SERVICES, inside.get(), evidence)
            .atMost(first == Side.INTERNAL ? Severity.WARNING : Severity.ERROR));
  }

  private static Optional<String> host(Links links, String token) {
    return links.href(token).map(URI::create).map(url -> Route.of(url).endpoint().host());
  }
}
