package io.lyncwatch.agent.change;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.AddressType;
import io.lyncwatch.discovery.dns.DnsAnswer;
import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Facts.Presented;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.Position;
import io.lyncwatch.discovery.tls.ServedCertificate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Facts to compare. */
final class Sample {
  static final TargetId ENDPOINT =
      new TargetId(ProbeKind.CERTIFICATE, View.EXTERNAL, "", "web.contoso.example:443");
  static final TargetId ACCOUNT =
      new TargetId(ProbeKind.SIGN_IN, View.EXTERNAL, "contoso.example", "alice");
  static final TargetId RESOLVER =
      new TargetId(ProbeKind.DNS, View.EXTERNAL, "contoso.example", "quad9");
  static final TargetId ENTRY =
      new TargetId(ProbeKind.ENTRY, View.EXTERNAL, "contoso.example", "lyncdiscover");
  static final String NAME = "lyncdiscover.contoso.example";

  private Sample() {}

  /** What is presented at all the addresses that there are. */
  static Facts.Certificate presenting(Presented... presented) {
    return new Facts.Certificate(
        new Endpoint("web.contoso.example", 443),
        List.of(presented),
        Arrays.stream(presented).map(Presented::address).toList());
  }

  /** What is presented at some of these addresses. */
  static Facts.Certificate presenting(List<String> addresses, Presented... presented) {
    return new Facts.Certificate(
        new Endpoint("web.contoso.example", 443), List.of(presented), addresses);
  }

  static Presented presented(String address, String certificate) {
    return presented(address, certificate, "CN=Issuing", "key of " + certificate, "web.example");
  }

  /** A certificate is told from another by its name. */
  static Presented presented(
      String address, String certificate, String issuer, String key, String... covers) {
    Instant end = Instant.parse("2027-01-01T00:00:00Z");
    ServedCertificate leaf =
        new ServedCertificate(
            Position.LEAF,
            "CN=" + certificate,
            issuer,
            "0a",
            certificate,
            key,
            end.minus(Duration.ofDays(365)),
            end);
    Judgement judgement =
        new Judgement(
            "web.contoso.example",
            List.of(leaf),
            true,
            "",
            Optional.empty(),
            true,
            List.of(covers),
            true,
            Optional.of(end));
    return new Presented(
        address,
        Optional.empty(),
        Optional.empty(),
        judgement,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Facts.SignIn homedOn(String pool) {
    return signIn(Optional.of(new Facts.HomePool(pool, "External")));
  }

  static Facts.SignIn notCome() {
    return signIn(Optional.empty());
  }

  private static Facts.SignIn signIn(Optional<Facts.HomePool> home) {
    return new Facts.SignIn(
        0,
        Optional.empty(),
        Optional.empty(),
        home,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** One address each, and the machine that answered there, if any did. */
  static Facts.Entry machines(String... machines) {
    return new Facts.Entry(
        List.of(),
        Arrays.stream(machines)
            .map(machine ->
                new Facts.NodeResult(
                    "192.0.2.1",
                    Optional.of(machine).filter(name -> !name.isEmpty()),
                    true,
                    List.of()))
            .toList());
  }

  static Facts.Dns answer(String... addresses) {
    return dns(
        answer(
            AddressType.A, addresses.length == 0 ? Status.NXDOMAIN : Status.ADDRESSES, addresses),
        answer(AddressType.AAAA, Status.NO_DATA));
  }

  static Facts.Dns half(String... addresses) {
    return dns(
        answer(AddressType.A, Status.ADDRESSES, addresses),
        answer(AddressType.AAAA, Status.TIMEOUT));
  }

  private static Facts.Dns dns(DnsAnswer a, DnsAnswer aaaa) {
    return new Facts.Dns(
        List.of(new Facts.RecordLookup(Facts.RecordKind.LYNCDISCOVER, new Lookup(a, aaaa), true)));
  }

  private static DnsAnswer answer(AddressType type, Status status, String... addresses) {
    return new DnsAnswer(
        new Resolver("quad9", new InetSocketAddress(0), View.EXTERNAL),
        NAME,
        type,
        status,
        Stream.of(addresses).map(Sample::address).toList(),
        List.of(),
        OptionalLong.empty(),
        OptionalInt.empty(),
        0,
        false,
        Duration.ZERO,
        "");
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
