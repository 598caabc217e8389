package io.lyncwatch.agent.metrics;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.AddressType;
import io.lyncwatch.discovery.dns.DnsAnswer;
import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.http.Phase;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.revocation.CertificateRevocation;
import io.lyncwatch.discovery.revocation.Lifetime;
import io.lyncwatch.discovery.revocation.Revocation;
import io.lyncwatch.discovery.revocation.Source;
import io.lyncwatch.discovery.revocation.Verdict;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.Position;
import io.lyncwatch.discovery.tls.ServedCertificate;
import io.lyncwatch.discovery.tls.hello.Accepted;
import io.lyncwatch.discovery.tls.hello.Reception;
import io.lyncwatch.discovery.tls.hello.SuiteKind;
import io.lyncwatch.discovery.tls.hello.TlsVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Facts as probes would report them. */
final class SampleFacts {
  static final Verdict STANDS =
      new Verdict.Good(Source.STAPLED, "", new Lifetime(Instant.EPOCH, Instant.MAX, Instant.MAX));

  static final Endpoint ENDPOINT = new Endpoint("lyncdiscover.contoso.example", 443);

  private static final Reception RECEPTION =
      new Reception(
          new Accepted(TlsVersion.TLS_1_0, TlsVersion.TLS_1_3, Set.of(SuiteKind.TRIPLE_DES)),
          Optional.empty());

  private SampleFacts() {}

  /** One lookup with these addresses; the name has no AAAA record. */
  static Lookup resolved(String resolver, String name, String... addresses) {
    return new Lookup(
        answer(resolver, name, AddressType.A, Status.ADDRESSES, addresses),
        answer(resolver, name, AddressType.AAAA, Status.NO_DATA));
  }

  static Lookup unresolved(String resolver, String name, Status status) {
    return new Lookup(
        answer(resolver, name, AddressType.A, status),
        answer(resolver, name, AddressType.AAAA, status));
  }

  static DnsAnswer answer(
      String resolver, String name, AddressType type, Status status, String... addresses) {
    boolean answered = status != Status.TIMEOUT;
    return new DnsAnswer(
        new Resolver(resolver, new InetSocketAddress(0), View.EXTERNAL),
        name,
        type,
        status,
        Stream.of(addresses).map(SampleFacts::address).toList(),
        List.of(),
        status == Status.ADDRESSES ? OptionalLong.of(300) : OptionalLong.empty(),
        answered ? OptionalInt.of(status == Status.NXDOMAIN ? 3 : 0) : OptionalInt.empty(),
        1,
        false,
        Duration.ofMillis(20),
        "");
  }

  static Facts.Dns dns(Lookup... lookups) {
    return new Facts.Dns(
        Stream.of(lookups)
            .map(l -> new Facts.RecordLookup(Facts.RecordKind.LYNCDISCOVER, l, l.resolved()))
            .toList());
  }

  static Facts.Entry entry() {
    return new Facts.Entry(
        List.of(
            new Facts.SchemeResult(
                "https",
                true,
                true,
                OptionalInt.of(200),
                Map.of(Phase.CONNECT, Duration.ofMillis(12), Phase.TLS, Duration.ofMillis(30))),
            new Facts.SchemeResult("http", false, true, OptionalInt.empty(), Map.of())),
        List.of());
  }

  static Facts.SignIn signIn() {
    return new Facts.SignIn(
        1,
        Optional.of(Duration.ofSeconds(-3)),
        Optional.of(false),
        Optional.of(new Facts.HomePool("pool.contoso.example", "External")),
        List.of(new Facts.ServiceResult("ucwa", Side.EXTERNAL, true)),
        Optional.of(false),
        Optional.of(true),
        Optional.of(Instant.ofEpochSecond(1_800_000_000)));
  }

  /** What several addresses present, 192.0.2.1:443 and those after it. */
  static Facts.Certificate certificate(Judgement... judgements) {
    List<Facts.Presented> presented =
        IntStream.range(0, judgements.length)
            .mapToObj(i ->
                new Facts.Presented(
                    address(i),
                    Optional.of("TLSv1.3"),
                    Optional.of("TLS_AES_256_GCM_SHA384"),
                    judgements[i],
                    Optional.empty(),
                    Optional.of(RECEPTION),
                    Optional.empty()))
            .toList();
    return new Facts.Certificate(
        ENDPOINT, presented, presented.stream().map(Facts.Presented::address).toList());
  }

  /** What they present of whom the first few are down. */
  static Facts.Certificate certificateWithoutFirst(int down, Judgement... judgements) {
    List<Facts.Presented> others = certificate(judgements).presented().stream().skip(down).toList();
    return new Facts.Certificate(
        ENDPOINT,
        others,
        IntStream.range(0, judgements.length).mapToObj(SampleFacts::address).toList());
  }

  private static String address(int index) {
    return "192.0.2." + (1 + index) + ":443";
  }

  /** An endpoint with one address for each verdict on its leaf. */
  static Facts.Certificate revocation(Verdict... verdicts) {
    return new Facts.Certificate(
        ENDPOINT,
        Stream.of(verdicts)
            .map(verdict ->
                new CertificateRevocation(
                    Position.LEAF, "CN=lyncdiscover.contoso.example", verdict, Optional.empty()))
            .map(leaf ->
                new Facts.Presented(
                    "192.0.2.1",
                    Optional.empty(),
                    Optional.empty(),
                    good(Instant.EPOCH),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new Revocation(List.of(leaf)))))
            .toList(),
        List.of("192.0.2.1"));
  }

  static Judgement good(Instant notAfter) {
    return judgement(notAfter, true);
  }

  static Judgement untrusted(Instant notAfter) {
    return judgement(notAfter, false);
  }

  /** A leaf that was served with an intermediate that is not in the chain that clients build. */
  static Judgement chain(Instant leafEnd, Instant intermediateEnd, Instant chainEnd) {
    return judgement(
        List.of(
            certificate(Position.LEAF, leafEnd),
            certificate(Position.INTERMEDIATE, intermediateEnd)),
        Optional.of(chainEnd));
  }

  private static Judgement judgement(Instant notAfter, boolean trusted) {
    return judgement(
        List.of(certificate(Position.LEAF, notAfter)),
        trusted ? Optional.of(notAfter) : Optional.empty());
  }

  private static Judgement judgement(List<ServedCertificate> served, Optional<Instant> chainEnd) {
    return new Judgement(
        "lyncdiscover.contoso.example",
        served,
        chainEnd.isPresent(),
        chainEnd.isPresent() ? "" : "no path found",
        Optional.empty(),
        true,
        List.of("lyncdiscover.contoso.example"),
        true,
        chainEnd);
  }

  private static ServedCertificate certificate(Position position, Instant notAfter) {
    return new ServedCertificate(
        position,
        "CN=lyncdiscover.contoso.example",
        "CN=Issuing",
        "0a",
        "ff" + notAfter.getEpochSecond(),
        "aa",
        notAfter.minus(Duration.ofDays(90)),
        notAfter);
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
