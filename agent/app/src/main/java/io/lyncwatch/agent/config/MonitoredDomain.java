package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.report.WebName;
import io.lyncwatch.discovery.walk.Discovery;
import java.util.List;

/**
 * One SIP domain to watch.
 *
 * @param discovery how its clients find the service
 * @param trustedDomains host names in canonical form; to them and to hosts below them a client may
 *     be led without asking its user
 * @param webNames to be asked for beside those that walks learn, host names in canonical form, each
 *     once
 * @param accounts names unique within the domain, addresses in it
 * @param pools asked by their own names, anonymously
 */
public record MonitoredDomain(
    SipDomain domain,
    Discovery discovery,
    List<String> trustedDomains,
    List<WebName> webNames,
    List<Account> accounts,
    Pools pools) {
  /** Copies the lists. */
  public MonitoredDomain {
    trustedDomains = List.copyOf(trustedDomains);
    webNames = List.copyOf(webNames);
    accounts = List.copyOf(accounts);
  }
}
