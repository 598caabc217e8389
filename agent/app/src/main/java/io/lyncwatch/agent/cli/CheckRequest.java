package io.lyncwatch.agent.cli;

import io.lyncwatch.agent.config.Account;
import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.MonitoredDomain;
import io.lyncwatch.discovery.SignInAddress;
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
    Optional<Account> account) {}
