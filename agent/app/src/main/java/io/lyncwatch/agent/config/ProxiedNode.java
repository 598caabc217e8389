package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.SipDomain;
import java.util.List;

/**
 * A machine behind the reverse proxy that is asked directly, with the names that the proxy passes
 * on.
 *
 * @param name in the operator's words; the target label of its entry probes
 * @param address a host name in canonical form, or an address literal without brackets
 * @param https the port of its external web site
 * @param http likewise
 * @param domains the SIP domains whose clients the proxy may send there
 */
public record ProxiedNode(
    String name, String address, int https, int http, List<SipDomain> domains) {
  /** Copies the list. */
  public ProxiedNode {
    domains = List.copyOf(domains);
  }

  /** What it shows to the proxy. */
  public Endpoint endpoint() {
    return new Endpoint(address, https);
  }
}
