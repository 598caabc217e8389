package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.Expectations;
import io.lyncwatch.discovery.SipDomain;
import java.util.List;

/**
 * One SIP domain to watch.
 *
 * @param trustedDomains host names in canonical form; to them and to hosts below them a client may
 *     be led without asking its user
 * @param accounts names unique within the domain, addresses in it
 * @param pools asked by their own names, anonymously
 */
public record MonitoredDomain(
    SipDomain domain,
    Expectations expect,
    List<String> trustedDomains,
    List<Account> accounts,
    Pools pools) {
  /** Copies the lists. */
  public MonitoredDomain {
    trustedDomains = List.copyOf(trustedDomains);
    accounts = List.copyOf(accounts);
  }
}
