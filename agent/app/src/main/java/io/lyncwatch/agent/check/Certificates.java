package io.lyncwatch.agent.check;

import io.lyncwatch.agent.coverage.CertificateNeeds;
import io.lyncwatch.agent.coverage.Coverage;
import io.lyncwatch.agent.coverage.NameNeeds;
import io.lyncwatch.agent.coverage.SigningRequest;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.tls.ServedCertificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the endpoints presented that clients of one SIP domain come to.
 *
 * @param captures one report for each endpoint and view
 * @param aside those among them whose endpoints no walk asks, as those for SIP
 * @param coverage which names they cover
 */
public record Certificates(List<Report> captures, Set<TargetId> aside, Coverage coverage) {
  /** Copies. */
  public Certificates {
    captures = List.copyOf(captures);
    aside = Set.copyOf(aside);
  }

  /**
   * One certificate, wherever it was presented.
   *
   * @param end of the best chain, if one leads to a trusted root, else its own
   * @param endpoints sorted, with the views in which they presented it
   * @param findings on it and on how its endpoints answer, each reason once
   * @param needs what it should cover, if anybody asks for it
   */
  record Shown(
      ServedCertificate leaf,
      Instant end,
      SortedMap<String, Set<View>> endpoints,
      List<Finding> findings,
      Optional<CertificateNeeds> needs) {
    private static Shown begin(Facts.Presented presented, Optional<CertificateNeeds> needs) {
      return new Shown(
          presented.judgement().leaf(),
          presented.judgement().end(),
          new TreeMap<>(),
          new ArrayList<>(),
          needs);
    }

    /** The same with one more place where it was presented. */
    private Shown at(Report capture, Facts.Presented presented) {
      endpoints
          .computeIfAbsent(capture.target().name(), endpoint -> EnumSet.noneOf(View.class))
          .add(capture.target().view());
      capture.findings().stream()
          .filter(presented::isMeantBy)
          .filter(
              finding -> findings.stream().noneMatch(known -> known.reason() == finding.reason()))
          .forEach(findings::add);
      Instant here = presented.judgement().end();
      return here.isBefore(end) ? new Shown(leaf, here, endpoints, findings, needs) : this;
    }

    /** By which it is called. */
    String name() {
      return leaf.subject().isEmpty() ? "without a subject" : leaf.subject();
    }

    /** The names that clients ask for and that it lacks. */
    List<String> missing() {
      return needs.map(CertificateNeeds::missing).orElse(List.of());
    }

    /** Whether it is refused for more than a missing name. */
    boolean refused() {
      return findings.stream()
          .anyMatch(finding ->
              finding.severity() == Severity.ERROR && finding.reason() != Reason.TLS_NAME_MISMATCH);
    }

    /** Whether it covers none of the names that clients ask for where it is presented. */
    boolean strange() {
      return needs
          .map(CertificateNeeds::asked)
          .filter(asked -> !asked.isEmpty())
          .filter(asked -> asked.stream().allMatch(NameNeeds::missing))
          .isPresent();
    }

    private Severity worst() {
      return findings.stream()
          .map(Finding::severity)
          .max(Comparator.naturalOrder())
          .orElse(Severity.INFO);
    }

    /** Each endpoint with its views, in words. */
    List<String> places() {
      return endpoints.entrySet().stream()
          .map(place ->
              place.getKey()
                  + place.getValue().stream()
                      .map(View::label)
                      .collect(Collectors.joining(", ", " (", ")")))
          .toList();
    }

    List<String> domains() {
      return needs.map(CertificateNeeds::domains).orElse(List.of());
    }
  }

  /**
   * Errors that no walk looks for, each reason once: on what only more careful clients mind, and at
   * endpoints that walks do not ask.
   */
  List<Finding> errors() {
    Set<Reason> known = EnumSet.noneOf(Reason.class);
    return captures.stream()
        .flatMap(capture ->
            capture.findings().stream()
                .filter(finding -> aside.contains(capture.target()) || isOfCapturesOnly(finding)))
        .filter(finding -> finding.severity() == Severity.ERROR)
        .filter(finding -> known.add(finding.reason()))
        .toList();
  }

  /**
   * What somebody has to act on beside {@link #errors}, on certificates and at endpoints that
   * present none. Phones get in all the same, or a walk has said that they don't, so that none is
   * more than a warning.
   */
  List<Finding> warnings() {
    Set<String> told = errors().stream().map(Finding::cure).collect(Collectors.toSet());
    return Stream.concat(
            shown().stream().flatMap(one -> one.findings().stream()),
            unseen().stream().flatMap(one -> one.findings().stream()))
        .filter(finding -> finding.severity() != Severity.INFO)
        .filter(finding -> !told.contains(finding.cure()))
        .map(finding -> finding.atMost(Severity.WARNING))
        .toList();
  }

