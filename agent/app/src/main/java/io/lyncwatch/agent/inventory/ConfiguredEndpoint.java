package io.lyncwatch.agent.inventory;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.MetEndpoint;

/**
 * An endpoint that the configuration names, so that no walk has to show it.
 *
 * @param domain the SIP domain that needs it; empty if none is known to
 */
public record ConfiguredEndpoint(View view, String domain, MetEndpoint endpoint) {}
