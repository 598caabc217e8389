package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.walk.Discovery;
import java.util.List;

/**
 * One SIP domain to watch.
 *
 * @param discovery how its clients find the service
 * @param trustedDomains host names in canonical form; to them and to hosts below them a client may
 *     be led without asking its user
 * @param accounts names unique within the domain, addresses in it
 */
public record MonitoredDomain(
    SipDomain domain, Discovery discovery, List<String> trustedDomains, List<Account> accounts) {
  /** Copies the lists. */
  public MonitoredDomain {
    trustedDomains = List.copyOf(trustedDomains);
    accounts = List.copyOf(accounts);
  }
}
