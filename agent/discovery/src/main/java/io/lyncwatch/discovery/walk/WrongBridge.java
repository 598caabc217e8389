package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.document.AccessLocation;
import io.lyncwatch.discovery.document.AutodiscoverDocument;
import io.lyncwatch.discovery.document.Link;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.Route;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From outside, a proxy that hands requests to the internal site is told by the answer. */
final class WrongBridge {
  private WrongBridge() {}

  /** What is wrong if a document came that way. */
  static Optional<Finding> behind(Arrival arrival, View view) {
    boolean wrong =
        view == View.EXTERNAL
            && arrival
                .document()
                .accessLocation()
                .filter(AccessLocation.INTERNAL::equals)
                .isPresent();
    return wrong
        ? Optional.of(
            Finding.of(
                Reason.ACCESS_LOCATION_WRONG,
                Stage.ROOT,
                arrival.url().toString(),
                Map.of("url", arrival.url().toString(), "hosts", hosts(arrival.document()))))
        : Optional.empty();
  }

  /** Where the document leads. */
  private static String hosts(AutodiscoverDocument document) {
    Stream<String> hrefs =
        switch (document) {
          case AutodiscoverDocument.Redirect redirect -> Stream.of(redirect.href());
          case AutodiscoverDocument.Root root -> root.links().all().stream().map(Link::href);
          case AutodiscoverDocument.Domain domain -> domain.links().all().stream().map(Link::href);
          case AutodiscoverDocument.User user -> user.links().all().stream().map(Link::href);
        };
    return hrefs
        .map(href -> Route.of(URI.create(href)).endpoint().host())
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
