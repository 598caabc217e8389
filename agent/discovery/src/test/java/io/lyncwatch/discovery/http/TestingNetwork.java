package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.AddressType;
import io.lyncwatch.discovery.dns.DnsAnswer;
import io.lyncwatch.discovery.dns.Patience;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.dns.ViewResolvers;
import io.lyncwatch.discovery.dns.ZoneClient;
import io.lyncwatch.discovery.tls.CertificateJudge;
import io.lyncwatch.discovery.tls.Handshaker;
import io.lyncwatch.discovery.tls.Trust;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A network in which every name leads to loopback, or to the same few addresses. */
public final class TestingNetwork {
  private TestingNetwork() {}

  /**
   * With connections to port 80 and 443 going to these ports, and that much time for an exchange.
   */
  public static Network of(int http, int https, Duration exchange) {
    return of(http, https, exchange, List.of(InetAddress.getLoopbackAddress()));
  }

  /** The same, with other addresses for every name. */
  public static Network of(int http, int https, Duration exchange, List<InetAddress> addresses) {
    return of(http, https, exchange, addresses, Trust.of(List.of()));
  }

  /** With trusted roots. */
  public static Network of(int http, int https, Duration exchange, Trust trust) {
    return of(http, https, exchange, List.of(InetAddress.getLoopbackAddress()), trust);
  }

  /** In which authorities are asked through a proxy. */
  static Network through(Endpoint proxy) {
    Network direct = of(1, 1, Duration.ofSeconds(20));
    return new Network(
        direct.view(),
        direct.resolvers(),
        direct.connectTo(),
        direct.handshaker(),
        direct.judge(),
        Authorities.by(Optional.of(proxy)),
        direct.receptions(),
        direct.tlsMinimum(),
        direct.timeouts(),
        direct.clock(),
        direct.ticker());
  }

  /** In which no secret travels over an older TLS than that. */
  public static Network demanding(String tlsMinimum, Network lax) {
    return new Network(
        lax.view(),
        lax.resolvers(),
        lax.connectTo(),
        lax.handshaker(),
        lax.judge(),
        lax.authorities(),
        lax.receptions(),
        tlsMinimum,
        lax.timeouts(),
        lax.clock(),
        lax.ticker());
  }

  /** At a certain time. */
  static Network at(Instant now, int http, Trust trust) {
    return of(
        http,
        1,
        Duration.ofSeconds(20),
        List.of(InetAddress.getLoopbackAddress()),
        trust,
        () -> now);
  }

  private static Network of(
      int http, int https, Duration exchange, List<InetAddress> addresses, Trust trust) {
    return of(http, https, exchange, addresses, trust, InstantSource.system());
  }

  private static Network of(
      int http,
      int https,
      Duration exchange,
      List<InetAddress> addresses,
      Trust trust,
      InstantSource clock) {
    Resolver resolver =
        new Resolver("test", new InetSocketAddress(InetAddress.getLoopbackAddress(), 53), View.ANY);
    return new Network(
        View.ANY,
        new ViewResolvers(
            List.of(resolver),
            (asked, name, type, deadline) -> answer(asked, name, type, addresses),
            new ZoneClient(Ticker.SYSTEM, new SecureRandom(), Patience.USUAL),
            new SecureRandom()),
        List.of(ConnectTo.parse(":80::" + http), ConnectTo.parse(":443::" + https)),
        new Handshaker(Ticker.SYSTEM, new SecureRandom()),
        new CertificateJudge(trust),
        Authorities.direct(),
        new Receptions(new SecureRandom()),
        "TLSv1.2",
        new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), exchange),
        clock,
        Ticker.SYSTEM);
  }

  private static DnsAnswer answer(
      Resolver resolver, String name, AddressType type, List<InetAddress> addresses) {
    boolean four = type == AddressType.A;
    return new DnsAnswer(
        resolver,
        name,
        type,
        four ? DnsAnswer.Status.ADDRESSES : DnsAnswer.Status.NO_DATA,
        four ? addresses : List.of(),
        List.of(),
        OptionalLong.of(60),
        OptionalInt.of(0),
        0,
        false,
        Duration.ZERO,
        "");
  }
}
