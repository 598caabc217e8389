package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.http.Exchange;
import io.lyncwatch.discovery.http.Response;
import java.util.List;
import java.util.Optional;

/**
 * How one scheme of an entry point answered.
 *
 * @param arrival what to go on with, if the answer leads to the service
 * @param findings what is wrong, each at its reason's own severity
 */
record EntrySide(
    String scheme, Exchange exchange, Optional<Arrival> arrival, List<Finding> findings) {
  EntrySide withoutArrival() {
    return new EntrySide(scheme, exchange, Optional.empty(), findings);
  }

  EntrySide with(List<Finding> others) {
    return new EntrySide(scheme, exchange, arrival, others);
  }

  /** The machine that answered, if it named itself. */
  Optional<String> node() {
    return exchange.response().flatMap(Response::server);
  }

  boolean good() {
    return arrival.isPresent();
  }
}
