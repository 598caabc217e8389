package io.lyncwatch.agent.peer;

import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.AddressType;
import io.lyncwatch.discovery.dns.DnsAnswer;
import io.lyncwatch.discovery.dns.Patience;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.dns.ViewResolvers;
import io.lyncwatch.discovery.dns.ZoneClient;
import io.lyncwatch.discovery.http.Authorities;
import io.lyncwatch.discovery.http.ConnectTo;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.http.Receptions;
import io.lyncwatch.discovery.http.Timeouts;
import io.lyncwatch.discovery.tls.CertificateJudge;
import io.lyncwatch.discovery.tls.Handshaker;
import io.lyncwatch.discovery.tls.Trust;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A network in which every name leads to loopback, and a port to where a peer listens. */
final class LoopbackNetwork {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path root;
  private final List<InetAddress> addresses;
  private final List<ConnectTo> moves;

  private LoopbackNetwork(Path root, List<InetAddress> addresses, List<ConnectTo> moves) {
    this.root = root;
    this.addresses = addresses;
    this.moves = moves;
  }

  /** One that trusts the certificates in a file and no others. */
  static LoopbackNetwork trusting(Path root) {
    return new LoopbackNetwork(root, List.of(InetAddress.getLoopbackAddress()), List.of());
  }

  /** The same with several addresses behind each name. */
  LoopbackNetwork at(InetAddress... all) {
    return new LoopbackNetwork(root, List.of(all), moves);
  }

  /** The same with connections to one port going to another. */
  LoopbackNetwork moving(int port, int toPort) {
    List<ConnectTo> more = new ArrayList<>(moves);
    more.add(ConnectTo.parse(":%d::%d".formatted(port, toPort)));
    return new LoopbackNetwork(root, addresses, more);
  }

  Network network() {
    Resolver resolver =
        new Resolver(
            "loopback", new InetSocketAddress(InetAddress.getLoopbackAddress(), 53), View.EXTERNAL);
    return new Network(
        View.EXTERNAL,
        new ViewResolvers(
            List.of(resolver),
            (asked, name, type, deadline) -> answer(asked, name, type),
            new ZoneClient(Ticker.SYSTEM, RANDOM, Patience.USUAL),
            RANDOM),
        moves,
        new Handshaker(Ticker.SYSTEM, RANDOM),
        new CertificateJudge(Trust.of(false, List.of(root))),
        Authorities.direct(),
        new Receptions(RANDOM),
        "TLSv1.2",
        Timeouts.DEFAULT,
        InstantSource.system(),
        Ticker.SYSTEM);
  }

  private DnsAnswer answer(Resolver resolver, String name, AddressType type) {
    boolean exists = type == AddressType.A && !name.startsWith("lyncdiscoverinternal.");
    return new DnsAnswer(
        resolver,
        name,
        type,
        exists ? DnsAnswer.Status.ADDRESSES : DnsAnswer.Status.NO_DATA,
        exists ? addresses : List.of(),
        List.of(),
        OptionalLong.of(60),
        OptionalInt.of(0),
        0,
        false,
        Duration.ZERO,
        "");
  }
}
