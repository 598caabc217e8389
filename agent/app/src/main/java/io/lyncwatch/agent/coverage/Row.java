package io.lyncwatch.agent.coverage;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import java.util.List;

/**
 * One name that one endpoint should cover in one view, and whether it does at every address.
 *
 * @param name as a client asks for it, never what it is an alias of; internationalised as A-labels
 * @param domains the SIP domains whose clients ask, sorted; may be empty
 * @param covering the certificates presented there that cover the name
 * @param lacking those that do not
 * @param refused whether some address turned clients away that asked for the name
 */
public record Row(
    View view,
    Endpoint endpoint,
    String name,
    Demand demand,
    List<String> domains,
    List<Leaf> covering,
    List<Leaf> lacking,
    boolean refused) {
  /** Copies the lists. */
  public Row {
    domains = List.copyOf(domains);
    covering = List.copyOf(covering);
    lacking = List.copyOf(lacking);
  }

  /** Whether clients get a certificate for the name wherever they come to. */
  public boolean covered() {
    return lacking.isEmpty() && !refused;
  }
}
