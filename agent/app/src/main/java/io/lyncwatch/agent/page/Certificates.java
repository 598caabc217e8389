package io.lyncwatch.agent.page;

import io.lyncwatch.agent.coverage.CertificateNeeds;
import io.lyncwatch.agent.coverage.NameNeeds;
import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.text.Excerpt;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.ServedCertificate;
import io.lyncwatch.discovery.tls.TlsFindings;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The certificates that endpoints presented, each told once. */
final class Certificates {
  private static final int MOST_NAMES = 200;
  private static final int LONGEST_TEXT = 600;

  private final Seen seen;
  private final Needs needs;
  private final Map<String, CertificateNeeds> coverage;

  Certificates(Seen seen, Needs needs) {
    this.seen = seen;
    this.needs = needs;
    this.coverage = seen.coverage().byCertificate();
  }

  /** One line for each certificate, the first to end first. */
  List<CertificateLine> lines() {
    Map<String, Use> uses = new LinkedHashMap<>();
    presented(needs.certificates())
        .forEach(p -> uses.computeIfAbsent(p.leaf().sha256(), sha -> new Use(p)).add(p));
    return uses.values().stream()
        .map(Use::line)
        .sorted(
            Comparator.comparing((CertificateLine line) -> line.end().at())
                .thenComparing(CertificateLine::subject))
        .toList();
  }

  /** The first end among what some targets presented. */
  Optional<ExpiryLine> next(Collection<TargetState> targets) {
    return presented(targets)
        .min(Comparator.comparing(Presented::end).thenComparing(p -> p.target().name()))
        .map(p -> new ExpiryLine(seen.moment(p.end()), p.target().name()));
  }

  /**
   * Endpoints that no certificate was ever seen of, though one was expected: beside the SIP
   * domains, as the operator may have listed one that none of them needs.
   */
  List<UnseenLine> unseen() {
    return needs.certificates().stream()
        .filter(state -> state.presented().all().isEmpty())
        .flatMap(state -> state.latest().stream())
        .filter(Report::failed)
        .map(this::unseen)
        .sorted(Comparator.comparing(UnseenLine::place))
        .toList();
  }

  private UnseenLine unseen(Report report) {
    Set<String> cures = new LinkedHashSet<>();
    report.findings().forEach(finding -> cures.add(finding.cure()));
    return new UnseenLine(
        place(report.target().name(), Set.of(side(report.target()))),
        Excerpt.of(report.summary(), LONGEST_TEXT),
        Excerpt.of(String.join(" ", cures), LONGEST_TEXT));
  }

  private String side(TargetId target) {
    return needs.isNode(target)
        ? ViewStatus.BEHIND_PROXY.toLowerCase(Locale.ROOT)
        : ViewStatus.side(target.view());
  }

  private static String place(String endpoint, Set<String> sides) {
    return endpoint + " (" + String.join(", ", sides) + ")";
  }

  private static NamesLine names(CertificateNeeds needs) {
    List<NameNeeds> asked = needs.asked();
    return new NamesLine(
        asked.stream()
            .sorted(Comparator.comparing(NameNeeds::covered))
            .limit(MOST_NAMES)
            .map(Certificates::name)
            .toList(),
        Math.max(0, asked.size() - MOST_NAMES),
        needs.missing().stream().limit(MOST_NAMES).toList(),
        Gathering.few(needs.missingByDocumentation()),
        needs.request());
  }

  private static NamesLine.Name name(NameNeeds needs) {
    boolean usual = needs.endpoints().equals(List.of(needs.name() + ":443"));
    return new NamesLine.Name(
        needs.name(), needs.covered(), usual ? List.of() : Gathering.few(needs.endpoints()));
  }

  private static Stream<Presented> presented(Collection<TargetState> targets) {
    return targets.stream()
        .sorted(Comparator.comparing(state -> state.target().toString()))
        .flatMap(Certificates::presented);
  }

  /** Also of an endpoint that presents nothing just now: its certificate goes on to age. */
  private static Stream<Presented> presented(TargetState state) {
    return state.latest().stream()
        .flatMap(report ->
            state.presented().all().stream().map(presented -> new Presented(report, presented)));
  }

  private record Presented(Report report, Facts.Presented presented) {
    Judgement judgement() {
      return presented.judgement();
    }

    ServedCertificate leaf() {
      return judgement().leaf();
    }

    Instant end() {
      return judgement().end();
    }

    TargetId target() {
      return report.target();
    }

    /**
     * Only of this certificate, as another address may have presented another one; of one that is
     * not presented just now, what its own dates and names say.
     */
    Stream<Finding> against() {
      List<Finding> reported = report.findings().stream().filter(presented::isMeantBy).toList();
      Stream<Finding> own =
          TlsFindings.of(judgement(), report.endedAt(), Stage.CAPTURE, target().name()).stream()
              .filter(finding ->
                  reported.stream().noneMatch(told -> told.reason() == finding.reason()));
      return Stream.concat(own, reported.stream())
          .filter(finding -> finding.severity() != Severity.INFO);
    }
  }

  /** One certificate, and where it was met. */
  private final class Use {
    private final Presented first;
    private final Map<String, Set<String>> endpoints = new TreeMap<>();
    private final Set<String> domains = new TreeSet<>();
    private final Set<String> against = new TreeSet<>();
    private final Gathering findings = new Gathering(seen);
    private State state = State.HEALTHY;
    private Instant end;

    Use(Presented first) {
      this.first = first;
      this.end = first.end();
    }

    void add(Presented presented) {
      end = presented.end().isBefore(end) ? presented.end() : end;
      endpoints
          .computeIfAbsent(presented.target().name(), name -> new TreeSet<>())
          .add(side(presented.target()));
      domains.addAll(needs.domainsOf(presented.target()));
      presented.against().forEach(finding -> hold(presented.target(), finding));
    }

    private void hold(TargetId target, Finding finding) {
      findings.add(target, finding);
      against.add(finding.reason().code());
      State worse = finding.severity() == Severity.ERROR ? State.BROKEN : State.DEGRADED;
      state = State.worst(Stream.of(state, worse));
    }

    CertificateLine line() {
      return new CertificateLine(
          first.leaf().subject(),
          first.leaf().issuer(),
          first.leaf().serial(),
          first.leaf().sha256(),
          state,
          List.copyOf(against),
          Findings.of(findings.causes()),
          seen.moment(end),
          Gathering.few(
              endpoints.entrySet().stream()
                  .map(place -> place(place.getKey(), place.getValue()))
                  .toList()),
          domains.stream().limit(MOST_NAMES).toList(),
          Optional.ofNullable(coverage.get(first.leaf().sha256()))
              .map(Certificates::names)
              .orElse(NamesLine.NONE));
    }
  }
}
