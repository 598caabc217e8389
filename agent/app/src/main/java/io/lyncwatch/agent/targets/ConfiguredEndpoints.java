package io.lyncwatch.agent.targets;

import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.ListedEndpoint;
import io.lyncwatch.agent.config.MonitoredDomain;
import io.lyncwatch.agent.config.ProxiedNode;
import io.lyncwatch.agent.inventory.ConfiguredEndpoint;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.report.MetEndpoint;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The endpoints that a configuration names: entry points, machines behind the proxy, a list. */
public final class ConfiguredEndpoints {
  private ConfiguredEndpoints() {}

  /** All of them, in each view that a resolver shows. */
  public static List<ConfiguredEndpoint> of(Configuration configuration) {
    Set<View> views =
        configuration.resolvers().stream()
            .map(Resolver::view)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(View.class)));
    return Stream.concat(
            views.stream().flatMap(view -> in(view, configuration)),
            configuration.behindProxy().stream().flatMap(ConfiguredEndpoints::node))
        .toList();
  }

  private static Stream<ConfiguredEndpoint> in(View view, Configuration configuration) {
    List<SipDomain> domains =
        configuration.domains().stream().map(MonitoredDomain::domain).toList();
    return Stream.concat(
        configuration.domains().stream().flatMap(domain -> entries(view, domain)),
        configuration.endpoints().stream()
            .filter(listed -> listed.isIn(view))
            .map(listed -> listed(view, listed, domains)));
  }

  /** Those by which clients of one SIP domain come in, and its pools. */
  public static Stream<ConfiguredEndpoint> entries(View view, MonitoredDomain domain) {
    return Stream.concat(
            domain.discovery().entries(domain.domain(), view).stream(),
            domain.pools().in(view).stream())
        .map(entry ->
            new ConfiguredEndpoint(
                view, domain.domain().name(), new MetEndpoint(entry.endpoint(), entry.role())));
  }

  /** For the closest SIP domain that its name lies in, if it lies in any. */
  private static ConfiguredEndpoint listed(
      View view, ListedEndpoint listed, List<SipDomain> domains) {
    String domain =
        domains.stream()
            .filter(one -> one.contains(listed.endpoint().host()))
            .map(SipDomain::name)
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    return new ConfiguredEndpoint(
        view, domain, new MetEndpoint(listed.endpoint(), MetEndpoint.Role.LISTED));
  }

  private static Stream<ConfiguredEndpoint> node(ProxiedNode node) {
    MetEndpoint endpoint = new MetEndpoint(node.endpoint(), MetEndpoint.Role.NODE);
    return node.domains().stream()
        .map(domain -> new ConfiguredEndpoint(View.EXTERNAL, domain.name(), endpoint));
  }
}
