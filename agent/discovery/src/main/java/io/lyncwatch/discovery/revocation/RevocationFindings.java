package io.lyncwatch.discovery.revocation;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.revocation.Obstacle.Why;
import io.lyncwatch.discovery.tls.Position;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the revocation of a chain means for sign-in. */
public final class RevocationFindings {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RevocationFindings() {}

  /**
   * At most one finding of each reason, about the lowest certificate that it is true of, or about
   * all if nobody tells.
   *
   * @param from where authorities were asked from, in words that go on from "from"
   * @param where the endpoint
   */
  public static List<Finding> of(
      Revocation revocation, Instant now, String from, Stage stage, String where) {
    List<Finding> findings = new ArrayList<>();
    first(revocation, RevocationFindings::revoked)
        .map(evidence -> Finding.of(Reason.TLS_REVOKED, stage, where, evidence))
        .ifPresent(findings::add);
    unknown(revocation, from, stage, where).ifPresent(findings::add);
    first(revocation, certificate -> ending(certificate, now))
        .map(evidence -> Finding.of(Reason.TLS_CRL_ENDING, stage, where, evidence))
        .ifPresent(findings::add);
    return List.copyOf(findings);
  }

  private static Optional<Map<String, String>> first(
      Revocation revocation, Function<CertificateRevocation, Optional<Map<String, String>>> fact) {
    return revocation.certificates().stream()
        .flatMap(certificate -> fact.apply(certificate).stream())
        .findFirst();
  }

  private static Optional<Map<String, String>> revoked(CertificateRevocation certificate) {
    if (!(certificate.verdict()
        instanceof
        Verdict.Revoked(Source source, String url, Instant since, String why, Lifetime _))) {
      return Optional.empty();
    }
    Map<String, String> evidence = about(certificate);
    evidence.put("since", TIME.format(since));
    evidence.put("why", why.isEmpty() ? "no reason given" : "reason: " + why);
    evidence.put("source", source.words() + (url.isEmpty() ? "" : " at " + url));
    return Optional.of(evidence);
  }

  private static Optional<Map<String, String>> ending(
      CertificateRevocation certificate, Instant now) {
    return certificate
        .listed()
        .flatMap(listed ->
            switch (listed) {
              case Verdict.Good(Source _, String url, Lifetime lifetime)
                  when lifetime.ending(now) ->
                  Optional.of(ending(certificate, url, lifetime, now));
              case Verdict.Revoked(Source _, String url, Instant _, String _, Lifetime lifetime)
                  when lifetime.ending(now) ->
                  Optional.of(ending(certificate, url, lifetime, now));
              case Verdict.Good _, Verdict.Revoked _, Verdict.Unknown _ -> Optional.empty();
            });
  }

  private static Map<String, String> ending(
      CertificateRevocation certificate, String url, Lifetime lifetime, Instant now) {
    Map<String, String> evidence = about(certificate);
    evidence.put("url", url);
    evidence.put("next-update", TIME.format(lifetime.end()));
    long hours = Math.max(0, Duration.between(now, lifetime.end()).toHours());
    evidence.put("left", hours < 48 ? hours + " hours" : hours / 24 + " days");
    return evidence;
  }

  /**
   * What another finding says already, of an expired certificate, is none; nor is what is the
   * agent's own affair.
   */
  private static Optional<Finding> unknown(
      Revocation revocation, String from, Stage stage, String where) {
    List<CertificateRevocation> untold =
        revocation.certificates().stream()
            .filter(certificate -> obstacles(certificate).findAny().isPresent())
            .toList();
    if (untold.isEmpty()) {
      return Optional.empty();
    }
    List<Obstacle> obstacles =
        untold.stream().flatMap(RevocationFindings::obstacles).distinct().toList();
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("subject", joined(untold.stream().map(RevocationFindings::name)));
    evidence.put("from", from);
    evidence.put(
        "obstacles", obstacles.stream().map(Obstacle::words).collect(Collectors.joining("; ")));
    List<String> hosts = obstacles.stream().flatMap(RevocationFindings::host).distinct().toList();
    if (!hosts.isEmpty()) {
      evidence.put("hosts", joined(hosts.stream()));
    }
    Finding finding = Finding.of(Reason.TLS_REVOCATION_UNKNOWN, stage, where, evidence);
    return Optional.of(
        obstacles.stream().allMatch(obstacle -> obstacle.why() == Why.NO_SOURCE)
            ? finding.atMost(Severity.INFO)
            : finding);
  }

  private static Stream<Obstacle> obstacles(CertificateRevocation certificate) {
    return certificate.verdict() instanceof Verdict.Unknown(List<Obstacle> obstacles)
        ? obstacles.stream()
            .filter(
                obstacle -> obstacle.why() != Why.NO_TIME && obstacle.why() != Why.OUT_OF_VALIDITY)
        : Stream.empty();
  }

  private static Stream<String> host(Obstacle obstacle) {
    try {
      return Stream.ofNullable(URI.create(obstacle.url()).getRawAuthority());
    } catch (IllegalArgumentException cutOff) {
      return Stream.empty();
    }
  }

  private static Map<String, String> about(CertificateRevocation certificate) {
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("subject", name(certificate));
    return evidence;
  }

  private static String name(CertificateRevocation certificate) {
    return certificate.position() == Position.LEAF
        ? certificate.subject()
        : certificate.subject() + " (" + certificate.position().label() + ")";
  }

  private static String joined(Stream<String> words) {
    return words.collect(Collectors.joining(", "));
  }
}
