package io.lyncwatch.agent.cli;

import io.lyncwatch.agent.config.Account;
import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.MonitoredDomain;
import io.lyncwatch.agent.config.ProxiedNode;
import io.lyncwatch.discovery.SignInAddress;
import java.util.List;
import java.util.Optional;

/**
 * What one check looks at.
 *
 * @param configuration how servers are reached
 * @param address whose sign-in it is, if it is anybody's
 * @param account absent to go only as far as one gets without a secret
 */
record CheckRequest(
    Configuration configuration,
    MonitoredDomain domain,
    Optional<SignInAddress> address,
    Optional<Account> account) {
  /** The machines behind the reverse proxy that serve the domain. */
  List<ProxiedNode> nodes() {
    return configuration.behindProxy().stream()
        .filter(node -> node.domains().contains(domain.domain()))
        .toList();
  }
}