  private static boolean isOfCapturesOnly(Finding finding) {
    return finding.reason().stages().equals(EnumSet.of(Stage.CAPTURE));
  }

  /** How they are altogether. */
  enum Verdict {
    /** Something that counts: see {@link #errors}. */
    BROKEN,
    /** Careful clients turn away somewhere, though walks found their way. */
    REFUSED,
    /** Somebody has to act, or not all could be looked at. */
    WANTING,
    /** Nothing is wrong with any. */
    SOUND,
    /** There is none. */
    NONE
  }

  Verdict verdict() {
    if (!errors().isEmpty()) {
      return Verdict.BROKEN;
    }
    List<Shown> shown = shown();
    if (shown.stream().anyMatch(one -> one.worst() == Severity.ERROR)) {
      return Verdict.REFUSED;
    }
    if (shown.stream().anyMatch(one -> one.worst() == Severity.WARNING)
        || captures.stream().anyMatch(capture -> capture.outcome() != Outcome.SUCCESS)) {
      return Verdict.WANTING;
    }
    return shown.isEmpty() ? Verdict.NONE : Verdict.SOUND;
  }

  /** How many there are and which is the first to end, in one sentence. */
  String summary() {
    List<Shown> shown = shown();
    long places = shown.stream().flatMap(one -> one.endpoints.keySet().stream()).distinct().count();
    long lacking = shown.stream().filter(one -> !one.missing().isEmpty()).count();
    return shown.stream()
        .min(Comparator.comparing(Shown::end))
        .map(first ->
            counted(shown.size(), "certificate")
                + " at "
                + counted(places, "endpoint")
                + (lacking == 0 ? "" : ", " + lacking + " without a name that clients ask for")
                + silent()
                + "; the first to end is "
                + first.name()
                + ", which "
                + ending(first.end())
                + ".")
        .orElse("No endpoint presented one.");
  }

  private String silent() {
    long silent = unseen().stream().filter(Unseen::nothing).count();
    return silent == 0 ? "" : "; " + counted(silent, "endpoint") + " without any";
  }

  /** Whether and when it ends or has ended, as of the last look. */
  String ending(Instant end) {
    boolean over =
        captures.stream()
            .map(Report::endedAt)
            .max(Instant::compareTo)
            .filter(end::isBefore)
            .isPresent();
    return (over ? "ended " : "ends ") + end.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** What to request in place of those that lack names, and for names that have none. */
  List<SigningRequest> requests() {
    return Stream.concat(
            shown().stream()
                .flatMap(one -> one.needs().flatMap(CertificateNeeds::request).stream()),
            coverage.unserved().stream())
        .toList();
  }

  /** Each certificate once, those with the gravest findings first. */
  List<Shown> shown() {
    Map<String, CertificateNeeds> needs = coverage.byCertificate();
    Map<String, Shown> shown = new LinkedHashMap<>();
    for (Report capture : captures) {
      for (Facts.Presented presented : presented(capture)) {
        String sha256 = presented.judgement().leaf().sha256();
        shown.compute(
            sha256,
            (sha, known) ->
                (known == null
                        ? Shown.begin(presented, Optional.ofNullable(needs.get(sha)))
                        : known)
                    .at(capture, presented));
      }
    }
    return shown.values().stream().sorted(Comparator.comparing(Shown::worst).reversed()).toList();
  }

  /**
   * What was found where some address presented nothing, or nothing that came through.
   *
   * @param nothing whether none of its addresses did
   */
  record Unseen(Report capture, boolean nothing, List<Finding> findings) {
    String place() {
      return capture.target().name() + " (" + capture.target().view().label() + ")";
    }
  }

  /** Endpoints with findings that are on no certificate. */
  List<Unseen> unseen() {
    return captures.stream()
        .map(capture -> {
          List<Facts.Presented> presented = presented(capture);
          return new Unseen(
              capture,
              presented.isEmpty(),
              capture.findings().stream()
                  .filter(finding -> presented.stream().noneMatch(one -> one.isMeantBy(finding)))
                  .toList());
        })
        .filter(unseen -> !unseen.findings().isEmpty())
        .toList();
  }

  private static List<Facts.Presented> presented(Report capture) {
    return capture.facts() instanceof Facts.Certificate facts ? facts.presented() : List.of();
  }
}
