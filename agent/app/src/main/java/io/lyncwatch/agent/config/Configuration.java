package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.document.Representation;
import io.lyncwatch.discovery.http.ConnectTo;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Everything that the operator can set, complete: what the file does not say has its default.
 *
 * @param vantage where this agent stands, in the operator's words; a metric label
 * @param listen where pages and metrics are served; port 0 takes any free one
 * @param resolvers in file order, at least one, names unique
 * @param domains at least one, each once
 * @param behindProxy machines that are asked directly, names unique
 * @param endpoints whose certificates are watched beside those that are found, each once
 * @param tlsMinimum below it no secret is sent
 * @param client the form in which walks ask for documents, which decides how a server treats them
 * @param connectTo the first rule that matches wins
 * @param proxies the forward proxy of a view, for questions to certification authorities only
 * @param stateDirectory what must outlive a restart is kept here
 * @param guardBackOff how long a rejected secret is held back while it does not change
 */
public record Configuration(
    String vantage,
    InetSocketAddress listen,
    List<Resolver> resolvers,
    List<MonitoredDomain> domains,
    List<ProxiedNode> behindProxy,
    List<ListedEndpoint> endpoints,
    TrustedRoots trust,
    TlsMinimum tlsMinimum,
    Representation client,
    List<ConnectTo> connectTo,
    Map<View, Endpoint> proxies,
    Intervals intervals,
    Path stateDirectory,
    Duration guardBackOff) {
  /** Copies the lists and the map. */
  public Configuration {
    resolvers = List.copyOf(resolvers);
    domains = List.copyOf(domains);
    behindProxy = List.copyOf(behindProxy);
    endpoints = List.copyOf(endpoints);
    connectTo = List.copyOf(connectTo);
    proxies = Map.copyOf(proxies);
  }
}
