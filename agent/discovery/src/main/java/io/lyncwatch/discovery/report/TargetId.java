package io.lyncwatch.discovery.report;

import io.lyncwatch.discovery.View;

/**
 * The stable identity of what one scheduled probe looks at, and its metric labels.
 *
 * @param domain the SIP domain; empty for certificates, which may serve many
 * @param name the resolver's name, the discovery record, the account's name or the endpoint
 */
public record TargetId(ProbeKind probe, View view, String domain, String name) {
  @Override
  public String toString() {
    return probe.label() + "/" + view.label() + "/" + domain + "/" + name;
  }
}
