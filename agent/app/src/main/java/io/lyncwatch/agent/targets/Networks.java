package io.lyncwatch.agent.targets;

import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.ProxiedNode;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.DnsClient;
import io.lyncwatch.discovery.dns.Patience;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.dns.StubDnsClient;
import io.lyncwatch.discovery.dns.ViewResolvers;
import io.lyncwatch.discovery.dns.ZoneClient;
import io.lyncwatch.discovery.http.Authorities;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.http.Receptions;
import io.lyncwatch.discovery.http.Timeouts;
import io.lyncwatch.discovery.tls.CertificateJudge;
import io.lyncwatch.discovery.tls.Handshaker;
import io.lyncwatch.discovery.tls.Trust;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How servers are reached in each view that the configuration has a resolver for. */
public final class Networks {
  private final Map<View, Network> byView;

  private Networks(Map<View, Network> byView) {
    this.byView = byView;
  }

  /**
   * As the configuration says.
   *
   * @throws IllegalArgumentException with a message for people if a file of roots can't be used
   */
  public static Networks of(Configuration configuration, InstantSource clock, SecureRandom random) {
    DnsClient client = new StubDnsClient(Ticker.SYSTEM, random, Patience.USUAL);
    ZoneClient zones = new ZoneClient(Ticker.SYSTEM, random, Patience.USUAL);
    Handshaker handshaker = new Handshaker(Ticker.SYSTEM, random);
    CertificateJudge judge =
        new CertificateJudge(
            Trust.of(configuration.trust().system(), configuration.trust().roots()));
    Map<View, Network> byView = new EnumMap<>(View.class);
    for (View view : View.values()) {
      List<Resolver> resolvers =
          configuration.resolvers().stream().filter(r -> r.view() == view).toList();
      if (!resolvers.isEmpty()) {
        byView.put(
            view,
            new Network(
                view,
                new ViewResolvers(resolvers, client, zones, random),
                configuration.connectTo(),
                handshaker,
                judge,
                Authorities.by(Optional.ofNullable(configuration.proxies().get(view))),
                new Receptions(random),
                configuration.tlsMinimum().protocol(),
                Timeouts.DEFAULT,
                clock,
                Ticker.SYSTEM));
      }
    }
    return new Networks(byView);
  }

  /** The views that there are. */
  public Set<View> views() {
    return byView.keySet();
  }

  /**
   * How servers are reached in a view.
   *
   * @throws IllegalArgumentException if there is no such view
   */
  public Network in(View view) {
    Network network = byView.get(view);
    if (network == null) {
      throw new IllegalArgumentException("no resolver shows the view " + view.label());
    }
    return network;
  }

  /**
   * How one machine behind the reverse proxy is reached. If it is given by name, that is looked up
   * where machines have their names: inside, if the configuration has a resolver there.
   */
  Network behindProxy(ProxiedNode node) {
    View lookingUp =
        Stream.of(View.INTERNAL, View.ANY, View.EXTERNAL)
            .filter(byView::containsKey)
            .findFirst()
            .orElseThrow();
    return in(lookingUp).behindProxy(node.address(), node.https(), node.http());
  }

  /** One resolver by itself. */
  ViewResolvers only(Resolver resolver) {
    return in(resolver.view()).resolvers().only(resolver);
  }
}
