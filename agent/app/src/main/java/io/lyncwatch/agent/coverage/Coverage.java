package io.lyncwatch.agent.coverage;

import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.discovery.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which names certificates have to cover, and which of them they do.
 *
 * @param rows by name, endpoint and view
 * @param domains the SIP domains that are watched
 */
public record Coverage(List<Row> rows, List<WatchedDomain> domains) {
  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::name)
          .thenComparing(row -> row.endpoint().toString())
          .thenComparing(Row::view)
          .thenComparing(Row::demand);

  /** Sorts and copies. */
  public Coverage {
    rows = rows.stream().sorted(ORDER).toList();
    domains = List.copyOf(domains);
  }

  /**
   * Works it out.
   *
   * @param captures what the endpoints of the inventory presented
   */
  public static Coverage of(List<WatchedDomain> domains, Inventory inventory, Captures captures) {
    List<Row> rows = new ArrayList<>();
    for (View view : View.values()) {
      rows.addAll(Asked.rows(view, inventory.endpoints(view), captures));
      rows.addAll(Documented.rows(view, domains, inventory, captures));
    }
    return new Coverage(rows, domains);
  }

  /**
   * What to request for names that a server has no certificate for, so that it turns clients away.
   */
  public List<SigningRequest> unserved() {
    return rows.stream()
        .filter(Row::refused)
        .map(Row::name)
        .distinct()
        .flatMap(
            name -> SigningRequest.of("new", Optional.of(name), List.of(name), List.of()).stream())
        .toList();
  }

  /** What each certificate should cover, by fingerprint. */
  public Map<String, CertificateNeeds> byCertificate() {
    Map<Leaf, List<Row>> uses = new LinkedHashMap<>();
    for (Row row : rows) {
      Stream.concat(row.covering().stream(), row.lacking().stream())
          .distinct()
          .forEach(leaf -> uses.computeIfAbsent(leaf, l -> new ArrayList<>()).add(row));
    }
    Map<String, CertificateNeeds> needs = new LinkedHashMap<>();
    uses.forEach(
        (leaf, here) -> needs.put(leaf.sha256(), CertificateNeeds.of(leaf, here, domains)));
    return needs;
  }
}
