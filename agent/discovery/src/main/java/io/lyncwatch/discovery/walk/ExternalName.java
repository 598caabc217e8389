package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.Exchange;
import io.lyncwatch.discovery.http.Failure;
import io.lyncwatch.discovery.http.Route;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Outside, a name to which an answer leads and that does not exist is one that was never meant for
 * clients there.
 */
final class ExternalName {
  private ExternalName() {}

  /** What is wrong if an answer led to the URL of that exchange. */
  static Optional<Finding> missing(View view, Exchange exchange, Stage stage) {
    URI url = exchange.request().url();
    String host = Route.of(url).endpoint().host();
    boolean nowhere =
        view == View.EXTERNAL
            && exchange.result() instanceof Exchange.Result.Failed(Failure.NoAddress(var lookups))
            && lookups.stream().allMatch(ExternalName::isNowhere);
    return nowhere
        ? Optional.of(
            Finding.of(
                Reason.EXTERNAL_NAME_MISSING,
                stage,
                host,
                Map.of("name", host, "url", url.toString())))
        : Optional.empty();
  }

  private static boolean isNowhere(Lookup lookup) {
    return switch (lookup.verdict().status()) {
      case NO_DATA, NXDOMAIN -> true;
      case ADDRESSES, FAILURE, TIMEOUT, UNREACHABLE, MALFORMED -> false;
    };
  }
}
