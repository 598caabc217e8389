package io.lyncwatch.lab.proxy;

import java.net.InetSocketAddress;
import java.util.Set;

/**
 * What the proxy publishes at one address.
 *
 * @param hosts the public names that lead to the backend, lower case
 * @param backendName the name in the backend's certificate
 * @param backend where the backend's external site listens, 4443 or 8080
 */
public record PublishingRule(Set<String> hosts, String backendName, InetSocketAddress backend) {
  /** Copies the hosts. */
  public PublishingRule {
    hosts = Set.copyOf(hosts);
  }
}
