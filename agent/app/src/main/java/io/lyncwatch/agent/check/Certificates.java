package io.lyncwatch.agent.check;

import io.lyncwatch.agent.coverage.CertificateNeeds;
import io.lyncwatch.agent.coverage.Coverage;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.ServedCertificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the endpoints presented that clients of one SIP domain come to.
 *
 * @param captures one report for each endpoint and view
 * @param coverage which names they cover
 */
public record Certificates(List<Report> captures, Coverage coverage) {
  /** Copies the list. */
  public Certificates {
    captures = List.copyOf(captures);
  }

  /**
   * One certificate, wherever it was presented.
   *
   * @param end of the best chain, if one leads to a trusted root, else its own
   * @param endpoints sorted, with the views in which they presented it
   * @param needs what it should cover, if anybody asks for it
   */
  record Shown(
      ServedCertificate leaf,
      Instant end,
      SortedMap<String, Set<View>> endpoints,
      Optional<CertificateNeeds> needs) {
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

  /** Each certificate once, in the order in which they were met. */
  List<Shown> shown() {
    Map<String, CertificateNeeds> needs = coverage.byCertificate();
    Map<String, Shown> shown = new LinkedHashMap<>();
    for (Report capture : captures) {
      for (Judgement judgement : judgements(capture)) {
        ServedCertificate leaf = judgement.certificates().getFirst();
        shown
            .computeIfAbsent(
                leaf.sha256(),
                sha ->
                    new Shown(
                        leaf,
                        judgement.chainNotAfter().orElse(leaf.notAfter()),
                        new TreeMap<>(),
                        Optional.ofNullable(needs.get(sha))))
            .endpoints()
            .computeIfAbsent(capture.target().name(), endpoint -> EnumSet.noneOf(View.class))
            .add(capture.target().view());
      }
    }
    return List.copyOf(shown.values());
  }

  /** Those that presented nothing although they should have. */
  List<Report> unseen() {
    return captures.stream()
        .filter(capture -> judgements(capture).isEmpty() && !capture.findings().isEmpty())
        .toList();
  }

  static String place(Report capture) {
    return capture.target().name() + " (" + capture.target().view().label() + ")";
  }

  private static List<Judgement> judgements(Report capture) {
    return capture.facts() instanceof Facts.Certificate facts
        ? facts.presented().stream()
            .map(Facts.Presented::judgement)
            .filter(judgement -> !judgement.certificates().isEmpty())
            .toList()
        : List.of();
  }
}
