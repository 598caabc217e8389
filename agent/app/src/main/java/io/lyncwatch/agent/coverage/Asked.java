package io.lyncwatch.agent.coverage;

import io.lyncwatch.agent.inventory.KnownEndpoint;
import io.lyncwatch.discovery.AddressLiteral;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.MetEndpoint;
import java.util.List;
import java.util.Optional;

/**
 * The names that clients ask endpoints for today.
 *
 * <p>Which names those are follows from the endpoints that there are for clients in a view: the
 * records by which they come in (outside never the internal one), manual URLs in their place, and
 * what walks were led to. A client asks an endpoint for the endpoint's own name, whatever the name
 * is an alias of, and so did the capture.
 */
public final class Asked {
  private Asked() {}

  /**
   * One row for each endpoint that has a name, and presented a certificate or knows none for it.
   */
  public static List<Row> rows(View view, List<KnownEndpoint> endpoints, Captures captures) {
    return endpoints.stream().flatMap(known -> row(view, known, captures).stream()).toList();
  }

  private static Optional<Row> row(View view, KnownEndpoint known, Captures captures) {
    List<Facts.Presented> presented = captures.of(view, known.endpoint());
    String host = known.endpoint().host();
    boolean refused = captures.refused(view, known.endpoint());
    if ((presented.isEmpty() && !refused)
        || !meetsClients(known)
        || AddressLiteral.parse(host).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Row(
            view,
            known.endpoint(),
            host,
            Demand.ASKED,
            known.domains(),
            leaves(presented, true),
            leaves(presented, false),
            refused));
  }

  /** What only the reverse proxy comes to may be for any name. */
  private static boolean meetsClients(KnownEndpoint known) {
    return known.needs().stream().noneMatch(need -> need.role() == MetEndpoint.Role.NODE);
  }

  private static List<Leaf> leaves(List<Facts.Presented> presented, boolean covering) {
    return presented.stream()
        .filter(one -> one.judgement().hostMatches() == covering)
        .map(Leaf::of)
        .distinct()
        .toList();
  }
}
