package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.document.AccessLocation;
import io.lyncwatch.discovery.document.Links;
import io.lyncwatch.discovery.report.Side;
import java.util.List;
import java.util.Optional;

/**
 * Both sets of service URLs of a User document, as phones cache them.
 *
 * @param verified whether the document and every answer that led to it came over verified https
 * @param named whether servers on the way to it named themselves
 */
public record UrlSets(
    Links links, Optional<AccessLocation> location, boolean verified, boolean named) {
  /** The set that a client in this view uses as long as it works. */
  Side first(View view) {
    return first(view, location);
  }

  /** The same of a document by itself: its word counts where the view does not say. */
  static Side first(View view, Optional<AccessLocation> location) {
    return switch (view) {
      case INTERNAL -> Side.INTERNAL;
      case EXTERNAL -> Side.EXTERNAL;
      case ANY ->
          location.equals(Optional.of(AccessLocation.INTERNAL)) ? Side.INTERNAL : Side.EXTERNAL;
    };
  }

  /** The services that a client in this view uses. */
  List<Service> services(View view) {
    return Service.of(links, first(view));
  }
}
