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
import io.lyncwatch.discovery.revocation.Revocation;
import io.lyncwatch.discovery.revocation.Verdict;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.Position;
import io.lyncwatch.discovery.tls.ServedCertificate;
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
import java.util.stream.Stream;

/** Facts as probes would report them. */
final class SampleFacts {
  static final Endpoint ENDPOINT = new Endpoint("lyncdiscover.contoso.example", 443);

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
                OptionalInt.of(200),
                Map.of(Phase.CONNECT, Duration.ofMillis(12), Phase.TLS, Duration.ofMillis(30))),
            new Facts.SchemeResult("http", false, OptionalInt.empty(), Map.of())),
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
        Optional.of(true));
  }

  static Facts.Certificate certificate(Judgement... judgements) {
    return new Facts.Certificate(
        ENDPOINT,
        Stream.of(judgements)
            .map(j ->
                new Facts.Presented(
                    "192.0.2.1",
                    Optional.of("TLSv1.3"),
                    Optional.of("TLS_AES_256_GCM_SHA384"),
                    j,
                    Optional.empty(),
                    Optional.empty()))
            .toList(),
        Map.of("lyncdiscover.contoso.example", true, "web.elsewhere.example", false));
  }

  /** An endpoint with one address for each verdict on its leaf. */
  static Facts.Certificate revocation(Verdict... verdicts) {
    return new Facts.Certificate(
        ENDPOINT,
        Stream.of(verdicts)
            .map(verdict ->
                new CertificateRevocation(
                    Position.LEAF, "CN=lyncdiscover.contoso.example", verdict))
            .map(leaf ->
                new Facts.Presented(
                    "192.0.2.1",
                    Optional.empty(),
                    Optional.empty(),
                    good(Instant.EPOCH),
                    Optional.empty(),
                    Optional.of(new Revocation(List.of(leaf)))))
            .toList(),
        Map.of());
  }

  static Judgement good(Instant notAfter) {
    return judgement(notAfter, true);
  }

  static Judgement untrusted(Instant notAfter) {
    return judgement(notAfter, false);
  }

  private static Judgement judgement(Instant notAfter, boolean trusted) {
    ServedCertificate leaf =
        new ServedCertificate(
            Position.LEAF,
            "CN=lyncdiscover.contoso.example",
            "CN=Issuing",
            "0a",
            "ff" + notAfter.getEpochSecond(),
            notAfter.minus(Duration.ofDays(90)),
            notAfter);
    return new Judgement(
        "lyncdiscover.contoso.example",
        List.of(leaf),
        trusted,
        trusted ? "" : "no path found",
        Optional.empty(),
        true,
        List.of("lyncdiscover.contoso.example"),
        true,
        trusted ? Optional.of(notAfter) : Optional.empty());
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
