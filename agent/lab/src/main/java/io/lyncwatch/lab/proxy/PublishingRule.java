package io.lyncwatch.lab.proxy;

import io.lyncwatch.lab.world.Gateway;
import io.lyncwatch.lab.world.Preauthentication;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the proxy publishes at one address.
 *
 * @param hosts the public names that lead to the backend, lower case
 * @param withheld folders below which nothing is published, lower case and without slashes
 * @param preauthentication how clients are asked who they are, whatever they want
 * @param product what the proxy shows itself to be
 * @param keepsConnections whether a connection lasts for more than one request
 * @param backendName the name in the backend's certificate
 * @param backend where the backend's external site listens, 4443 or 8080
 */
public record PublishingRule(
    Set<String> hosts,
    Set<String> withheld,
    Optional<Preauthentication> preauthentication,
    Optional<Gateway> product,
    boolean keepsConnections,
    String backendName,
    InetSocketAddress backend) {
  /** Copies the sets. */
  public PublishingRule {
    hosts = Set.copyOf(hosts);
    withheld = Set.copyOf(withheld);
  }

  /** Whether a request for a path goes to the backend. */
  boolean publishes(String path) {
    String[] steps = path.toLowerCase(Locale.ROOT).split("[/?]", 3);
    return steps.length < 2 || !withheld.contains(steps[1]);
  }
}
