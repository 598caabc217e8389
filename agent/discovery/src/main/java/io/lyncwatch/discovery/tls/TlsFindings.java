package io.lyncwatch.discovery.tls;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What judgements and failed handshakes mean for sign-in. */
public final class TlsFindings {
  private static final Duration EXPIRES_SOON = Duration.ofDays(30);
  private static final int MOST_NAMES_SHOWN = 8;

  private TlsFindings() {}

  /**
   * Everything that a judgement has against a certificate, at most one finding of each reason.
   *
   * @param now the instant that it was judged at
   * @param where the endpoint
   */
  public static List<Finding> of(Judgement judgement, Instant now, Stage stage, String where) {
    List<Finding> findings = new ArrayList<>();
    if (!judgement.certificates().isEmpty()) {
      Optional<Fact> validity =
          judgement.valid() ? endingSoon(judgement, now) : Optional.of(notValid(judgement, now));
      validity.ifPresent(fact -> findings.add(fact.in(stage, where)));
      if (!judgement.hostMatches()) {
        findings.add(nameMismatch(judgement).in(stage, where));
      }
    }
    if (!judgement.trusted()) {
      findings.add(untrusted(judgement).in(stage, where));
    }
    return List.copyOf(findings);
  }

  /**
   * Everything that an inspection has against a chain.
   *
   * @param judgement of the same chain; that it is not trusted at all is found by itself
   * @param where the endpoint
   */
  public static List<Finding> of(
      Inspection inspection, Judgement judgement, Stage stage, String where) {
    List<Fact> facts = new ArrayList<>();
    ServedCertificate leaf = judgement.leaf();
    if (judgement.trusted() && !inspection.publiclyTrusted()) {
      facts.add(
          new Fact(
              Reason.TLS_NOT_PUBLIC,
              evidence("issuer", leaf.issuer(), "as-of", PublicRoots.shipped().asOf().toString())));
    }
    if (!inspection.weaknesses().isEmpty()) {
      facts.add(
          new Fact(
              Reason.TLS_WEAK, evidence("weakness", String.join("; ", inspection.weaknesses()))));
    }
    inspection
        .usageFlaw()
        .map(flaw ->
            new Fact(Reason.TLS_USAGE_WRONG, evidence("subject", shown(leaf), "flaw", flaw)))
        .ifPresent(facts::add);
    inspection
        .orderFlaw()
        .map(flaw -> new Fact(Reason.TLS_CHAIN_DISORDERED, evidence("flaw", flaw)))
        .ifPresent(facts::add);
    return facts.stream().map(fact -> fact.in(stage, where)).toList();
  }

  /** A handshake that brought no session about. */
  public static Finding handshake(Handshake.Failed failed, Stage stage, Endpoint endpoint) {
    String where = endpoint.toString();
    Map<String, String> evidence = evidence("endpoint", where, "detail", "it " + failed.detail());
    evidence.put("name", endpoint.host());
    boolean named = !Handshaker.serverNames(endpoint.host()).isEmpty();
    return Finding.of(reason(failed.fault(), named), stage, where, evidence);
  }

  private static Reason reason(Handshake.Fault fault, boolean named) {
    return switch (fault) {
      case OVERSIZED -> Reason.TLS_CHAIN_OVERSIZED;
      case NAME_UNKNOWN -> named ? Reason.TLS_NAME_UNKNOWN : Reason.TLS_HANDSHAKE;
      case TIMED_OUT, REFUSED, BROKEN -> Reason.TLS_HANDSHAKE;
    };
  }

  /** A reason and its evidence, not yet placed. */
  private record Fact(Reason reason, Map<String, String> evidence) {
    Finding in(Stage stage, String where) {
      return Finding.of(reason, stage, where, evidence);
    }
  }

  private static Optional<Fact> endingSoon(Judgement judgement, Instant now) {
    Instant end = judgement.end();
    Duration left = Duration.between(now, end);
    if (left.compareTo(EXPIRES_SOON) > 0) {
      return Optional.empty();
    }
    Map<String, String> evidence = ending(judgement, end);
    evidence.put("days", Long.toString(left.toDays()));
    return Optional.of(new Fact(Reason.TLS_EXPIRING, evidence));
  }

  private static Fact notValid(Judgement judgement, Instant now) {
    ServedCertificate leaf = judgement.leaf();
    if (leaf.notAfter().isBefore(now)) {
      return new Fact(Reason.TLS_EXPIRED, ending(judgement, leaf.notAfter()));
    }
    Optional<Instant> chainEnd = judgement.chainNotAfter().filter(end -> end.isBefore(now));
    if (chainEnd.isPresent() && !leaf.notBefore().isAfter(now)) {
      return new Fact(Reason.TLS_EXPIRED, ending(judgement, chainEnd.get()));
    }
    return new Fact(
        Reason.TLS_NOT_YET_VALID,
        judgement.certificates().stream()
            .filter(certificate -> certificate.notBefore().isAfter(now))
            .findFirst()
            .map(certificate ->
                evidence("subject", shown(certificate), "not-before", day(certificate.notBefore())))
            .orElse(Map.of()));
  }

  /** Evidence on the certificate of the chain that ends at {@code end}. */
  private static Map<String, String> ending(Judgement judgement, Instant end) {
    String subject =
        judgement.certificates().stream()
            .filter(certificate -> certificate.notAfter().equals(end))
            .findFirst()
            .map(TlsFindings::shown)
            .orElse("of the root that it leads to");
    return evidence("subject", subject, "not-after", day(end));
  }

  private static Fact nameMismatch(Judgement judgement) {
    List<String> names = judgement.covers();
    String shown =
        names.stream().limit(MOST_NAMES_SHOWN).collect(Collectors.joining(", "))
            + (names.size() > MOST_NAMES_SHOWN
                ? " and " + (names.size() - MOST_NAMES_SHOWN) + " more"
                : "");
    return new Fact(
        Reason.TLS_NAME_MISMATCH,
        evidence("name", judgement.host(), "covers", names.isEmpty() ? "no name" : shown));
  }

  private static Fact untrusted(Judgement judgement) {
    return judgement
        .missing()
        .map(missing ->
            new Fact(
                Reason.TLS_CHAIN_INCOMPLETE,
                evidence("missing", missing.subject(), "found-at", missing.url())))
        .orElseGet(() -> leadsNowhere(judgement));
  }

  private static Fact leadsNowhere(Judgement judgement) {
    Map<String, String> evidence = evidence("detail", judgement.trustDetail());
    if (!judgement.certificates().isEmpty()) {
      evidence.put("issuer", judgement.certificates().getLast().issuer());
    }
    return new Fact(Reason.TLS_UNTRUSTED, evidence);
  }

  private static String shown(ServedCertificate certificate) {
    String name = certificate.subject().isEmpty() ? "without a subject" : certificate.subject();
    return certificate.position() == Position.LEAF
        ? name
        : name + " (" + certificate.position().label() + ")";
  }

  private static String day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static Map<String, String> evidence(String... keysAndValues) {
    Map<String, String> evidence = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      evidence.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return evidence;
  }
}
